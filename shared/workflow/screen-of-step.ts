import type { Outline, OutlineScreen } from './outline.ts';

/** The screen that a step shows; null: the step or its screen is not there, or it shows none. */
export const screenOfStep = (
  { steps, screens }: Outline,
  stepId: string | null,
): OutlineScreen | null => {
  const step = steps.find(({ id }) => id === stepId);
  return step === undefined ? null : (screens.find(({ id }) => id === step.screenId) ?? null);
};
