import { setMoment } from './clock.ts';
import { fontAddressesOf, keepFonts } from './fonts.ts';
import type { Moment, PreviewEvent, ShownPaywall } from '../../shared/paywall/preview-page.ts';
import { type Mounted, addLayer, mountIn, remove } from './layer.ts';
import { createLayersAhead } from './layers-ahead.ts';
import { afterMs } from './waiting.ts';

/** Where paywalls are mounted, of which one is seen. */
export interface Stage {
  /** What is mounted; null: nothing. */
  layer(): HTMLElement | null;
  /** Where the fonts of what is mounted come from. */
  fontAddresses(): readonly string[];
  show(paywall: ShownPaywall, moment: Moment | null): void;
  /** Mounts it unseen: where it is shown next, it is there at once. */
  mountAhead(paywall: ShownPaywall): void;
  /** Takes away what was mounted unseen, and what is left of what was seen before. */
  tidy(): void;
  /**
   * Puts another state of what is mounted in its place, without a flicker; false where something
   * newer came before it could be seen. `beforeSeen` may still change it.
   */
  exchange(
    paywall: ShownPaywall,
    beforeSeen: (former: HTMLElement, next: HTMLElement) => void,
  ): Promise<boolean>;
  clear(): void;
}

/** A picture that takes longer is shown when it comes. */
const picturesLimitMs = 300;

const setDocument = ({ locale, direction, props }: ShownPaywall): void => {
  const root = document.documentElement;
  // Paywalls write `de_DE` what HTML writes `de-DE`.
  root.lang = locale.replaceAll('_', '-');
  root.dir = direction;
  root.style.colorScheme = props.preferredColorMode;
};

const decoded = async (image: HTMLImageElement): Promise<void> => {
  try {
    await image.decode();
  } catch {
    // One that cannot be shown is not waited for.
  }
};

const picturesDecoded = async (layer: HTMLElement): Promise<void> => {
  const images = [...layer.querySelectorAll('img')];
  if (images.length === 0) return;
  await Promise.race([Promise.all(images.map(decoded)), afterMs(picturesLimitMs)]);
};

/** Makes a stage of an element that has a height. */
export const createStage = (target: HTMLElement, report: (event: PreviewEvent) => void): Stage => {
  let mounted: Mounted | null = null;
  const ahead = createLayersAhead(target, report);
  /** What takes the place of that next. */
  let coming: HTMLElement | null = null;
  // A link in a text would open a window; where it leads is reported instead. The renderer reports
  // only what nobody has prevented yet, so this has to hear of it last.
  window.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#stage a') !== null)
      event.preventDefault();
  });

  const leave = (): void => {
    const former = mounted;
    mounted = null;
    if (former !== null) remove(former);
    // The first of several pictures with an id lends its mask to all: none of before may be there.
    coming?.remove();
    coming = null;
    ahead.clear();
  };

  const clear = (): void => {
    leave();
    // The renderer adds a paywall's fonts again with each mount, and never takes them away.
    document.fonts.clear();
  };

  /** It was mounted for what the document is now: had that changed, it would have gone. */
  const uncover = (next: Mounted, moment: Moment | null): void => {
    leave();
    setMoment(moment);
    mounted = next;
    next.layer.classList.remove('is-ahead');
    next.layer.inert = false;
  };

  return Object.freeze<Stage>({
    clear,
    layer: () => mounted?.layer ?? null,
    fontAddresses: () => (mounted?.component == null ? [] : fontAddressesOf(mounted.paywall.props)),
    mountAhead: (paywall) => {
      if (mounted !== null) ahead.add(paywall, mounted.paywall);
    },
    tidy: () => {
      ahead.clear();
      if (mounted !== null) keepFonts(mounted.paywall.props);
    },
    show: (paywall, moment) => {
      const next = ahead.take(paywall);
      if (next !== null) {
        uncover(next, moment);
        return;
      }
      clear();
      setMoment(moment);
      setDocument(paywall);
      const layer = addLayer(target);
      // One that cannot be mounted as a whole leaves a part of it.
      mounted = { layer, paywall, component: null };
      mounted = mountIn(layer, paywall, report);
    },
    exchange: async (paywall, beforeSeen) => {
      const former = mounted;
      if (former === null) return false;
      // It comes before all that is mounted ahead, which was for another selection anyway.
      ahead.clear();
      const layer = addLayer(target, 'is-coming');
      coming = layer;
      let next: Mounted = { layer, paywall, component: null };
      try {
        next = mountIn(layer, paywall, report);
        await picturesDecoded(layer);
      } catch (error) {
        remove(next);
        throw error;
      }
      if (mounted !== former || coming !== layer) {
        remove(next);
        return false;
      }
      layer.classList.remove('is-coming');
      beforeSeen(former.layer, layer);
      mounted = next;
      coming = null;
      remove(former);
      return true;
    },
  });
};
