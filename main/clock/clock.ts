/** A pending call of the clock. */
export interface Timer {
  cancel(): void;
}

/** The only way in which time enters. */
export interface Clock {
  /** Milliseconds since 1970, as the wall shows them. */
  now(): number;
  /** Runs once, that many milliseconds from now; moving the wall time back does not delay it. */
  setTimer(delayMs: number, run: () => void): Timer;
}

/** A clock that tells besides how much time has passed on it, however its wall is set. */
export interface SteadyClock extends Clock {
  elapsedMs(): number;
}

/** The clock that cannot be steered. */
export const realClock: SteadyClock = Object.freeze({
  now: () => Date.now(),
  elapsedMs: () => performance.now(),
  setTimer: (delayMs: number, run: () => void) => {
    const handle = setTimeout(run, delayMs);
    return {
      cancel: () => {
        clearTimeout(handle);
      },
    };
  },
});
