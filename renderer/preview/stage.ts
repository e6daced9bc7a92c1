import { Paywall } from '@revenuecat/purchases-ui-js';
import { type ComponentProps, flushSync, mount, unmount } from 'svelte';
import { setMoment } from './clock.ts';
import { fontAddressesOf } from './fonts.ts';
import { messageOf } from '../../shared/error-text.ts';
import type { Moment, PreviewEvent, ShownPaywall } from '../../shared/paywall/preview-page.ts';
import { afterMs } from './waiting.ts';

type RendererProps = ComponentProps<typeof Paywall>;

/** Where paywalls are mounted, one at a time. */
export interface Stage {
  /** What is mounted; null: nothing. */
  layer(): HTMLElement | null;
  /** Where the fonts of what is mounted come from. */
  fontAddresses(): readonly string[];
  show(paywall: ShownPaywall, moment: Moment | null): void;
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

interface Mounted {
  readonly layer: HTMLElement;
  readonly component: ReturnType<typeof mount> | null;
  readonly fonts: readonly string[];
}

/** A picture that takes longer is shown when it comes. */
const picturesLimitMs = 300;

const callbacks = (report: (event: PreviewEvent) => void) =>
  ({
    onPurchaseClicked: (packageId, actionId) => report({ kind: 'purchase', packageId, actionId }),
    onActionTriggered: (actionId) => report({ kind: 'action', actionId }),
    onBackClicked: () => report({ kind: 'back' }),
    onRestorePurchasesClicked: () => report({ kind: 'restore' }),
    onVisitCustomerCenterClicked: () => report({ kind: 'customer-center' }),
    onNavigateToUrlClicked: (url) => report({ kind: 'url', url }),
    onCompleteWorkflowNavigate: ({ url }) => report({ kind: 'complete', url }),
    onInputChanged: (fieldId, value) => report({ kind: 'input', fieldId, value }),
    onComponentInteraction: (data) => report({ kind: 'interaction', data: { ...data } }),
    onError: (error) => report({ kind: 'error', message: messageOf(error) }),
  }) satisfies Partial<RendererProps>;

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
  /** What takes the place of that next. */
  let coming: HTMLElement | null = null;
  // A link in a text would open a window; where it leads is reported instead. The renderer reports
  // only what nobody has prevented yet, so this has to hear of it last.
  window.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#stage a') !== null)
      event.preventDefault();
  });

  const addLayer = (): HTMLElement => {
    const layer = document.createElement('div');
    layer.className = 'layer';
    target.append(layer);
    return layer;
  };

  const mountIn = (layer: HTMLElement, paywall: ShownPaywall): Mounted => {
    // It comes as JSON: the host has checked the screen and made the props.
    const props = { ...paywall.props, ...callbacks(report) } as unknown as RendererProps;
    const component = mount(Paywall, { target: layer, props });
    flushSync();
    // A carousel is put on its first page and sent to the next one in the same frame: unless the
    // browser has seen it where it starts, it shows the page before for as long as it waits.
    layer.getBoundingClientRect();
    return { layer, component, fonts: fontAddressesOf(paywall.props) };
  };

  const remove = ({ layer, component }: Mounted): void => {
    layer.remove();
    // Nobody sees it any more: what takes its place need not wait for it.
    if (component !== null) requestIdleCallback(() => void unmount(component));
  };

  const clear = (): void => {
    const former = mounted;
    mounted = null;
    if (former !== null) remove(former);
    // The renderer adds a paywall's fonts again with each mount, and never takes them away.
    document.fonts.clear();
  };

  return Object.freeze<Stage>({
    clear,
    layer: () => mounted?.layer ?? null,
    fontAddresses: () => mounted?.fonts ?? [],
    show: (paywall, moment) => {
      clear();
      setMoment(moment);
      setDocument(paywall);
      const layer = addLayer();
      // One that cannot be mounted as a whole leaves a part of it.
      mounted = { layer, component: null, fonts: [] };
      mounted = mountIn(layer, paywall);
    },
    exchange: async (paywall, beforeSeen) => {
      const former = mounted;
      if (former === null) return false;
      const layer = addLayer();
      layer.classList.add('is-coming');
      coming = layer;
      let next: Mounted = { layer, component: null, fonts: [] };
      try {
        next = mountIn(layer, paywall);
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
      remove(former);
      return true;
    },
  });
};
