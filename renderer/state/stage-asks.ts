import type { StageSubject } from './stage-subject.ts';

/**
 * Which workflows the stage would ask for by itself: as an app does that presents a paywall, once in
 * the app's life. One that was asked for by somebody else has been asked for.
 */
export interface StageAsks {
  /** What should be asked for now; null: nothing. */
  due(subject: StageSubject): string | null;
  asked(subject: StageSubject): void;
  /** The app was started again. */
  forget(): void;
}

export const createStageAsks = (): StageAsks => {
  const known = new Set<string>();

  const keyOf = ({ workflow, offering, askId }: StageSubject): string | null =>
    workflow?.id ?? offering?.workflowId ?? askId;

  const isTouched = ({ workflow }: StageSubject): boolean =>
    workflow !== null && (workflow.copy !== null || workflow.isAsking || workflow.failure !== null);

  const asked = (subject: StageSubject): void => {
    const key = keyOf(subject);
    if (key !== null) known.add(key);
  };

  return Object.freeze({
    due: (subject: StageSubject) => {
      const key = keyOf(subject);
      if (key === null || !subject.hasWorkflow) return null;
      if (isTouched(subject)) asked(subject);
      const isOpen = subject.presentation.shows === 'nothing' && !known.has(key);
      return isOpen ? subject.askId : null;
    },
    asked,
    forget: () => known.clear(),
  });
};
