import type { Clock, Timer } from './clock.ts';

/** A clock that moves only when told to. */
export interface VirtualClock extends Clock {
  /**
   * Moves the time. Forward it goes from timer to timer: at each one that falls due it stands at
   * that time, runs it, and lets everything settle before it goes on. Backward it runs nothing.
   */
  advance(deltaMs: number, settle: () => Promise<void>): Promise<void>;
}

interface Pending extends Timer {
  readonly dueAt: number;
  readonly run: () => void;
}

/** Starts at `startAt`. Timers count elapsed time, so that a wall set back does not delay them. */
export const createVirtualClock = (startAt: number): VirtualClock => {
  let wallMs = startAt;
  let elapsedMs = 0;
  const pending = new Set<Pending>();

  const nextDue = (until: number): Pending | null => {
    let next: Pending | null = null;
    for (const timer of pending)
      if (timer.dueAt <= until && (next === null || timer.dueAt < next.dueAt)) next = timer;
    return next;
  };

  const standAt = (elapsed: number): void => {
    wallMs += elapsed - elapsedMs;
    elapsedMs = elapsed;
  };

  const runUntil = async (target: number, settle: () => Promise<void>): Promise<void> => {
    for (let timer = nextDue(target); timer !== null; timer = nextDue(target)) {
      pending.delete(timer);
      standAt(timer.dueAt);
      timer.run();
      await settle();
    }
    standAt(target);
  };

  return Object.freeze({
    now: () => wallMs,
    setTimer: (delayMs: number, run: () => void): Timer => {
      const timer: Pending = {
        dueAt: elapsedMs + Math.max(0, delayMs),
        run,
        cancel: () => void pending.delete(timer),
      };
      pending.add(timer);
      return timer;
    },
    advance: async (deltaMs: number, settle: () => Promise<void>) => {
      if (deltaMs < 0) wallMs += deltaMs;
      else await runUntil(elapsedMs + deltaMs, settle);
    },
  });
};
