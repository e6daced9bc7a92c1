/**
 * A value that can be made again from what it came from. Most workflows that are fetched ahead are
 * never shown: parsed they take several times the room of their text, and keep the collector busy.
 */
export interface Foldable<T> {
  /** The same one each time, until it is folded. */
  open(): T;
  /** Lets go of the value: the next who asks waits until it is made again. */
  fold(): void;
}

/** Starts open where the value has been made already. */
export const createFoldable = <T extends object>(made: T, make: () => T): Foldable<T> => {
  let value: T | null = made;
  return Object.freeze({
    open: () => (value ??= make()),
    fold: () => {
      value = null;
    },
  });
};
