import { Paywall } from '@revenuecat/purchases-ui-js';
import { type ComponentProps, flushSync, mount, unmount } from 'svelte';
import { setMoment } from './clock.ts';
import { fontAddressesOf } from './fonts.ts';
import type { Moment, PreviewEvent, ShownPaywall } from '../../shared/paywall/preview-page.ts';

type RendererProps = ComponentProps<typeof Paywall>;

/** Where paywalls are mounted, one at a time. */
export interface Stage {
  /** Where the fonts of what is mounted come from. */
  fontAddresses(): readonly string[];
  show(paywall: ShownPaywall, moment: Moment | null): Promise<void>;
  clear(): Promise<void>;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

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

/** Makes a stage of an element that has a height. */
export const createStage = (target: HTMLElement, report: (event: PreviewEvent) => void): Stage => {
  let mounted: ReturnType<typeof mount> | null = null;
  let fonts: readonly string[] = [];
  // A link in a text would open a window; where it leads is reported instead. The renderer reports
  // only what nobody has prevented yet, so this has to hear of it last.
  window.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#stage a') !== null)
      event.preventDefault();
  });

  const clear = async (): Promise<void> => {
    const former = mounted;
    mounted = null;
    if (former !== null) await unmount(former);
    // One that could not be mounted as a whole has left a part of it.
    target.replaceChildren();
    // The renderer adds a paywall's fonts again with each mount, and never takes them away.
    document.fonts.clear();
  };

  return Object.freeze({
    clear,
    fontAddresses: () => fonts,
    show: async (paywall: ShownPaywall, moment: Moment | null) => {
      await clear();
      setMoment(moment);
      setDocument(paywall);
      // It comes as JSON: the host has checked the screen and made the props.
      const props = { ...paywall.props, ...callbacks(report) } as unknown as RendererProps;
      mounted = mount(Paywall, { target, props });
      fonts = fontAddressesOf(paywall.props);
      flushSync();
      // A carousel is put on its first page and sent to the next one in the same frame: unless the
      // browser has seen it where it starts, it shows the page before for as long as it waits.
      target.getBoundingClientRect();
    },
  });
};
