import type { Pair } from '../row.ts';

/** The middle one, or the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined)
    throw new RangeError('There is no median of nothing.');
  return (lower + upper) / 2;
};

/** What several rounds have in common. */
export interface Summary extends Pair {
  readonly ratio: number;
  readonly rounds: number;
}

/** The medians of both sides, and their ratio: one slow round changes neither. */
export const summarize = (pairs: readonly Pair[]): Summary => {
  const ours = median(pairs.map((pair) => pair.ours));
  const against = median(pairs.map((pair) => pair.against));
  if (!(against > 0)) throw new RangeError(`There is nothing to compare with: ${against}.`);
  return { ours, against, ratio: ours / against, rounds: pairs.length };
};
