import type { Outline, OutlineStep } from './outline.ts';

/** All steps that a press on this one, or an experiment for whomever, can lead to. */
const followers = ({ triggers, targets, experiment }: OutlineStep): readonly string[] => [
  ...triggers.flatMap(({ isOnPress, actionId }) =>
    isOnPress && actionId !== null && Object.hasOwn(targets, actionId)
      ? (targets[actionId] ?? [])
      : [],
  ),
  ...(experiment?.variants ?? []).map(({ stepId }) => stepId),
];

/** The steps that nobody ever comes to, in whatever variant; the fallback step is found by its id. */
export const unreachableSteps = (outline: Outline): readonly string[] => {
  const steps = new Map(outline.steps.map((step) => [step.id, step]));
  const waiting = [outline.initialStepId, outline.singleStepFallbackId ?? outline.initialStepId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps.get(id);
    if (step === undefined) continue;
    steps.delete(id);
    for (const follower of followers(step)) if (steps.has(follower)) waiting.push(follower);
  }
  return [...steps.keys()];
};
