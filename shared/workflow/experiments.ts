import type { EnrolledVariants } from '../model/envelope.ts';
import type { Step } from '../model/workflow.ts';
import type { Outline, OutlineStep } from './outline.ts';

export type Experiment = NonNullable<OutlineStep['experiment']>;

/** The map's own entry: an experiment may be called as something that every object has. */
const enrolledIn = (variants: EnrolledVariants | null, experimentId: unknown): string | null =>
  typeof experimentId === 'string' && variants !== null && Object.hasOwn(variants, experimentId)
    ? (variants[experimentId] ?? null)
    : null;

/**
 * An experiment as purchases-ios #6898 has it: each action of the step is a variant, and whoever is
 * in none of them gets `control`, else the first by name. Null: the step is none.
 */
export const experimentOf = (
  { type, paramValues, triggerActions }: Step,
  enrolled: EnrolledVariants | null,
): Experiment | null => {
  if (type !== 'experiment') return null;
  const variants = Object.entries(triggerActions).flatMap(([id, action]) =>
    action.type === 'step' ? [{ id, stepId: action.stepId }] : [],
  );
  const stepOf = (wanted: string | null | undefined): string | null =>
    variants.find(({ id }) => id === wanted)?.stepId ?? null;
  const [first] = variants.map(({ id }) => id).toSorted();
  return {
    variants,
    enrolledStepId: stepOf(enrolledIn(enrolled, paramValues['experiment_id'])),
    controlStepId: stepOf('control') ?? stepOf(first),
  };
};

/** The step that the experiment sends this user to; null: none of the steps that are there. */
export const wayOutOf = (
  { enrolledStepId, controlStepId }: Experiment,
  isThere: (stepId: string) => boolean,
): string | null =>
  [enrolledStepId, controlStepId].find((id) => id !== null && isThere(id)) ?? null;

/**
 * The steps that are only there for other variants. Those of the own variant stay, though another
 * one may lead to them too, and so do experiments and the first step.
 */
export const stepsOfOtherVariants = (outline: Outline): ReadonlySet<string> => {
  const ids = new Set(outline.steps.map(({ id }) => id));
  const experiments = outline.steps.flatMap(({ experiment }) => experiment ?? []);
  const kept = new Set([
    outline.initialStepId,
    ...outline.steps.flatMap(({ id, experiment }) => (experiment === null ? [] : [id])),
    ...experiments.map((experiment) => wayOutOf(experiment, (id) => ids.has(id))),
  ]);
  const others = experiments.flatMap(({ variants }) => variants.map(({ stepId }) => stepId));
  return new Set(others.filter((id) => !kept.has(id)));
};
