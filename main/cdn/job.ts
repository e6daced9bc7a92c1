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
  /** With the number of its slot; null: it was hurried, and runs beside them. */
  readonly work: (slot: number | null) => Promise<T>;
  /** Runs something in the lowest slot that is free. */
  readonly inSlot: (work: (slot: number) => Promise<void>) => Promise<void>;
  /** What a dropped one ends with. */
  readonly dropped: T;
}

export const createJob = <T>({
  queue,
  priority,
  lookUp,
  work,
  inSlot,
  dropped,
}: JobOptions<T>): Job<T> => {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let state: 'looking' | 'waiting' | 'over-or-at-work' = 'looking';
  let isHurried = false;
  let isDropped = false;

  /** Its place in the queue stays behind, and costs nothing when its turn comes. */
  const mayStart = (): boolean => {
    const isWaiting = state === 'waiting';
    if (isWaiting) state = 'over-or-at-work';
    return isWaiting;
  };

  const startInSlot = async (): Promise<void> => {
    if (mayStart()) await inSlot((slot) => work(slot).then(resolve, reject));
  };

  const startBeside = (): void => {
    if (mayStart()) void work(null).then(resolve, reject);
  };

  const drop = (): void => {
    isDropped = true;
    if (state !== 'waiting') return;
    state = 'over-or-at-work';
    resolve(dropped);
  };

  const wait = (): void => {
    state = 'waiting';
    if (isHurried) startBeside();
    else if (isDropped) drop();
    else void queue.add(startInSlot, { priority });
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
      startBeside();
    },
    drop,
  });
};
