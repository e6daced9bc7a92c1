import { describe, expect, it } from 'vitest';
import {
  type Rgb,
  contrastRatio,
  isEnough,
  laidOver,
  measureContrast,
} from '../../../shared/paywall/contrast.ts';

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

const repeated = (color: Rgb, count: number): readonly number[] =>
  Array.from({ length: count }, () => color).flat();

describe('the contrast of two colours', () => {
  it.each<[Rgb, Rgb, number]>([
    [black, white, 21],
    [white, black, 21],
    [white, white, 1],
    // As the checkers of WebAIM and Chromium have it.
    [[119, 119, 119], white, 4.48],
    [[118, 118, 118], white, 4.54],
    [[255, 0, 0], white, 4],
    [[0, 0, 255], white, 8.59],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(contrastRatio(a, b)).toBeCloseTo(expected, 2);
  });
});

describe('a colour that is laid over another', () => {
  it('is seen as far as it is opaque', () => {
    expect([
      laidOver([0, 0, 0, 1], white),
      laidOver([0, 0, 0, 0.4], white),
      laidOver([0, 0, 0, 0], white),
    ]).toEqual([black, [153, 153, 153], white]);
  });
});

describe('the contrast of a text', () => {
  const grey = { color: [119, 119, 119, 1], fontSizePx: 16, fontWeight: 400 } as const;

  it.each([
    ['small', { fontSizePx: 16, fontWeight: 400 }, 4.5],
    ['nearly large', { fontSizePx: 23.9, fontWeight: 400 }, 4.5],
    ['large', { fontSizePx: 24, fontWeight: 400 }, 3],
    ['bold and nearly large', { fontSizePx: 18.5, fontWeight: 700 }, 4.5],
    ['bold and large', { fontSizePx: 18.66, fontWeight: 700 }, 3],
    ['nearly bold', { fontSizePx: 20, fontWeight: 600 }, 4.5],
  ])('has to be more where it is %s', (_how, size, needed) => {
    const contrast = measureContrast({ ...grey, ...size }, repeated(white, 10));
    expect(contrast.needed).toBe(needed);
    expect(isEnough(contrast)).toBe(needed === 3);
  });

  it('is less where the text is not opaque', () => {
    const faint = measureContrast({ ...grey, color: [0, 0, 0, 0.4] }, repeated(white, 10));
    expect(faint.ratio).toBeCloseTo(contrastRatio([153, 153, 153], white), 5);
  });

  it('is that of the worst places, but for a few points', () => {
    const mostlyWhite = [...repeated(black, 9), ...repeated(white, 91)];
    const partlyBlack = [...repeated(white, 50), ...repeated(black, 50)];
    const onText = { ...grey, color: [0, 0, 0, 1] } as const;
    expect([
      measureContrast(onText, mostlyWhite).ratio,
      measureContrast(onText, partlyBlack).ratio,
    ]).toEqual([21, 1]);
  });

  it('is none where nothing was looked at', () => {
    expect(measureContrast(grey, [])).toEqual({ ratio: 1, needed: 4.5 });
  });
});
