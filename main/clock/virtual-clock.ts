import type { SteadyClock, Timer } from './clock.ts';
import { createInTurn } from './in-turn.ts';

/** A clock that moves only when told to. */
export interface VirtualClock extends SteadyClock {
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
  // The wall is worked out, never added up, so that fractions of milliseconds do not drift.
  let offsetMs = startAt;
  let elapsedMs = 0;
  /** Whoever asks meanwhile moves on from where the first one ends. */
  const inTurn = createInTurn();
  const pending = new Set<Pending>();

  const nextDue = (until: number): Pending | null => {
    let next: Pending | null = null;
    for (const timer of pending)
      if (timer.dueAt <= until && (next === null || timer.dueAt < next.dueAt)) next = timer;
    return next;
  };

  const runUntil = async (target: number, settle: () => Promise<void>): Promise<void> => {
    for (let timer = nextDue(target); timer !== null; timer = nextDue(target)) {
      pending.delete(timer);
      elapsedMs = timer.dueAt;
      timer.run();
      await settle();
    }
    elapsedMs = target;
  };

  return Object.freeze({
    now: () => offsetMs + elapsedMs,
    elapsedMs: () => elapsedMs,
    setTimer: (delayMs: number, run: () => void): Timer => {
      const timer: Pending = {
        dueAt: elapsedMs + Math.max(0, delayMs),
        run,
        cancel: () => void pending.delete(timer),
      };
      pending.add(timer);
      return timer;
    },
    advance: (deltaMs: number, settle: () => Promise<void>) =>
      inTurn(async () => {
        if (deltaMs < 0) offsetMs += deltaMs;
        else await runUntil(elapsedMs + deltaMs, settle);
      }),
  });
};
