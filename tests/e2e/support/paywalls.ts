import type { JsonObject } from '../../../shared/paywall/wire/json.ts';
import type { ShownPaywall } from '../../../shared/paywall/preview-page.ts';

/** A component as it is written in a paywall. */
export type Component = JsonObject;

export const hex = (value: string) => ({ light: { type: 'hex', value } });
export const fixed = (width: number, height: number) => ({
  width: { type: 'fixed', value: width },
  height: { type: 'fixed', value: height },
});
export const color = (value: string) => ({ type: 'color', value: hex(value) });

/** From one color at the start to another at the end. */
export const gradient = (from: string, to: string, degrees = 90) => ({
  type: 'color',
  value: {
    light: {
      type: 'linear',
      degrees,
      points: [
        { color: from, percent: 0 },
        { color: to, percent: 100 },
      ],
    },
  },
});

const none = { top: 0, bottom: 0, leading: 0, trailing: 0 };
const fill = { width: { type: 'fill' }, height: { type: 'fit' } };
const fit = { width: { type: 'fit' }, height: { type: 'fit' } };

/** Black on whatever is behind it; what it says is its own key in the localisation. */
export const text = (words: string, changes: Component = {}): Component => ({
  type: 'text',
  text_lid: words,
  color: hex('#000000'),
  font_size: 16,
  font_weight: 'regular',
  horizontal_alignment: 'leading',
  size: fit,
  padding: none,
  margin: none,
  ...changes,
});

/** Enough of them have to be scrolled. */
export const lines = (count: number): readonly Component[] =>
  Array.from({ length: count }, (_, index) => text(`Line ${index}`));

/** A field to type a name into. */
export const nameField: Component = {
  type: 'input_text',
  field_id: 'name',
  keyboard_type: 'text',
  size: fixed(200, 40),
  font_size: 16,
  color: hex('#000000'),
  placeholder_color: hex('#000000'),
  placeholder_lid: 'Name',
  placeholder_font_size: 16,
  required: false,
};

export const stack = (components: readonly Component[], changes: Component = {}): Component => ({
  type: 'stack',
  components,
  dimension: { type: 'vertical', alignment: 'leading', distribution: 'start' },
  size: fill,
  spacing: 8,
  padding: none,
  margin: none,
  ...changes,
});

/** Its components over each other, the last one on top. */
export const layers = (components: readonly Component[]): Component =>
  stack(components, { dimension: { type: 'zlayer', alignment: 'top_leading' } });

const imageFiles = (url: string) => ({
  light: { original: url, webp: url, webp_low_res: url, width: 100, height: 100 },
});

export const image = (url: string): Component => ({
  type: 'image',
  id: 'image',
  source: imageFiles(url),
  size: fixed(100, 100),
  fit_mode: 'fit',
  padding: none,
  margin: none,
});

export const imageBackground = (url: string): Component => ({
  type: 'image',
  value: imageFiles(url),
  fit_mode: 'fill',
});

export const icon = (baseUrl: string, name: string): Component => ({
  type: 'icon',
  icon_name: name,
  base_url: baseUrl,
  formats: { webp: name },
  color: hex('#000000'),
  size: fixed(24, 24),
  padding: none,
  margin: none,
});

export const video = (url: string): Component => ({
  type: 'video',
  id: 'video',
  source: { light: { url, url_low_res: url, width: 100, height: 100 } },
  size: fixed(100, 100),
  fit_mode: 'fit',
  padding: none,
  margin: none,
  auto_play: true,
  loop: true,
  mute_audio: true,
  show_controls: false,
});

export const carousel = (pages: readonly Component[], changes: Component = {}): Component => ({
  type: 'carousel',
  pages,
  page_alignment: 'top',
  page_peek: 0,
  page_spacing: 0,
  initial_page_index: 0,
  loop: false,
  size: fill,
  padding: none,
  margin: none,
  ...changes,
});

export const button = (action: Component, words: string, changes: Component = {}): Component => ({
  type: 'button',
  action,
  stack: stack([text(words)]),
  ...changes,
});

/** The keys of all texts in it. */
export const keysIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key.endsWith('_lid') && typeof member === 'string' ? [member] : keysIn(member),
  );
};

export interface PaywallChanges {
  readonly background?: Component;
  readonly fonts?: Component;
  readonly locale?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly sellsPackage?: string;
}

/** A paywall as it is mounted, in one language and with nothing that has to be worked out. */
export const paywall = (
  components: readonly Component[],
  changes: PaywallChanges = {},
): ShownPaywall => {
  const { background, fonts = {}, locale = 'en_US', direction = 'ltr' } = changes;
  const base = {
    stack: stack(components, { size: { width: { type: 'fill' }, height: { type: 'fill' } } }),
    background: background ?? color('#ffffff'),
  };
  const words = Object.fromEntries(keysIn(base).map((key) => [key, key]));
  return {
    props: {
      paywallData: {
        id: 'paywall',
        default_locale: locale,
        components_config: { base },
        components_localizations: { [locale]: words },
      },
      uiConfig: { app: { colors: {}, fonts } },
      selectedLocale: locale,
      preferredColorMode: 'light',
      variablesPerPackage: {},
      infoPerPackage: {},
      globalVariables: {},
      customVariables: {},
    },
    locale,
    direction,
  };
};
