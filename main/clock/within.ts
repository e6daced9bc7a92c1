import { realClock } from './clock.ts';

/** What comes of the work; it is not waited for any longer than this, in real time. */
export const within = async <T>(ms: number, work: Promise<T>, tooLate: () => Error): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = realClock.setTimer(ms, () => {
    reject(tooLate());
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.cancel();
  }
};
