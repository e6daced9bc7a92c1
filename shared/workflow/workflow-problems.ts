import { mostProblems, quoted } from '../paywall/problems.ts';
import { routesOf, start } from './navigator.ts';
import type { Outline, OutlineScreen, OutlineStep } from './outline.ts';
import { unreachableSteps } from './unreachable.ts';

export type WorkflowProblemCode =
  'no-first-step' | 'unknown-step' | 'unknown-screen' | 'unknown-offering' | 'unreachable-step';

/** Something about how a workflow hangs together that a designer should know of. */
export interface WorkflowProblem {
  readonly code: WorkflowProblemCode;
  readonly stepId: string | null;
  readonly screenId: string | null;
  /** One sentence. */
  readonly message: string;
}

const ofStep = (code: WorkflowProblemCode, stepId: string, message: string): WorkflowProblem => ({
  code,
  stepId,
  screenId: null,
  message,
});

const ofWorkflow = (outline: Outline, stepIds: ReadonlySet<string>): readonly WorkflowProblem[] => {
  const { singleStepFallbackId } = outline;
  const hasStart = start(routesOf(outline)) !== null;
  const message = `The workflow cannot start: its first step ${quoted(outline.initialStepId)} leads to nothing that could be shown.`;
  const first = ofStep('no-first-step', outline.initialStepId, message);
  const fallback =
    singleStepFallbackId === null || stepIds.has(singleStepFallbackId)
      ? []
      : ofStep(
          'unknown-step',
          singleStepFallbackId,
          `The workflow names ${quoted(singleStepFallbackId)} as the step with the packages, but has no such step.`,
        );
  return [...(hasStart ? [] : [first]), fallback].flat();
};

const unknownTargets = (
  { id, targets }: OutlineStep,
  stepIds: ReadonlySet<string>,
): readonly WorkflowProblem[] =>
  [...new Set(Object.values(targets))]
    .filter((target) => !stepIds.has(target))
    .map((target) =>
      ofStep(
        'unknown-step',
        id,
        `The step ${quoted(id)} leads to ${quoted(target)}, which the workflow does not have.`,
      ),
    );

const unknownScreen = (
  { id, screenId }: OutlineStep,
  screenIds: ReadonlySet<string>,
): readonly WorkflowProblem[] =>
  screenId === null || screenIds.has(screenId)
    ? []
    : [
        {
          ...ofStep(
            'unknown-screen',
            id,
            `The step ${quoted(id)} shows ${quoted(screenId)}, a screen that the workflow does not have.`,
          ),
          screenId,
        },
      ];

const unknownOfferings = (
  { id, offeringId, exitOfferingId }: OutlineScreen,
  offerings: ReadonlySet<string>,
): readonly WorkflowProblem[] => {
  const uses = [
    { offering: offeringId, does: 'sells the packages of' },
    { offering: exitOfferingId, does: 'offers, to who leaves,' },
  ];
  return uses.flatMap(({ offering, does }) =>
    offering === null || offerings.has(offering)
      ? []
      : {
          code: 'unknown-offering',
          stepId: null,
          screenId: id,
          message: `The screen ${quoted(id)} ${does} ${quoted(offering)}, an offering that is not there.`,
        },
  );
};

/**
 * What is wrong with a workflow as a whole. What a screen has of its own, such as a package that its
 * offering lacks, its preparation reports. Null for the offerings: nobody knows which there are.
 */
export const workflowProblems = (
  outline: Outline,
  offerings: ReadonlySet<string> | null,
): readonly WorkflowProblem[] => {
  const stepIds = new Set(outline.steps.map(({ id }) => id));
  const screenIds = new Set(outline.screens.map(({ id }) => id));
  return [
    ...ofWorkflow(outline, stepIds),
    ...outline.steps.flatMap((step) => [
      ...unknownTargets(step, stepIds),
      ...unknownScreen(step, screenIds),
    ]),
    ...outline.screens.flatMap((screen) =>
      offerings === null ? [] : unknownOfferings(screen, offerings),
    ),
    ...unreachableSteps(outline).map((id) =>
      ofStep('unreachable-step', id, `Nothing leads to the step ${quoted(id)}.`),
    ),
  ].slice(0, mostProblems);
};
