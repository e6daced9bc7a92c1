import { realClock } from '../../clock/clock.ts';

/** A pause in real time that can be cut short. */
export interface Breath {
  take(ms: number): Promise<void>;
  cut(): void;
}

export const createBreath = (): Breath => {
  let end: () => void = () => undefined;
  return Object.freeze({
    take: async (ms: number) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = realClock.setTimer(ms, () => {
        resolve(undefined);
      });
      end = () => {
        resolve(undefined);
      };
      await promise;
      timer.cancel();
    },
    cut: () => {
      end();
    },
  });
};
