import type { PreparedScreen } from '../../shared/paywall/prepare-screen.ts';
import type { ScreenRequest } from '../../shared/stage/frame-messages.ts';

/** Screens that were made ready already: nobody waits for these when they are asked for. */
export interface Readied {
  /** As it is mounted; made now where it is not ready. */
  screen(request: ScreenRequest): PreparedScreen;
  /** Makes it ready once there is nothing else to do. */
  ahead(request: ScreenRequest): void;
  /** Nothing is ready any more. */
  forget(): void;
}

/** The neighbours of a screen, and of the one before. */
const mostReady = 8;
/** One that takes longer is left for when it is wanted: a press would have to wait for it. */
const longestMs = 50;

const keyOf = ({ screenId, circumstances, files, safeArea }: ScreenRequest): string =>
  JSON.stringify([screenId, circumstances, files, safeArea]);

export const createReadied = (make: (request: ScreenRequest) => PreparedScreen): Readied => {
  const ready = new Map<string, PreparedScreen>();
  let waiting: readonly ScreenRequest[] = [];
  let idle: number | null = null;

  const made = (request: ScreenRequest): PreparedScreen => {
    const key = keyOf(request);
    const screen = ready.get(key) ?? make(request);
    ready.delete(key);
    ready.set(key, screen);
    const [oldest] = ready.keys();
    if (ready.size > mostReady && oldest !== undefined) ready.delete(oldest);
    return screen;
  };

  const stop = (): void => {
    waiting = [];
    if (idle !== null) cancelIdleCallback(idle);
    idle = null;
  };

  const work = (): void => {
    idle = null;
    const [next, ...others] = waiting;
    waiting = others;
    if (next === undefined) return;
    const startedAt = performance.now();
    try {
      made(next);
    } catch {
      // Why it cannot be shown is told when somebody wants to see it.
    }
    if (performance.now() - startedAt > longestMs) stop();
    else if (others.length > 0) idle = requestIdleCallback(work);
  };

  return Object.freeze<Readied>({
    screen: (request) => {
      stop();
      return made(request);
    },
    ahead: (request) => {
      waiting = [...waiting, request].slice(-mostReady);
      idle ??= requestIdleCallback(work);
    },
    forget: () => {
      stop();
      ready.clear();
    },
  });
};
