/** How often somebody who is watched is asked, and how many answers may be owed. */
const askEveryMs = 2_000;
const mostOwed = 5;

/** Notices that somebody does not answer any more. */
export interface Watchdog {
  /** An answer, or another sign of life. */
  alive(): void;
  stop(): void;
}

interface WatchdogOptions {
  readonly ask: () => void;
  readonly onSilence: () => void;
  /** Calls it again and again; gives back what ends that. */
  readonly every: (ms: number, call: () => void) => () => void;
}

/**
 * Counts questions and not time: after the machine has slept, an hour has gone by and nobody was asked.
 */
export const createWatchdog = ({ ask, onSilence, every }: WatchdogOptions): Watchdog => {
  let owed = 0;
  const stop = every(askEveryMs, () => {
    if (owed >= mostOwed) {
      stop();
      onSilence();
      return;
    }
    owed += 1;
    ask();
  });
  return Object.freeze({
    alive: () => {
      owed = 0;
    },
    stop,
  });
};
