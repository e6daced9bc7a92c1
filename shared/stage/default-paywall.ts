import type { Workflow } from '../model/workflow.ts';
import { englishWords } from '../paywall/texts/variables/words.ts';
import { workflowOfScreen } from '../workflow/own-paywall.ts';

export const defaultScreenId = 'default';

type Wire = Readonly<Record<string, unknown>>;

const color = (light: string, dark: string): Wire => ({
  light: { type: 'hex', value: light },
  dark: { type: 'hex', value: dark },
});

const colors = {
  page: color('#f4f4f7ff', '#101014ff'),
  card: color('#ffffffff', '#1d1d23ff'),
  text: color('#17171cff', '#f3f3f6ff'),
  quiet: color('#5c5d68ff', '#a9aab6ff'),
  line: color('#c3c5cfff', '#5b5d6bff'),
  accent: color('#2c55d4ff', '#8fabffff'),
  onAccent: color('#ffffffff', '#0d1330ff'),
} as const;

const locale = 'en_US';

const texts = {
  title: 'Choose your plan',
  none: 'Nothing is for sale right now.',
  name: '{{ product.store_product_name }}',
  price: '{{ product.price_per_period_abbreviated }}',
  offer: '{{ product.offer_price | capitalize }} for {{ product.offer_period_with_unit }}',
  terms: '{{ product.price_per_period }}',
  offerTerms:
    '{{ product.offer_price | capitalize }} for {{ product.offer_period_with_unit }}, then {{ product.price_per_period }}',
  buy: 'Continue',
  restore: 'Restore purchases',
} as const;

const fill: Wire = { type: 'fill' };
const fit: Wire = { type: 'fit' };
const fixed = (value: number): Wire => ({ type: 'fixed', value });

const edges = (top: number, sides: number, bottom = top): Wire => ({
  top,
  bottom,
  leading: sides,
  trailing: sides,
});

const filled = (value: Wire): Wire => ({ type: 'color', value });

const rounded = (radius: number): Wire => ({
  type: 'rectangle',
  corners: {
    top_leading: radius,
    top_trailing: radius,
    bottom_leading: radius,
    bottom_trailing: radius,
  },
});

const when = (type: string, properties: Wire): Wire => ({ conditions: [{ type }], properties });

const text = (lid: keyof typeof texts, fontSize: number, more: Wire = {}): Wire => ({
  type: 'text',
  text_lid: lid,
  font_size: fontSize,
  color: colors.text,
  horizontal_alignment: 'leading',
  size: { width: fill, height: fit },
  ...more,
});

const column = (components: readonly Wire[], more: Wire = {}): Wire => ({
  type: 'stack',
  dimension: { type: 'vertical', alignment: 'leading', distribution: 'start' },
  size: { width: fill, height: fit },
  components,
  ...more,
});

const dot = column([], {
  size: { width: fixed(10), height: fixed(10) },
  shape: { type: 'pill' },
  overrides: [when('selected', { background: filled(colors.accent) })],
});

/** A ring, with a dot in it while it is selected; the dot keeps long names from squeezing it. */
const radio = column([dot], {
  size: { width: fit, height: fit },
  padding: edges(4, 4),
  shape: { type: 'pill' },
  border: { width: 2, color: colors.line },
  overrides: [when('selected', { border: { width: 2, color: colors.accent } })],
});

const isOnOffer = (properties: Wire): readonly Wire[] =>
  ['intro_offer', 'promo_offer'].map((type) => when(type, properties));

const plan = ({ id }: { readonly id: string }): Wire => ({
  type: 'package',
  package_id: id,
  is_selected_by_default: false,
  stack: {
    type: 'stack',
    dimension: { type: 'horizontal', alignment: 'center', distribution: 'start' },
    size: { width: fill, height: fit },
    spacing: 14,
    padding: edges(16, 16),
    background: filled(colors.card),
    shape: rounded(16),
    border: { width: 2, color: colors.card },
    overrides: [when('selected', { border: { width: 2, color: colors.accent } })],
    components: [
      radio,
      column(
        [
          text('name', 17, { font_weight: 'semibold' }),
          text('offer', 14, {
            color: colors.quiet,
            visible: false,
            overrides: isOnOffer({ visible: true }),
          }),
        ],
        { spacing: 3 },
      ),
      text('price', 17, { horizontal_alignment: 'trailing', size: { width: fit, height: fit } }),
    ],
  },
});

const purchase: Wire = {
  type: 'purchase_button',
  stack: column(
    [
      text('buy', 17, {
        font_weight: 'semibold',
        color: colors.onAccent,
        horizontal_alignment: 'center',
      }),
    ],
    { background: filled(colors.accent), shape: { type: 'pill' }, padding: edges(16, 24) },
  ),
};

const restore: Wire = {
  type: 'button',
  action: { type: 'restore_purchases' },
  stack: column([text('restore', 15, { color: colors.quiet, horizontal_alignment: 'center' })], {
    padding: edges(8, 16),
  }),
};

/** Lines of a length that can be read, however wide the screen is. */
const margins = (top: number, bottom: number): Wire => ({
  padding: edges(top, 20, bottom),
  overrides: [
    when('medium', { padding: edges(top, 110, bottom) }),
    when('expanded', { padding: edges(top, 220, bottom) }),
  ],
});

const title = text('title', 30, { font_weight: 'bold', margin: edges(0, 0, 12) });
const none = text('none', 17, { color: colors.quiet });
const terms = text('terms', 14, {
  color: colors.quiet,
  horizontal_alignment: 'center',
  overrides: isOnOffer({ text_lid: 'offerTerms' }),
});

/** As many as the preview offers. */
const mostPackages = 100;

const screenFor = (packages: readonly { readonly id: string }[]): Wire => {
  const plans = packages.slice(0, mostPackages).map(plan);
  const isEmpty = plans.length === 0;
  return {
    template_name: 'default',
    asset_base_url: 'https://assets.invalid',
    default_locale: locale,
    components_localizations: { [locale]: texts },
    components_config: {
      base: {
        background: filled(colors.page),
        stack: column([title, ...(isEmpty ? [none] : plans)], { spacing: 12, ...margins(64, 24) }),
        sticky_footer: {
          type: 'footer',
          stack: column(isEmpty ? [restore] : [terms, purchase, restore], {
            spacing: 12,
            background: filled(colors.page),
            ...margins(16, 20),
          }),
        },
      },
    },
  };
};

/** What is shown of an offering that has nothing better: its packages, to choose one and buy it. */
export const defaultPaywall = (packages: readonly { readonly id: string }[]): Workflow => {
  const workflow = workflowOfScreen(
    { id: defaultScreenId, screenId: defaultScreenId },
    screenFor(packages),
    { localizations: { [locale]: englishWords } },
  );
  if (workflow === null) throw new Error('the default paywall does not decode');
  return workflow;
};
