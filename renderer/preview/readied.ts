import type { PreparedScreen } from '../../shared/paywall/prepare-screen.ts';
import type { ScreenRequest } from '../../shared/stage/frame-messages.ts';

/** Screens that were made ready already: nobody waits for these when they are asked for. */
export interface Readied {
  /** As it is mounted, the same one for the same request; made now where it is not ready. */
  screen(request: ScreenRequest): PreparedScreen;
  /** Nothing is ready any more. */
  forget(): void;
}

/** The neighbours of a screen, and of the one before. */
const mostReady = 8;

const keyOf = ({ screenId, circumstances, files, safeArea }: ScreenRequest): string =>
  JSON.stringify([screenId, circumstances, files, safeArea]);

export const createReadied = (make: (request: ScreenRequest) => PreparedScreen): Readied => {
  const ready = new Map<string, PreparedScreen>();
  return Object.freeze<Readied>({
    screen: (request) => {
      const key = keyOf(request);
      const screen = ready.get(key) ?? make(request);
      ready.delete(key);
      ready.set(key, screen);
      const [oldest] = ready.keys();
      if (ready.size > mostReady && oldest !== undefined) ready.delete(oldest);
      return screen;
    },
    forget: () => ready.clear(),
  });
};
