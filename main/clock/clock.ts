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

/** The clock that cannot be steered. */
export const realClock: Clock = Object.freeze({
  now: () => Date.now(),
  setTimer: (delayMs: number, run: () => void) => {
    const handle = setTimeout(run, delayMs);
    return {
      cancel: () => {
        clearTimeout(handle);
      },
    };
  },
});
