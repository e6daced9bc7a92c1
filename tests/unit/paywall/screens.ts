import type {
  Circumstances,
  PackageOnOffer,
  Product,
} from '../../../shared/paywall/circumstances.ts';
import { type PreparedScreen, prepareScreen } from '../../../shared/paywall/prepare-screen.ts';

export type Wire = Readonly<Record<string, unknown>>;

export const hex = (value: string): Wire => ({ type: 'hex', value });

export const black: Wire = { light: hex('#000000') };

export const offered = (
  id: string,
  product: Partial<Product> = {},
  eligible: { readonly intro?: boolean; readonly promo?: boolean } = {},
): PackageOnOffer => ({
  id,
  product: {
    id: `${id}_product`,
    title: `The ${id}`,
    price: { amount: 4.99, currency: 'USD' },
    period: 'P1M',
    ...product,
  },
  isEligibleForIntro: eligible.intro ?? false,
  isEligibleForPromo: eligible.promo ?? false,
});

export const monthly = offered('monthly');

export const annual = offered(
  'annual',
  {
    price: { amount: 39.99, currency: 'USD' },
    period: 'P1Y',
    introOffers: [{ price: { amount: 0, currency: 'USD' }, period: 'P1W' }],
  },
  { intro: true },
);

export const lifetime = offered('lifetime', {
  price: { amount: 99.99, currency: 'USD' },
  period: null,
});

export const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  locales: ['en-US'],
  colorMode: 'light',
  widthClass: 'compact',
  packages: [monthly, annual, lifetime],
  nowMs: Date.UTC(2026, 0, 15),
  ...more,
});

/** Words for periods and offers, as a project has them. */
export const words: Wire = {
  en_US: { month: 'month', free_price: 'free', percent: '%d%%', lifetime: 'lifetime' },
};

export const uiConfig = (app: Wire = {}, more: Wire = {}): Wire => ({
  app: { colors: {}, fonts: {}, ...app },
  localizations: words,
  variable_config: {},
  ...more,
});

/** A screen whose page is a stack of these components; texts are in `en_US`. */
export const screenOf = (
  components: readonly unknown[],
  texts: Wire = {},
  more: Wire = {},
  base: Wire = {},
): Wire => ({
  template_name: 'components',
  asset_base_url: 'https://assets.test',
  default_locale: 'en_US',
  components_localizations: { en_US: texts },
  components_config: { base: { stack: { type: 'stack', components }, ...base } },
  ...more,
});

/** A screen of these components, prepared; its texts are `t` and `url`. */
export const prepareComponents = (
  components: readonly unknown[],
  more: Wire = {},
): PreparedScreen =>
  prepareScreen(
    screenOf(components, { t: 'text', url: 'https://a.test/?a=1&b="2"' }, more),
    uiConfig(),
    circumstances(),
  );

/** JSON of any kind, to look into without saying at each step what it is. */
export interface Node {
  readonly [key: string]: Node;
}

export const base = ({ props }: PreparedScreen): Node => {
  const config = props.paywallData['components_config'] as unknown as Node;
  return config['base'] ?? {};
};

/** The components of the page, as the renderer gets them. */
export const drawn = (prepared: PreparedScreen): readonly Node[] =>
  base(prepared)['stack']?.['components'] as unknown as readonly Node[];

/** The texts that the renderer gets. */
export const textsOf = ({ props, locale }: PreparedScreen): Readonly<Record<string, string>> =>
  (
    props.paywallData['components_localizations'] as unknown as Record<
      string,
      Record<string, string>
    >
  )[locale] ?? {};

/** Code and place of each problem. */
export const problemsOf = ({ problems }: PreparedScreen): readonly string[] =>
  problems.map(({ code, place }) => `${code} ${place}`);

/** Where the page's components stand. */
export const page = 'components_config.base.stack.components';

/** The first component of a screen with only that. */
export const drawnAlone = (
  component: unknown,
  more: Partial<Circumstances> = {},
  config: Wire = uiConfig(),
): Node =>
  drawn(prepareScreen(screenOf([component], { t: 'text' }), config, circumstances(more)))[0] ?? {};

/** The text of a screen that has only this one. */
export const shownText = (
  text: string,
  more: Partial<Circumstances> = {},
  config: Wire = uiConfig(),
): string | undefined =>
  textsOf(
    prepareScreen(
      screenOf([{ type: 'text', text_lid: 't' }], { t: text }),
      config,
      circumstances(more),
    ),
  )['text:t'];

export const text = (lid: string, more: Wire = {}): Wire => ({
  type: 'text',
  text_lid: lid,
  color: black,
  ...more,
});

export const stack = (components: readonly unknown[], more: Wire = {}): Wire => ({
  type: 'stack',
  components,
  ...more,
});

export const packageOf = (
  id: string,
  components: readonly unknown[] = [],
  more: Wire = {},
): Wire => ({
  type: 'package',
  package_id: id,
  stack: stack(components),
  ...more,
});

/** An override with conditions of these types. */
export const override = (
  conditions: readonly (string | Wire)[],
  properties: Wire,
): { readonly conditions: readonly Wire[]; readonly properties: Wire } => ({
  conditions: conditions.map((each) => (typeof each === 'string' ? { type: each } : each)),
  properties,
});
