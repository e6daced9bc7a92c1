import { describe, expect, it } from 'vitest';
import { type Fitting, firstFitting, nextFitting } from '../../../renderer/ui/fitting.ts';

/** What a row of parts needs when some of them stand under a button of 70 px. */
const neededBy = (parts: readonly number[], moved: number): number =>
  parts.slice(moved).reduce((sum, part) => sum + part, 0) + (moved > 0 ? 70 : 0);

/** Goes on until nothing is to be done any more. */
const fitted = (start: Fitting, parts: readonly number[], available: number): Fitting => {
  let fitting = start;
  for (let step = 0; step < 20; step += 1) {
    const needed = neededBy(parts, fitting.moved);
    const next = nextFitting(fitting, { needed, available, most: parts.length - 1 });
    if (next === fitting) return fitting;
    fitting = next;
  }
  throw new Error('it never comes to rest');
};

const parts = [100, 200, 100, 400];

describe('a row that must fit', () => {
  it.each([
    [800, 0],
    [799, 1],
    [769, 2],
    [569, 3],
    [100, 3],
  ])('of 800 px in %i px does without %i', (available, moved) => {
    expect(fitted(firstFitting, parts, available).moved).toBe(moved);
  });

  it('takes back what has room again', () => {
    const narrow = fitted(firstFitting, parts, 500);
    expect([
      narrow.moved,
      fitted(narrow, parts, 780).moved,
      fitted(narrow, parts, 800).moved,
    ]).toEqual([3, 1, 0]);
  });

  it('comes to rest where its words become longer meanwhile', () => {
    const before = fitted(firstFitting, parts, 790);
    const longer = [150, 250, 150, 450];
    expect(fitted(before, longer, 800).moved).toBe(2);
  });
});
