import { stepsOfOtherVariants, wayOutOf } from './experiments.ts';
import type { Outline, OutlineStep } from './outline.ts';

/** Where one can go in a workflow, made once for each. */
export interface Routes {
  readonly initialStepId: string;
  /** Without those that only users in other variants of an experiment see. */
  readonly steps: ReadonlyMap<string, OutlineStep>;
}

/** Somebody's way through a workflow so far; it is never changed, only followed by another. */
export interface Walk {
  readonly stepId: string;
  /** The steps to go back to, the last one first to come. */
  readonly behind: readonly string[];
  /** For each visited step, the package that was selected there, or before and carried on. */
  readonly preferences: ReadonlyMap<string, string | null>;
}

/** A component that was pressed, and the step that it was seen on. */
export interface Press {
  readonly stepId: string;
  readonly componentId: string;
}

/** Whoever goes round in a loop can go back so many times. */
const mostBehind = 1_000;

export const routesOf = (outline: Outline): Routes => {
  const others = stepsOfOtherVariants(outline);
  const steps = outline.steps.filter(({ id }) => !others.has(id));
  return {
    initialStepId: outline.initialStepId,
    steps: new Map(steps.map((step) => [step.id, step])),
  };
};

/** The first step from here that is no experiment; null: there is none, or they lead in a circle. */
const resolved = ({ steps }: Routes, from: string): string | null => {
  const passed = new Set<string>();
  let id: string | null = from;
  while (id !== null && steps.has(id) && !passed.has(id)) {
    const experiment: OutlineStep['experiment'] = steps.get(id)?.experiment ?? null;
    if (experiment === null) return id;
    passed.add(id);
    id = wayOutOf(experiment, (way) => steps.has(way));
  }
  return null;
};

/** A walk at the first step; null: the workflow has none that could be shown. */
export const start = (routes: Routes): Walk | null => {
  const stepId = resolved(routes, routes.initialStepId);
  return stepId === null ? null : { stepId, behind: [], preferences: new Map([[stepId, null]]) };
};

const targetOf = ({ triggers, targets }: OutlineStep, pressed: string): string | null => {
  const actionId = triggers.find(
    ({ isOnPress, componentId }) => isOnPress && componentId === pressed,
  )?.actionId;
  return typeof actionId === 'string' && Object.hasOwn(targets, actionId)
    ? (targets[actionId] ?? null)
    : null;
};

/**
 * Where the press would lead; null: nowhere. A press on a step that is not shown any more, such as
 * the second of two quick ones, leads nowhere either.
 */
export const destinationOf = (routes: Routes, walk: Walk, press: Press): string | null => {
  const step = routes.steps.get(walk.stepId);
  if (step === undefined || press.stepId !== walk.stepId) return null;
  const target = targetOf(step, press.componentId);
  return target === null ? null : resolved(routes, target);
};

/** The walk after the press; null: nothing happens. */
export const press = (routes: Routes, walk: Walk, pressed: Press): Walk | null => {
  const stepId = destinationOf(routes, walk, pressed);
  if (stepId === null) return null;
  return {
    stepId,
    behind: [...walk.behind, walk.stepId].slice(-mostBehind),
    preferences: walk.preferences.has(stepId)
      ? walk.preferences
      : new Map(walk.preferences).set(stepId, preferenceOf(walk)),
  };
};

/** Where going back would lead; null: out of the workflow. */
export const backDestinationOf = ({ behind }: Walk): string | null => behind.at(-1) ?? null;

/** The walk one step back; null: there is no step to go back to. */
export const back = (walk: Walk): Walk | null => {
  const stepId = backDestinationOf(walk);
  return stepId === null ? null : { ...walk, stepId, behind: walk.behind.slice(0, -1) };
};

/** The package that was selected on this step, or on the way to it; null: none was. */
export const preferenceOf = ({ preferences, stepId }: Walk): string | null =>
  preferences.get(stepId) ?? null;

/** The walk with another package selected; a selection on a step that is not shown changes nothing. */
export const select = (walk: Walk, stepId: string, packageId: string | null): Walk =>
  stepId === walk.stepId
    ? { ...walk, preferences: new Map(walk.preferences).set(stepId, packageId) }
    : walk;
