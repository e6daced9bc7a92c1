import { type Clip, clipsOf, seenThrough } from '../clips.ts';
import type { Area, Finding } from '../../../shared/paywall/preview-page.ts';
import { isOpaque } from '../css-color.ts';
import { intersection, isNothing } from '../geometry.ts';
import { type Fragment, isOnOtherPage } from '../texts.ts';
import { reach, uprightSlack } from './boxes.ts';
import { finding } from './finding.ts';

/** What a scroller hides can be scrolled to, and the stage is as large as the screen. */
const cutsForGood = ({ element, isScroller }: Clip): boolean =>
  !isScroller && element.id !== 'stage';

const clipped = (fragment: Fragment, stage: HTMLElement): readonly Finding[] => {
  const cut = clipsOf(fragment.styled, stage)
    .filter(cutsForGood)
    .map(({ area }) => reach(fragment, area))
    .find((beyond) => beyond !== null);
  if (cut === undefined) return [];
  return [finding('text-clipped', fragment.text.words, `is cut off ${cut}`, fragment.rect)];
};

const offScreen = (fragment: Fragment): readonly Finding[] => {
  const everyHeight = { x: 0, width: innerWidth, y: -1e6, height: 2e6 };
  const beyond = reach(fragment, everyHeight);
  if (beyond === null) return [];
  return [
    finding('text-off-screen', fragment.text.words, `leaves the screen ${beyond}`, fragment.rect),
  ];
};

/** A mask lets through what is behind it, in most places. */
const hides = (element: Element): boolean => {
  const { backgroundColor, backgroundImage, maskImage, opacity } = getComputedStyle(element);
  if (maskImage !== 'none' || Number(opacity) < 0.9) return false;
  return (
    element.matches('img, video') ||
    isOpaque(backgroundColor) ||
    (backgroundImage.startsWith('url(') && element.matches('.stack'))
  );
};

const coverAt = (fragment: Fragment, x: number, y: number): Element | null => {
  for (const element of document.elementsFromPoint(x, y)) {
    if (fragment.text.element.contains(element) || element.contains(fragment.text.element))
      return null;
    if (hides(element)) return element;
  }
  return null;
};

/** Points along a line of text, from its start to its end. */
const points = ({ x, y, width, height }: Area): readonly (readonly [number, number])[] =>
  [0.1, 0.5, 0.9].map((part) => [x + width * part, y + height / 2]);

/** A line at the edge of what is scrolled can be moved away from there. */
const isPartlyAway = ({ rect }: Fragment, seen: Area): boolean =>
  isNothing(seen) || seen.height < rect.height * (1 - uprightSlack);

const covered = (fragment: Fragment, stage: HTMLElement): readonly Finding[] => {
  const onScreen = intersection(fragment.rect, stage.getBoundingClientRect());
  const seen = seenThrough(onScreen, clipsOf(fragment.styled, stage));
  if (isPartlyAway(fragment, seen)) return [];
  if (!points(seen).some(([x, y]) => coverAt(fragment, x, y) !== null)) return [];
  return [finding('text-covered', fragment.text.words, 'lies behind something', fragment.rect)];
};

/** Texts of which a part can never be seen. */
export const findCuts = (
  fragments: readonly Fragment[],
  stage: HTMLElement,
  hasTime: () => boolean,
): readonly Finding[] =>
  fragments
    // The other pages of a carousel are out of sight until they are turned to.
    .filter(({ text }) => !isOnOtherPage(text))
    .flatMap((fragment) => {
      if (!hasTime()) return [];
      const cut = clipped(fragment, stage);
      return cut.length > 0 ? cut : [...offScreen(fragment), ...covered(fragment, stage)];
    });
