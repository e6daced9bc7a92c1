import { type Spot, isNothing } from './places.ts';
import { type ProblemLog, quoted } from '../problems.ts';

/** A text that is not empty. */
export const textOf = ({ value }: Spot): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const booleanOf = ({ value }: Spot): boolean | null =>
  typeof value === 'boolean' ? value : null;

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Beyond this no screen reaches; a number is written into CSS as it is. */
const largest = 100_000;

/** A number within what CSS can do with it. Absent: the fallback; anything else: that and a problem. */
export const numberOf = (
  spot: Spot,
  fallback: number,
  problems: ProblemLog,
  least = -largest,
): number => {
  if (isNumber(spot.value)) return Math.min(largest, Math.max(least, spot.value));
  if (!isNothing(spot))
    problems.report('unknown-value', spot.place, `${quoted(spot.value)} is not a number.`);
  return fallback;
};

export interface Choice<T extends string> {
  readonly known: readonly T[];
  readonly absent: T;
  /** What phones take an unknown word for. */
  readonly unknown: T;
}

/** One of a few words. */
export const choiceOf = <T extends string>(
  spot: Spot,
  { known, absent, unknown }: Choice<T>,
  problems: ProblemLog,
): T => {
  if (isNothing(spot)) return absent;
  const found = known.find((word) => word === spot.value);
  if (found !== undefined) return found;
  problems.report(
    'unknown-value',
    spot.place,
    `${quoted(spot.value)} is not known here, so "${unknown}" is used.`,
  );
  return unknown;
};
