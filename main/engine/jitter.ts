import type { Clock } from '../clock/clock.ts';
import type { Random } from '../clock/random.ts';

/** In the background a request first waits up to this long (H-13). */
export const maxJitterMs = 5_000;

/** A wait that can be cut short. */
export interface Jitter {
  readonly over: Promise<void>;
  hurry(): void;
}

/** Waits at random, so that apps that wake up together do not ask together. */
export const startJitter = (clock: Clock, random: Random): Jitter => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = clock.setTimer(Math.floor(random() * maxJitterMs), () => {
    resolve(undefined);
  });
  return {
    over: promise,
    hurry: () => {
      timer.cancel();
      resolve(undefined);
    },
  };
};
