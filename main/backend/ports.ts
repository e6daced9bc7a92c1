import { randomInt } from 'node:crypto';
import { BackendError } from './backend-error.ts';

/**
 * Below what Linux, macOS and Windows give to whoever asks for any port: what is closed for a while
 * (`refused`) is not given to somebody else meanwhile. Really random, since a seeded choice would
 * lead two runs that go on side by side to the same ports.
 */
const first = 20_000;
const last = 32_000;
const tries = 20;

/** Tries free ports until one can be listened on. */
export const onFreePort = async <T>(listen: (port: number) => Promise<T>): Promise<T> => {
  for (let attempt = 1; attempt < tries; attempt += 1) {
    try {
      return await listen(randomInt(first, last));
    } catch (error) {
      // On Windows ranges of ports are reserved, which is told as a lack of permission.
      if (!(error instanceof BackendError) || error.code === 'cannot-listen') throw error;
    }
  }
  return listen(0);
};
