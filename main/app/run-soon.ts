import { realClock } from '../clock/clock.ts';

/** Runs something soon, unless it is cancelled before. */
export type RunSoon = (run: () => void) => () => void;

/** Soon is in so many milliseconds. */
export const runIn =
  (ms: number): RunSoon =>
  (run) => {
    const timer = realClock.setTimer(ms, run);
    return () => {
      timer.cancel();
    };
  };
