import PQueue from 'p-queue';
import { createSlotNumbers } from '../cdn/slot-numbers.ts';

/** A task that waits for a slot, or has one. */
export interface Slotted<T> {
  /** Null: it was dropped while it waited. */
  readonly result: Promise<T | null>;
  /** If it still waits, it starts at once and outside the limit. */
  hurry(): void;
}

/** What a task has: the number of its slot, from 1; null: it was hurried, and runs beside them. */
export type SlotNumber = number | null;

/** Runs tasks in order, at most so many at a time. */
export interface Slots {
  run<T>(task: (slot: SlotNumber) => Promise<T>): Slotted<T>;
  dropWaiting(): void;
}

export const createSlots = (limit: number): Slots => {
  const queue = new PQueue({ concurrency: limit });
  const waiting = new Map<object, () => void>();
  const numbers = createSlotNumbers();

  const run = <T>(task: (slot: SlotNumber) => Promise<T>): Slotted<T> => {
    const ticket = {};
    const { promise, resolve, reject } = Promise.withResolvers<T | null>();
    // Whoever takes the ticket out of the waiting ones decides what becomes of the task.
    const start = async (slot: SlotNumber): Promise<void> => {
      try {
        resolve(await task(slot));
      } catch (error) {
        reject(error);
      }
    };
    const startInSlot = async (): Promise<void> => {
      if (waiting.delete(ticket)) await numbers.during(start);
    };
    const startBeside = (): void => {
      if (waiting.delete(ticket)) void start(null);
    };
    waiting.set(ticket, () => {
      resolve(null);
    });
    void queue.add(startInSlot);
    return { result: promise, hurry: startBeside };
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
