import { type Clip, clipsOf, seenThrough } from '../clips.ts';
import type { Area, Finding } from '../../../shared/paywall/preview-page.ts';
import { intersection, isNothing } from '../geometry.ts';
import type { Fragment } from '../texts.ts';
import { uprightSlack } from './boxes.ts';
import { finding } from './finding.ts';

/** Kerning reaches a little over the sides. */
const sidewaysSlackPx = 2;

interface Placed {
  readonly fragment: Fragment;
  readonly clips: readonly Clip[];
  /** The page of a carousel that it is on. */
  readonly page: Element | null;
}

const placedIn =
  (stage: HTMLElement) =>
  (fragment: Fragment): Placed => ({
    fragment,
    clips: clipsOf(fragment.styled, stage),
    page: fragment.styled.closest('.page'),
  });

/** What is seen of it beside the other one: what hides both in the same way hides neither. */
const seenBeside = ({ fragment, clips }: Placed, other: Placed): Area =>
  seenThrough(
    fragment.rect,
    clips.filter(({ element }) => !element.contains(other.fragment.styled)),
  );

const isOnAnotherPage = ({ page }: Placed): boolean =>
  page !== null && page.ariaCurrent === 'false';

/** Most of them are nowhere near each other, which is told without looking at what hides them. */
const areApart = (a: Placed, b: Placed): boolean =>
  isNothing(intersection(a.fragment.rect, b.fragment.rect));

/** Texts on different pages never meet, nor does a text beside the carousel meet a hidden page. */
const canMeet = (a: Placed, b: Placed): boolean =>
  a.fragment.text !== b.fragment.text &&
  (a.page === b.page ||
    (a.page === null && !isOnAnotherPage(b)) ||
    (b.page === null && !isOnAnotherPage(a)));

const meet = (a: Placed, b: Placed): Area | null => {
  const common = intersection(seenBeside(a, b), seenBeside(b, a));
  const smaller = Math.min(a.fragment.rect.height, b.fragment.rect.height);
  const isMet = common.width > sidewaysSlackPx && common.height > smaller * uprightSlack;
  return isMet ? common : null;
};

/** Texts that are written over each other. */
export const findOverlaps = (
  fragments: readonly Fragment[],
  stage: HTMLElement,
  hasTime: () => boolean,
): readonly Finding[] => {
  const placed = fragments.map(placedIn(stage));
  const found: Finding[] = [];
  for (const [index, a] of placed.entries()) {
    if (!hasTime()) break;
    for (const b of placed.slice(index + 1)) {
      if (areApart(a, b) || !canMeet(a, b)) continue;
      const area = meet(a, b);
      if (area === null) continue;
      const detail = `overlaps with "${b.fragment.text.words}"`;
      found.push(finding('texts-overlap', a.fragment.text.words, detail, area));
    }
  }
  return found;
};
