import type { OutlineScreen } from './outline.ts';

/** An offering, and where in the app it was asked for: its placement and its targeting. */
export interface PresentedOffering<Context> {
  readonly id: string;
  readonly context: Context;
}

/**
 * The offering that a screen sells: the one that the workflow was opened for, or another known one,
 * in the context in which the first was presented. Null: nobody knows it.
 */
export const offeringOfScreen = <Context>(
  { offeringId }: Pick<OutlineScreen, 'offeringId'>,
  opened: PresentedOffering<Context>,
  isKnown: (offeringId: string) => boolean,
): PresentedOffering<Context> | null => {
  if (offeringId === null || offeringId === opened.id) return opened;
  return isKnown(offeringId) ? { id: offeringId, context: opened.context } : null;
};
