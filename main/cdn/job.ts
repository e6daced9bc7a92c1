import type PQueue from 'p-queue';

/** One piece of work that waits for a slot, unless somebody is in a hurry. */
export interface Job<T> {
  readonly result: Promise<T>;
  /** Takes it out of the queue and starts it, outside of the limit. */
  readonly hurry: () => void;
  /** Ends it, if it is still waiting. */
  drop(): void;
}

export interface JobOptions<T> {
  readonly queue: PQueue;
  readonly priority: number;
  /** What can be had without a slot; null: it has to be worked for. */
  readonly lookUp: () => Promise<T | null> | null;
  readonly work: () => Promise<T>;
  /** What a dropped one ends with. */
  readonly dropped: T;
}

export const createJob = <T>({ queue, priority, lookUp, work, dropped }: JobOptions<T>): Job<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let state: 'looking' | 'waiting' | 'over-or-at-work' = 'looking';
  let isHurried = false;
  let isDropped = false;

  /** Its place in the queue stays behind, and costs nothing when its turn comes. */
  const start = async (): Promise<void> => {
    if (state !== 'waiting') return;
    state = 'over-or-at-work';
    await work().then(resolve, reject);
  };

  const drop = (): void => {
    isDropped = true;
    if (state !== 'waiting') return;
    state = 'over-or-at-work';
    resolve(dropped);
  };

  const wait = (): void => {
    state = 'waiting';
    if (isHurried) void start();
    else if (isDropped) drop();
    else void queue.add(start, { priority });
  };

  // It waits a moment even where there is nothing, so that who is in a hurry never gets a slot.
  const found = lookUp() ?? Promise.resolve(null);
  found.then((value) => {
    if (value === null) wait();
    else resolve(value);
  }, reject);

  return Object.freeze({
    result: promise,
    hurry: () => {
      isHurried = true;
      void start();
    },
    drop,
  });
};
