import type { StageChange, StageSetUp } from '../../shared/stage/set-up.ts';

/** As it looks here: what was changed a moment ago is there at once. */
export const setUpWith = (document: StageSetUp, pending: StageChange): StageSetUp => ({
  ...document,
  ...pending,
});

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What the app does not know yet; what it says is so needs no mending any more. */
export const stillPending = (pending: StageChange, document: StageSetUp): StageChange => {
  const left = Object.entries(pending).filter(
    ([key, value]) => !isSame(value, document[key as keyof StageSetUp]),
  );
  return left.length === Object.keys(pending).length ? pending : Object.fromEntries(left);
};
