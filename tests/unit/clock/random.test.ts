import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../main/clock/random.ts';

const draw = (seed: number, count: number): readonly number[] =>
  Array.from({ length: count }, seededRandom(seed));

describe('seeded random numbers', () => {
  it('are the same for the same seed, today and after an update', () => {
    expect(draw(1, 50)).toEqual(draw(1, 50));
    expect(draw(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('are others for another seed', () => {
    const firsts = Array.from({ length: 1_000 }, (_, seed) => seededRandom(seed)());
    expect(new Set(firsts).size).toBe(1_000);
  });

  it('do not depend on what another source has drawn', () => {
    const [left, right] = [seededRandom(7), seededRandom(7)];
    left();
    left();
    expect([right(), right(), right()]).toEqual(draw(7, 3));
  });

  it.each([0, 1, -1, 4_294_967_295, 1.5])('are spread over 0 to 1 for the seed %d', (seed) => {
    const drawn = draw(seed, 10_000);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => drawn.filter((value) => Math.floor(value * 10) === tenth).length,
    );
    expect(tenths.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(tenths.every((count) => count > 850 && count < 1_150)).toBe(true);
  });
});
