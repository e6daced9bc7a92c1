import type { Clock, SteadyClock, Timer } from './clock.ts';
import { type VirtualClock, createVirtualClock } from './virtual-clock.ts';

/** How the time goes: by itself, or only by hand. */
export type ClockState =
  { readonly kind: 'real' } | { readonly kind: 'virtual'; readonly now: number };

/** A clock that can be taken out of real time and given back to it. */
export interface SteerableClock extends Clock {
  state(): ClockState;
  /** From now on the time stands still at what it is. */
  stop(): void;
  /** Back to real time: what was stored in a time that has not come yet lies in the future then. */
  run(): void;
  /** Stops, and moves the time by hand; every timer that falls due runs, and what it sets off settles. */
  advance(deltaMs: number, settle: () => Promise<void>): Promise<void>;
  /** Calls back whenever the time is moved by hand, stops or goes on. */
  onChange(listener: () => void): () => void;
}

interface Pending {
  readonly run: () => void;
  /** By the elapsed time of the clock that it waits on. */
  dueAt: number;
  timer: Timer;
}

const byDueTime = (one: Pending, other: Pending): number => one.dueAt - other.dueAt;

/**
 * Begins in real time, or stands at a moment. Timers that are pending when it is switched keep the
 * time that they had left.
 */
export const createSteerableClock = (
  real: SteadyClock,
  standsAt: number | null = null,
): SteerableClock => {
  let virtual: VirtualClock | null = standsAt === null ? null : createVirtualClock(standsAt);
  const pending = new Set<Pending>();
  const listeners = new Set<() => void>();

  const current = (): SteadyClock => virtual ?? real;

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const startOn = (clock: SteadyClock, entry: Pending, delayMs: number): void => {
    entry.dueAt = clock.elapsedMs() + delayMs;
    entry.timer = clock.setTimer(delayMs, () => {
      pending.delete(entry);
      entry.run();
      // While the time is moved, each timer is a moment of its own.
      if (clock === virtual) changed();
    });
  };

  const switchTo = (next: VirtualClock | null): void => {
    const before = current();
    const elapsedMs = before.elapsedMs();
    virtual = next;
    // In the order in which they are due: those that are due together stay in it.
    for (const entry of [...pending].sort(byDueTime)) {
      entry.timer.cancel();
      startOn(current(), entry, Math.max(0, entry.dueAt - elapsedMs));
    }
    changed();
  };

  const stop = (): VirtualClock => {
    if (virtual !== null) return virtual;
    const stopped = createVirtualClock(real.now());
    switchTo(stopped);
    return stopped;
  };

  return Object.freeze({
    now: () => current().now(),
    setTimer: (delayMs: number, run: () => void): Timer => {
      const entry: Pending = { run, dueAt: 0, timer: { cancel: () => undefined } };
      pending.add(entry);
      startOn(current(), entry, Math.max(0, delayMs));
      return {
        cancel: () => {
          pending.delete(entry);
          entry.timer.cancel();
        },
      };
    },
    state: (): ClockState =>
      virtual === null ? { kind: 'real' } : { kind: 'virtual', now: virtual.now() },
    stop: () => void stop(),
    run: () => {
      if (virtual !== null) switchTo(null);
    },
    advance: async (deltaMs: number, settle: () => Promise<void>) => {
      await stop().advance(deltaMs, settle);
      changed();
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
};
