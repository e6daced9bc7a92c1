import type { Area } from '../../shared/paywall/preview-page.ts';
import { intersection } from './geometry.ts';

const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
const cuts = (overflow: string): boolean => overflow !== 'visible';

/** An ancestor that does not show what lies outside of it. */
export interface Clip {
  readonly element: Element;
  readonly isScroller: boolean;
  readonly area: Area;
}

/** Everything is far inside of it. */
const limitless = { from: -1e6, size: 2e6 };

const clipOf = (element: Element): Clip | null => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const [cutsX, cutsY] = [cuts(overflowX), cuts(overflowY)];
  if (!cutsX && !cutsY) return null;
  const box = element.getBoundingClientRect();
  return {
    element,
    isScroller: scrolls(overflowX) || scrolls(overflowY),
    area: {
      x: cutsX ? box.x : limitless.from,
      width: cutsX ? box.width : limitless.size,
      y: cutsY ? box.y : limitless.from,
      height: cutsY ? box.height : limitless.size,
    },
  };
};

/** The ancestors that cut an element, the nearest first, up to the stage. */
export const clipsOf = (element: Element, stage: HTMLElement): readonly Clip[] => {
  const found: Clip[] = [];
  for (
    let ancestor = element.parentElement;
    ancestor !== null && ancestor !== stage.parentElement;
    ancestor = ancestor.parentElement
  ) {
    const clip = clipOf(ancestor);
    if (clip !== null) found.push(clip);
  }
  return found;
};

/** The part of an area that its clips let through. */
export const seenThrough = (area: Area, clips: readonly Clip[]): Area =>
  clips.reduce<Area>((seen, clip) => intersection(seen, clip.area), area);
