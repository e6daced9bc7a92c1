import { Paywall } from '@revenuecat/purchases-ui-js';
import { type ComponentProps, flushSync, mount, unmount } from 'svelte';
import { messageOf } from '../../shared/error-text.ts';
import type { PreviewEvent, ShownPaywall } from '../../shared/paywall/preview-page.ts';

type RendererProps = ComponentProps<typeof Paywall>;

export type Report = (event: PreviewEvent) => void;

/** A paywall in a layer of its own. */
export interface Mounted {
  readonly layer: HTMLElement;
  readonly paywall: ShownPaywall;
  /** Null: it could not be mounted as a whole. */
  readonly component: ReturnType<typeof mount> | null;
}

const callbacks = (report: Report) =>
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

/** `className` says in which way it is not seen yet. */
export const addLayer = (target: HTMLElement, ...className: readonly string[]): HTMLElement => {
  const layer = document.createElement('div');
  layer.classList.add('layer', ...className);
  target.append(layer);
  return layer;
};

export const mountIn = (layer: HTMLElement, paywall: ShownPaywall, report: Report): Mounted => {
  // It comes as JSON: the host has checked the screen and made the props.
  const props = { ...paywall.props, ...callbacks(report) } as unknown as RendererProps;
  const component = mount(Paywall, { target: layer, props });
  flushSync();
  // A carousel is put on its first page and sent to the next one in the same frame: unless the
  // browser has seen it where it starts, it shows the page before for as long as it waits.
  layer.getBoundingClientRect();
  return { layer, paywall, component };
};

export const remove = ({ layer, component }: Mounted): void => {
  layer.remove();
  // Nobody sees it any more: what takes its place need not wait for it.
  if (component !== null) requestIdleCallback(() => void unmount(component));
};
