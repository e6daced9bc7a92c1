import type { ShownPaywall } from '../../shared/paywall/preview-page.ts';
import { areFontsThere } from './fonts.ts';
import { type Mounted, type Report, addLayer, mountIn, remove } from './layer.ts';
import { areFontsOfOneMind } from './registered-fonts.ts';
import { standsStill } from './stands-still.ts';

/** Paywalls that are mounted before anybody wants to see them, behind the one that is seen. */
export interface LayersAhead {
  /** Mounts it, unless it would be noticed beside the one that is seen. */
  add(paywall: ShownPaywall, seen: ShownPaywall): void;
  /** Gives it away, still hidden; null: it is not there, or it is not as it would be mounted now. */
  take(paywall: ShownPaywall): Mounted | null;
  clear(): void;
}

/** What a person may go to next from most screens. */
const mostAhead = 3;
/** What took longer once is left to when it is wanted; a machine that is busy makes nothing that slow. */
const longestMs = 250;

interface Ahead {
  readonly mounted: Mounted;
  /** What it said was heard by nobody. */
  readonly hasSpoken: () => boolean;
}

/** What one of them says of the document, of which there is one for all, the other says as well. */
const isOfSameDocument = (one: ShownPaywall, other: ShownPaywall): boolean =>
  one.locale === other.locale &&
  one.direction === other.direction &&
  one.props.preferredColorMode === other.props.preferredColorMode &&
  areFontsOfOneMind(one.props, other.props);

export const createLayersAhead = (target: HTMLElement, report: Report): LayersAhead => {
  const ahead = new Map<ShownPaywall, Ahead>();
  const slow = new WeakSet<ShownPaywall>();

  const clear = (): void => {
    for (const { mounted } of ahead.values()) remove(mounted);
    ahead.clear();
  };
  // Some sizes are measured once, as it is mounted.
  addEventListener('resize', clear);

  /** Out of sight, and of reach for pointers, the keyboard and screen readers. */
  const mountHidden = (paywall: ShownPaywall): Ahead => {
    // After the one that is seen: the first of several pictures with an id lends its mask to all.
    const layer = addLayer(target, 'is-ahead');
    layer.inert = true;
    let hasSpoken = false;
    try {
      const mounted = mountIn(layer, paywall, (event) => {
        if (layer.inert) hasSpoken = true;
        else report(event);
      });
      return { mounted, hasSpoken: () => hasSpoken };
    } catch (error) {
      layer.remove();
      throw error;
    }
  };

  const isFit = (paywall: ShownPaywall, seen: ShownPaywall): boolean =>
    ahead.size < mostAhead &&
    !ahead.has(paywall) &&
    !slow.has(paywall) &&
    standsStill(paywall.props.paywallData) &&
    [seen, ...ahead.keys()].every((other) => isOfSameDocument(paywall, other));

  return Object.freeze<LayersAhead>({
    clear,
    add: (paywall, seen) => {
      if (!isFit(paywall, seen)) return;
      const startedAt = performance.now();
      ahead.set(paywall, mountHidden(paywall));
      if (performance.now() - startedAt > longestMs) slow.add(paywall);
    },
    take: (paywall) => {
      const found = ahead.get(paywall);
      if (found === undefined || found.hasSpoken() || !areFontsThere(paywall.props)) return null;
      ahead.delete(paywall);
      return found.mounted;
    },
  });
};
