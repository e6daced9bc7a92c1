import { clipsOf, seenThrough } from './clips.ts';
import type { Area, TextPiece } from '../../shared/paywall/preview-page.ts';
import { readColor } from './css-color.ts';
import { areaOf, intersection, isNothing } from './geometry.ts';
import { type Fragment, type PaywallText, findTexts, fragmentsOf, isOnOtherPage } from './texts.ts';

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

const screenArea = (): Area => ({ x: 0, y: 0, width: innerWidth, height: innerHeight });

const pieceOf = (fragment: Fragment, stage: HTMLElement): TextPiece => {
  const style = getComputedStyle(fragment.styled);
  const seen = seenThrough(fragment.rect, clipsOf(fragment.styled, stage));
  return {
    text: fragment.text.words,
    area: areaOf(intersection(seen, screenArea())),
    color: colorOf(fragment),
    fontSizePx: Number.parseFloat(style.fontSize),
    fontWeight: Number(style.fontWeight),
  };
};

/** A piece, and the element that it is written in. */
export interface PlacedPiece {
  readonly piece: TextPiece;
  readonly element: Element;
}

/** More than fit on any screen. */
const mostPieces = 1_000;

const isOnScreen = ({ element }: PaywallText): boolean =>
  !isNothing(intersection(element.getBoundingClientRect(), screenArea()));

/** The pieces of text that can be seen just now. */
export const placedPieces = (stage: HTMLElement): readonly PlacedPiece[] =>
  findTexts(stage)
    .filter((text) => isOnScreen(text) && !isOnOtherPage(text))
    .flatMap(fragmentsOf)
    .slice(0, mostPieces)
    .map((fragment) => ({ piece: pieceOf(fragment, stage), element: fragment.styled }))
    .filter(({ piece }) => !isNothing(piece.area));

export const textPieces = (stage: HTMLElement): readonly TextPiece[] =>
  placedPieces(stage).map(({ piece }) => piece);
