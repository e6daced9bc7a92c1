import type { Finding, TextPiece } from './preview-page.ts';

/** Red, green, blue: 0–255. */
export type Rgb = readonly [number, number, number];
/** With opacity: 0–1. */
export type Rgba = readonly [number, number, number, number];

/** How a text is drawn, as far as the contrast that it needs depends on it. */
export interface Lettering {
  readonly color: Rgba;
  readonly fontSizePx: number;
  readonly fontWeight: number;
}

export interface Contrast {
  readonly ratio: number;
  /** What WCAG 2 asks for at level AA (1.4.3). */
  readonly needed: number;
}

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** From 1 (the same) to 21 (black on white). */
export const contrastRatio = (a: Rgb, b: Rgb): number => {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

/** What is seen where a colour lies over another. */
export const laidOver = ([red, green, blue, opacity]: Rgba, ground: Rgb): Rgb => {
  const mix = (top: number, below: number): number => top * opacity + below * (1 - opacity);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
};

/** Large text, which can do with less, is 18 pt, or 14 pt in bold. */
const isLarge = ({ fontSizePx, fontWeight }: Lettering): boolean =>
  fontSizePx >= 24 || (fontSizePx >= 18.66 && fontWeight >= 700);

const triples = (channels: readonly number[]): readonly Rgb[] =>
  Array.from({ length: Math.floor(channels.length / 3) }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = channels.slice(index * 3, index * 3 + 3);
    return [red, green, blue];
  });

/** The part of the points that may be worse: the edge of a box, the glint in a photograph. */
const spared = 0.1;

/** The contrast of a text with what is behind it, given as red, green and blue in turn. */
export const measureContrast = (lettering: Lettering, behind: readonly number[]): Contrast => {
  const ratios = triples(behind)
    .map((ground) => contrastRatio(laidOver(lettering.color, ground), ground))
    .sort((a, b) => a - b);
  return {
    ratio: ratios[Math.floor(ratios.length * spared)] ?? 1,
    needed: isLarge(lettering) ? 3 : 4.5,
  };
};

export const isEnough = ({ ratio, needed }: Contrast): boolean => ratio >= needed;

/** What is to be said of a text on these points; null where it can be read, or cannot be told. */
export const lowContrast = (piece: TextPiece, behind: readonly number[]): Finding | null => {
  const { text, area, color, ...size } = piece;
  if (color === null) return null;
  const contrast = measureContrast({ color, ...size }, behind);
  if (isEnough(contrast)) return null;
  const found = (Math.floor(contrast.ratio * 10) / 10).toFixed(1);
  const detail = `has a contrast of ${found}, less than ${contrast.needed}`;
  return { kind: 'low-contrast', subject: text, detail, area };
};
