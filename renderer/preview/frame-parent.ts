import type { FromFrame } from '../../shared/stage/frame-messages.ts';
import { fitted } from './fitted.ts';

/** The window around this page. */
export interface FrameParent {
  readonly send: (message: FromFrame) => void;
  /** Hears what the window says, and nobody else. */
  readonly listen: (hear: (data: unknown) => void) => void;
}

/** Null where the page is not in a frame. */
export const frameParent = (): FrameParent | null => {
  const { parent } = window;
  if (parent === window) return null;
  // Who may frame this page at all is up to its content security policy.
  const origin = location.ancestorOrigins[0] ?? '';
  return {
    send: (message) => {
      parent.postMessage(fitted(message), origin);
    },
    listen: (hear) => {
      addEventListener('message', ({ source, origin: from, data }) => {
        if (source === parent && from === origin) hear(data);
      });
    },
  };
};
