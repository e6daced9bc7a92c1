import type { ComparedLine, Comparison } from '../../../shared/contract/library.ts';

/** What each side does where they part. */
export interface Difference {
  readonly at: number;
  /** Null: nothing of the kind. */
  readonly left: string | null;
  readonly right: string | null;
}

/** The lines up to the next one that both have; the first of each side tells how it goes on there. */
export const firstDifference = ({ rows, firstDifference: from }: Comparison): Difference | null => {
  if (from === null) return null;
  const after = rows.findIndex(
    ([left, right], row) => row > from && left !== null && right !== null,
  );
  const parted = rows.slice(from, after < 0 ? undefined : after);
  const isLine = (line: ComparedLine | null): line is ComparedLine => line !== null;
  const [left] = parted.map(([line]) => line).filter(isLine);
  const [right] = parted.map(([, line]) => line).filter(isLine);
  const at = Math.min(left?.at ?? Infinity, right?.at ?? Infinity);
  return { at, left: left?.words ?? null, right: right?.words ?? null };
};
