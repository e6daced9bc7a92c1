import type { Outline, OutlineStep } from './outline.ts';

const followersOf = ({ targets, experiment }: OutlineStep): readonly string[] => [
  ...Object.values(targets),
  ...(experiment?.variants ?? []).map(({ stepId }) => stepId),
];

/** The steps as a person meets them, then those that nothing leads to. */
export const stepsInOrder = ({
  steps,
  initialStepId,
}: Pick<Outline, 'steps' | 'initialStepId'>): readonly OutlineStep[] => {
  const left = new Map(steps.map((step) => [step.id, step]));
  const met: OutlineStep[] = [];
  for (const start of [initialStepId, ...left.keys()]) {
    const waiting = [start];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const step = left.get(id);
      if (step === undefined) continue;
      left.delete(id);
      met.push(step);
      waiting.push(...followersOf(step));
    }
  }
  return met;
};

/** The shortest way from the first step to this one, without it; empty where none leads there. */
export const wayTo = (
  { steps, initialStepId }: Pick<Outline, 'steps' | 'initialStepId'>,
  stepId: string,
): readonly string[] => {
  const all = new Map(steps.map((step) => [step.id, step]));
  const before = new Map<string, string | null>([[initialStepId, null]]);
  const waiting = [initialStepId];
  for (let id = waiting.shift(); id !== undefined && !before.has(stepId); id = waiting.shift()) {
    const step = all.get(id);
    for (const next of step === undefined ? [] : followersOf(step)) {
      if (before.has(next)) continue;
      before.set(next, id);
      waiting.push(next);
    }
  }
  const way: string[] = [];
  for (let id = before.get(stepId); id != null; id = before.get(id)) {
    // An experiment is passed through and never stood on.
    if (all.get(id)?.experiment === null) way.unshift(id);
  }
  return way;
};
