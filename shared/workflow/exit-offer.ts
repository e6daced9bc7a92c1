import type { Outline } from './outline.ts';
import { screenOfStep } from './screen-of-step.ts';

export interface ExitFacts {
  /** The offering that the workflow was opened for. */
  readonly currentOfferingId: string | null;
  readonly isKnown: (offeringId: string) => boolean;
}

/** The offering that is shown to who leaves the workflow; null: none. */
export const exitOfferOf = (outline: Outline, facts: ExitFacts): string | null => {
  const id = screenOfStep(outline, outline.singleStepFallbackId)?.exitOfferingId ?? null;
  return id !== null && id !== facts.currentOfferingId && facts.isKnown(id) ? id : null;
};

/** As `exitOfferOf`, for who leaves from this step: phones offer it only on the fallback step. */
export const exitOfferFrom = (outline: Outline, stepId: string, facts: ExitFacts): string | null =>
  stepId === outline.singleStepFallbackId ? exitOfferOf(outline, facts) : null;
