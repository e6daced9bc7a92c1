import { describe, expect, it } from 'vitest';
import { sheetsOf } from '../../../../main/app/pictures/sheets.ts';

/** `2 3` are two screens with three pictures each. */
const prints = (screens: number, looks: number) =>
  Array.from({ length: screens * looks }, (_, index) => ({
    screen: `s${Math.floor(index / looks)}`,
    look: index % looks,
  }));

const lengths = (screens: number, looks: number): readonly (readonly number[])[] =>
  sheetsOf(prints(screens, looks)).map((rows) => rows.map(({ length }) => length));

describe('a sheet', () => {
  it.each([
    ['no picture', 0, 0, []],
    ['two looks at one screen', 1, 2, [[2]]],
    ['one look at eight screens', 8, 1, [[6, 2]]],
    ['two looks at five screens', 5, 2, [[6, 4]]],
    ['four looks at three screens', 3, 4, [[4, 4, 4]]],
    ['eight looks at two screens', 2, 8, [[6, 2, 6, 2]]],
  ])('has rows that can be made out: %s', (_what, screens, looks, expected) => {
    expect(lengths(screens, looks)).toEqual(expected);
  });

  it('is followed by others where one would be too high', () => {
    expect(lengths(21, 6).map(({ length }) => length)).toEqual([10, 10, 1]);
  });
});
