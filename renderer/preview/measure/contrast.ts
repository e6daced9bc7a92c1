import { lowContrast } from '../../../shared/paywall/contrast.ts';
import type { Area, Finding } from '../../../shared/paywall/preview-page.ts';
import { type PlacedPiece, placedPieces } from '../text-pieces.ts';
import { looked } from '../texts.ts';
import { type GroundAt, groundReader } from './grounds.ts';

/** More screens than this are not gone through. */
const mostScreens = 20;

const points = ({ x, y, width, height }: Area): readonly (readonly [number, number])[] =>
  [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((across) =>
    [0.3, 0.7].map((down) => [x + width * across, y + height * down] as const),
  );

/** Nothing is said of a text that has a picture behind it, be it a part of it. */
const findingOf = ({ piece, element }: PlacedPiece, groundAt: GroundAt): readonly Finding[] => {
  const grounds = points(piece.area).map(([x, y]) => groundAt(element, x, y));
  const known = grounds.filter((ground) => ground !== null);
  if (known.length < grounds.length) return [];
  const found = lowContrast(piece, known.flat());
  return found === null ? [] : [found];
};

const seenNow = (stage: HTMLElement, hasTime: () => boolean): readonly Finding[] => {
  const groundAt = groundReader();
  return placedPieces(stage)
    .filter(({ piece }) => piece.color !== null)
    .flatMap((placed) => (hasTime() ? findingOf(placed, groundAt) : []));
};

/** Goes through what is scrolled and back; it all happens before the next frame, so nobody sees it. */
const atEachScreen = <T>(
  scroller: Element,
  hasTime: () => boolean,
  look: (downPx: number) => readonly T[],
): readonly T[] => {
  const { scrollTop: before, clientHeight, scrollHeight } = scroller;
  const screens = Math.min(mostScreens, Math.ceil(scrollHeight / Math.max(1, clientHeight)));
  const found: T[] = [];
  for (let screen = 0; screen < screens && hasTime(); screen += 1) {
    scroller.scrollTop = screen * clientHeight;
    found.push(...look(scroller.scrollTop - before));
  }
  scroller.scrollTop = before;
  return found;
};

/** One for each text that is hard to read, wherever it is scrolled to. */
export const contrastFindings = (
  stage: HTMLElement,
  hasTime: () => boolean,
): readonly Finding[] => {
  const scroller = looked(stage).querySelector('.paywall-content-scroll');
  const all =
    scroller === null
      ? seenNow(stage, hasTime)
      : atEachScreen(scroller, hasTime, (downPx) =>
          seenNow(stage, hasTime).map((found) => ({
            ...found,
            area: { ...found.area, y: found.area.y + downPx },
          })),
        );
  const bySubject = new Map(all.toReversed().map((found) => [found.subject, found]));
  return [...bySubject.values()].toReversed();
};
