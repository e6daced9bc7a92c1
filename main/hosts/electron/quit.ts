import type { App } from 'electron';
import type { Log } from '../../app/log.ts';

export interface QuitOptions {
  readonly app: Pick<App, 'on' | 'exit'>;
  readonly log: Log;
  /** Flushes what is being written; called once, however often people quit. */
  readonly close: () => Promise<void>;
  /** Resolves when the app may not take any longer. */
  readonly limit: () => Promise<void>;
}

/** Ends the process in an orderly way, with this exit code. */
export type Leave = (code: number) => void;

/**
 * Electron does not wait for what a quit sets off: the quit is held back until everything is on
 * disk, or the time is over, and then there is no way back.
 */
export const quitOrderly = ({ app, log, close, limit }: QuitOptions): Leave => {
  let isLeaving = false;

  const leave = (code: number): void => {
    if (isLeaving) return;
    isLeaving = true;
    const closed = close().catch((error: unknown) => {
      log.write('quit', `Not everything was closed: ${String(error)}`);
    });
    void Promise.race([closed, limit()]).then(() => app.exit(code));
  };

  // By then every window is closed, and none of them was held back by a page.
  app.on('will-quit', (event) => {
    event.preventDefault();
    leave(0);
  });
  return leave;
};
