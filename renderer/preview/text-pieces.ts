import { clipsOf, seenThrough } from './clips.ts';
import type { TextPiece } from '../../shared/paywall/preview-page.ts';
import { readColor } from './css-color.ts';
import { areaOf, intersection, isNothing } from './geometry.ts';
import { type Fragment, findTexts, fragmentsOf, isOnOtherPage } from './texts.ts';

/** Opacity is not inherited: it holds for the element with all that is in it. */
const opacityOf = (element: Element): number => {
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
};

const colorOf = ({ text, styled }: Fragment): TextPiece['color'] => {
  if (getComputedStyle(text.element).backgroundClip === 'text') return null;
  const [red, green, blue, opacity] = readColor(getComputedStyle(styled).color);
  return [red, green, blue, opacity * opacityOf(styled)];
};

const pieceOf = (fragment: Fragment, stage: HTMLElement): TextPiece => {
  const style = getComputedStyle(fragment.styled);
  const screen = { x: 0, y: 0, width: innerWidth, height: innerHeight };
  const seen = seenThrough(fragment.rect, clipsOf(fragment.styled, stage));
  return {
    text: fragment.text.words,
    area: areaOf(intersection(seen, screen)),
    color: colorOf(fragment),
    fontSizePx: Number.parseFloat(style.fontSize),
    fontWeight: Number(style.fontWeight),
  };
};

/** The pieces of text that can be seen just now. */
export const textPieces = (stage: HTMLElement): readonly TextPiece[] =>
  findTexts(stage)
    .filter((text) => !isOnOtherPage(text))
    .flatMap(fragmentsOf)
    .map((fragment) => pieceOf(fragment, stage))
    .filter(({ area }) => !isNothing(area));
