import { describe, expect, it } from 'vitest';
import { colorAt, readGradient } from '../../../renderer/preview/gradient.ts';

const rounded = (color: readonly number[]): readonly number[] =>
  color.map((part) => Math.round(part * 100) / 100);

const at = (computed: string, x: number, y: number): readonly number[] | null => {
  const gradient = readGradient(computed);
  return gradient && rounded(colorAt(gradient, [x, y], [100, 100]));
};

const down = 'linear-gradient(rgb(0, 0, 0) 0%, rgb(255, 255, 255) 100%)';
const across = 'linear-gradient(90deg, rgb(0, 0, 0) 0%, rgb(255, 255, 255) 100%)';
const round = 'radial-gradient(circle, rgb(0, 0, 0) 0%, rgb(255, 255, 255) 100%)';

describe('the colour of a gradient', () => {
  it.each<[string, string, number, number, readonly number[]]>([
    ['begins above', down, 0, -50, [0, 0, 0, 1]],
    ['ends below', down, 20, 50, [255, 255, 255, 1]],
    ['begins at the side that it comes from', across, -50, 10, [0, 0, 0, 1]],
    ['is half of each in the middle', across, 0, 0, [127.5, 127.5, 127.5, 1]],
    ['begins in the middle of a round one', round, 0, 0, [0, 0, 0, 1]],
    ['ends in the corner of a round one', round, 50, 50, [255, 255, 255, 1]],
    [
      'changes at once between two at the same place',
      'linear-gradient(rgb(1, 1, 1) 0%, rgb(1, 1, 1) 50%, rgb(9, 9, 9) 50%, rgb(9, 9, 9) 100%)',
      0,
      1,
      [9, 9, 9, 1],
    ],
    [
      'is not darkened by what is not there',
      'linear-gradient(rgba(0, 0, 0, 0) 0%, rgb(200, 100, 0) 100%)',
      0,
      0,
      [200, 100, 0, 0.5],
    ],
  ])('%s', (_how, computed, x, y, expected) => {
    expect(at(computed, x, y)).toEqual(expected);
  });

  it.each(['none', 'url("a.webp")', `${down}, ${across}`, 'conic-gradient(red, blue)'])(
    'is not known of %s',
    (computed) => {
      expect(readGradient(computed)).toBeNull();
    },
  );
});
