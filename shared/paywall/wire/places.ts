import { isAbsent } from '../../model/decode.ts';
import { own } from './json.ts';

/** A value and where it stands: every problem names a place. */
export interface Spot {
  readonly value: unknown;
  readonly place: string;
}

/** Keys come from outside, and may be megabytes. */
const longestKey = 80;

const joined = (place: string, key: string): string => {
  const short = key.slice(0, longestKey);
  return place === '' ? short : `${place}.${short}`;
};

/** The object's member; absent where there is none, or no object. */
export const at = (spot: Spot, key: string): Spot => ({
  value: own(spot.value, key),
  place: joined(spot.place, key),
});

/** As `at`, for a way of several keys. */
export const along = (spot: Spot, ...keys: readonly string[]): Spot => keys.reduce(at, spot);

/** The entries of a list; none where there is no list. */
export const entries = (spot: Spot): readonly Spot[] =>
  Array.isArray(spot.value)
    ? (spot.value as unknown[]).map((value, index) => ({
        value,
        place: joined(spot.place, String(index)),
      }))
    : [];

/** Missing, null and `{}` mean the same. */
export const isNothing = (spot: Spot): boolean => isAbsent(spot.value);
