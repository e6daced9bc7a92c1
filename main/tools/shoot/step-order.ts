import type { Step, Workflow } from '../../../shared/model/workflow.ts';

const followers = ({ triggerActions }: Step): readonly string[] =>
  Object.values(triggerActions).flatMap((action) =>
    action.type === 'step' ? [action.stepId] : [],
  );

/** The steps as a person meets them, then those that nothing leads to. */
export const stepsInOrder = ({ steps, initialStepId }: Workflow): readonly Step[] => {
  const all = new Map(Object.entries(steps));
  const met = new Set<Step>();
  const meetFrom = (start: string): void => {
    const waiting = [start];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const step = all.get(id);
      if (step === undefined || met.has(step)) continue;
      met.add(step);
      waiting.push(...followers(step));
    }
  };
  for (const id of [initialStepId, ...all.keys()]) meetFrom(id);
  return [...met];
};
