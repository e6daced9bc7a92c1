import type { WebContents } from 'electron';
import type { Listener } from '../../app/broadcast.ts';

/** What of a window's contents the bridge needs. */
export type Contents = Pick<WebContents, 'id' | 'mainFrame' | 'on' | 'send' | 'isDestroyed'>;

/** The windows that are known, and which of their pages listens. */
export interface WindowBook {
  get(id: number): Contents | undefined;
  add(contents: Contents): void;
  /** Its page listens by this from now on, and by nothing else. */
  setListener(id: number, listener: Listener): void;
  listener(id: number): Listener | undefined;
}

interface Listening {
  readonly listener: Listener;
  /** The main frame is about to show another page than the one that listens. */
  isLeaving: boolean;
}

/**
 * A page listens until it is gone. That a navigation begins is not enough, as it may be refused; and
 * when it is done, it may be the new page already that listens.
 */
export const createWindowBook = (): WindowBook => {
  const known = new Map<number, Contents>();
  const listening = new Map<number, Listening>();

  const stop = (id: number): void => {
    listening.get(id)?.listener.close();
    listening.delete(id);
  };

  const leave = (id: number): void => {
    const current = listening.get(id);
    if (current !== undefined) current.isLeaving = true;
  };

  const arrive = (id: number): void => {
    if (listening.get(id)?.isLeaving === true) stop(id);
  };

  return Object.freeze({
    get: (id: number) => known.get(id),
    add: (contents: Contents) => {
      // What is destroyed does not even tell its number.
      const { id } = contents;
      known.set(id, contents);
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) leave(id);
      });
      contents.on('did-navigate', () => arrive(id));
      contents.on('render-process-gone', () => stop(id));
      contents.on('destroyed', () => {
        stop(id);
        known.delete(id);
      });
    },
    setListener: (id: number, listener: Listener) => {
      stop(id);
      listening.set(id, { listener, isLeaving: false });
    },
    listener: (id: number) => listening.get(id)?.listener,
  });
};
