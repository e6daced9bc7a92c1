import { noSafeArea } from '../../../shared/stage/devices.ts';
import type { ScreenRequest, ToFrame } from '../../../shared/stage/frame-messages.ts';
import type { PackageOnOffer } from '../../../shared/paywall/circumstances.ts';
import { type Component, color, keysIn, stack, text } from './paywalls.ts';

/** A screen as it comes over the wire; each text says its own id. */
export const screen = (components: readonly Component[], base: Component = {}): Component => {
  const config = {
    base: {
      stack: stack(components, { size: { width: { type: 'fill' }, height: { type: 'fill' } } }),
      background: color('#ffffff'),
      ...base,
    },
  };
  return {
    id: 'paywall',
    default_locale: 'en_US',
    components_config: config,
    components_localizations: {
      en_US: Object.fromEntries(keysIn(config).map((id) => [id, id])),
    },
  };
};

/** Tells the frame of screens by id. */
export const load = (screens: Readonly<Record<string, unknown>>): ToFrame => ({
  kind: 'load',
  json: JSON.stringify({ screens, uiConfig: { app: { colors: {}, fonts: {} } } }),
});

/** Tells the frame of one screen, `main`. */
export const main = (components: readonly Component[], base: Component = {}): ToFrame =>
  load({ main: screen(components, base) });

const offered = (id: string): PackageOnOffer => ({
  id,
  product: {
    id: `${id}_product`,
    title: id,
    price: { amount: 4.99, currency: 'USD' },
    period: 'P1M',
  },
  isEligibleForIntro: false,
  isEligibleForPromo: false,
});

interface Changes extends Partial<Omit<ScreenRequest, 'circumstances'>> {
  readonly circumstances?: Partial<ScreenRequest['circumstances']>;
}

/** Asks the frame for the screen `main`, with three packages on offer. */
export const show = (turn: number, { circumstances, ...changes }: Changes = {}): ToFrame => ({
  kind: 'show',
  turn,
  request: {
    screenId: 'main',
    circumstances: {
      locales: ['en-US'],
      colorMode: 'light',
      widthClass: 'compact',
      packages: ['monthly', 'annual', 'lifetime'].map(offered),
      nowMs: Date.UTC(2026, 0, 15),
      ...circumstances,
    },
    files: {},
    moment: null,
    safeArea: noSafeArea,
    ...changes,
  },
});

/** A package that says its own name. */
export const packageOf = (id: string, changes: Component = {}): Component => ({
  type: 'package',
  package_id: id,
  is_selected_by_default: false,
  stack: stack([text(`Buy ${id}`)], { padding: { top: 8, bottom: 8, leading: 8, trailing: 8 } }),
  ...changes,
});

/** Text that is there only while one of these packages is selected, which the renderer cannot redraw. */
export const onlyWith = (packages: readonly string[], words: string): Component =>
  text(words, {
    visible: false,
    overrides: [
      {
        conditions: [{ type: 'selected_package_condition', operator: 'in', packages }],
        properties: { visible: true },
      },
    ],
  });
