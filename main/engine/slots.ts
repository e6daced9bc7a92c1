import PQueue from 'p-queue';

/** A task that waits for a slot, or has one. */
export interface Slotted<T> {
  /** Null: it was dropped while it waited. */
  readonly result: Promise<T | null>;
  /** If it still waits, it starts at once and outside the limit. */
  hurry(): void;
}

/** Runs tasks in order, at most so many at a time. */
export interface Slots {
  run<T>(task: () => Promise<T>): Slotted<T>;
  dropWaiting(): void;
}

export const createSlots = (limit: number): Slots => {
  const queue = new PQueue({ concurrency: limit });
  const waiting = new Map<object, () => void>();

  const run = <T>(task: () => Promise<T>): Slotted<T> => {
    const ticket = {};
    const { promise, resolve, reject } = Promise.withResolvers<T | null>();
    // Whoever takes the ticket out of the waiting ones decides what becomes of the task.
    const start = async (): Promise<void> => {
      if (!waiting.delete(ticket)) return;
      try {
        resolve(await task());
      } catch (error) {
        reject(error);
      }
    };
    waiting.set(ticket, () => {
      resolve(null);
    });
    void queue.add(start);
    return { result: promise, hurry: () => void start() };
  };

  return Object.freeze({
    run,
    dropWaiting: () => {
      const dropped = [...waiting.values()];
      waiting.clear();
      for (const drop of dropped) drop();
    },
  });
};
