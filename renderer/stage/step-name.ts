import { screenOfStep } from '../../shared/workflow/screen-of-step.ts';
import { messages } from '../messages.ts';
import type { OpenPaper } from '../state/stage-store.ts';

/** A step as a person calls it; what is no workflow has one that nobody named. */
export const stepName = (
  { outline, name }: Pick<OpenPaper, 'outline' | 'name'>,
  stepId: string,
): string =>
  name.kind === 'workflow'
    ? (screenOfStep(outline, stepId)?.name ?? stepId)
    : messages.stage.steps.standIn[name.kind];
