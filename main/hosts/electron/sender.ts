import type { WebContents, WebFrameMain } from 'electron';
import { windowOrigin } from './scheme.ts';

/** Who sent a message. */
export interface SentBy {
  readonly sender: Pick<WebContents, 'id' | 'mainFrame'>;
  /** Null: it is gone. */
  readonly senderFrame: Pick<WebFrameMain, 'origin'> | null;
}

const gone = 'The page that sent it is gone.';

const whyNotFrame = ({ sender, senderFrame }: SentBy): string | null => {
  if (senderFrame === null) return gone;
  if (senderFrame !== sender.mainFrame) return 'It comes from a frame inside of the window.';
  return senderFrame.origin === windowOrigin ? null : `It comes from ${senderFrame.origin}.`;
};

/** Why a message is not heard; null: it comes from the page of a window that we opened. */
export const whyNotHeard = (
  event: SentBy,
  isKnownWindow: (id: number) => boolean,
): string | null => {
  try {
    if (!isKnownWindow(event.sender.id)) return 'It does not come from a window of the app.';
    return whyNotFrame(event);
  } catch {
    // A frame that goes away while it is looked at throws for whatever it is asked.
    return gone;
  }
};
