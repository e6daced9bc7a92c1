import type { Product } from '../../shared/paywall/circumstances.ts';
import { isJsonObject } from '../backend/json.ts';
import { type Answer, errorAnswer, jsonAnswer } from '../backend/reply.ts';
import type { OtherRoute } from './phone-routes.ts';
import type { PhoneAsk } from './phone-source.ts';

/** What the store would say about these products. */
export type SoldProducts = (productIds: readonly string[]) => readonly Product[];

interface OtherAsk extends PhoneAsk<OtherRoute> {
  readonly nowMs: number;
  /** Whatever stands in the path for a user. */
  readonly user: string;
  readonly sold: SoldProducts;
}

type Answerer = (ask: OtherAsk) => Answer;

const json = (value: unknown): Answer => jsonAnswer(200, JSON.stringify(value));

/** A customer was always there, and owns nothing. */
const firstSeen = '2020-01-01T00:00:00Z';

const dateText = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

const customer = (user: string, nowMs: number): Answer =>
  json({
    request_date: dateText(nowMs),
    request_date_ms: Math.round(nowMs),
    subscriber: {
      entitlements: {},
      first_seen: firstSeen,
      last_seen: dateText(nowMs),
      management_url: null,
      non_subscriptions: {},
      original_app_user_id: user,
      original_application_version: null,
      original_purchase_date: null,
      other_purchases: {},
      subscriptions: {},
    },
  });

const posted = (body: Buffer): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
};

const identify: Answerer = ({ body, nowMs }) => {
  const { new_app_user_id: user } = posted(body);
  return typeof user === 'string' && user !== ''
    ? customer(user, nowMs)
    : errorAnswer(400, 'There is no new_app_user_id.');
};

const micros = (amount: number): number => Math.round(amount * 1_000_000);

type Phase = NonNullable<Product['introOffers']>[number];

const phase = ({ price, period, cycles = 1 }: Phase) => ({
  period_duration: period,
  cycle_count: cycles,
  price: { amount_micros: micros(price.amount), currency: price.currency },
});

const optionId = 'base_option';

const purchaseOption = ({ price, period, introOffers = [] }: Product) => {
  const about = { id: optionId, price_id: 'price' };
  const money = { amount_micros: micros(price.amount), currency: price.currency };
  if (period === null) return { ...about, base_price: money };
  const trial = introOffers.find((offer) => offer.price.amount === 0);
  const intro = introOffers.find((offer) => offer.price.amount > 0);
  return {
    ...about,
    base: { period_duration: period, cycle_count: 1, price: money },
    trial: trial === undefined ? null : { ...phase(trial), price: null },
    intro_price: intro === undefined ? null : phase(intro),
  };
};

/** As the web SDK asks a store that is RevenueCat itself. */
const products: Answerer = ({ route, sold }) =>
  json({
    product_details: sold([...new Set(route.query.getAll('id'))]).map((product) => ({
      identifier: product.id,
      product_type: product.period === null ? 'non_consumable' : 'subscription',
      title: product.title,
      description: null,
      default_purchase_option_id: optionId,
      purchase_options: { [optionId]: purchaseOption(product) },
    })),
  });

const noBranding = {
  id: 'paywall-preview',
  app_icon: null,
  app_icon_webp: null,
  app_name: null,
  app_wordmark: null,
  app_wordmark_webp: null,
  appearance: null,
  brand_font_config: null,
  gateway_tax_collection_enabled: false,
  support_email: null,
};

/** By method and path, where `:user` stands for any. */
const answerers: Readonly<Record<string, Answerer>> = {
  'GET v1/subscribers/:user': ({ user, nowMs }) => customer(user, nowMs),
  'POST v1/subscribers/identify': identify,
  'POST v1/subscribers/:user/attributes': () => json({}),
  'GET v1/subscribers/:user/virtual_currencies': () => json({ virtual_currencies: {} }),
  'GET v1/product_entitlement_mapping': () => json({ product_entitlement_mapping: {} }),
  'POST v1/events': () => json({}),
  'POST v1/diagnostics': () => json({}),
  // With a 5xx an SDK keeps a purchase and posts it again later: none is lost by having been here.
  'POST v1/receipts': () =>
    errorAnswer(503, 'Paywall Preview takes no purchases. Post it to RevenueCat itself.'),
  'GET rcbilling/v1/branding': () => json(noBranding),
  'GET rcbilling/v1/subscribers/:user/products': products,
};

const keyOf = (method: string, segments: readonly string[]): string =>
  `${method} ${segments.join('/')}`;

const withUser = (segments: readonly string[], at: number): readonly string[] =>
  segments.with(at, ':user');

/** What is answered to whatever else an SDK asks for: harmless, and in the shape that it expects. */
export const answerOther = (
  ask: PhoneAsk<OtherRoute>,
  store: { readonly nowMs: number; readonly sold: SoldProducts },
): Answer => {
  const { segments } = ask.route;
  const { method = '', headers } = ask.exchange.request;
  const asked = method === 'HEAD' ? 'GET' : method;
  const at = segments.indexOf('subscribers') + 1;
  const found =
    answerers[keyOf(asked, segments)] ??
    (at > 0 && at < segments.length ? answerers[keyOf(asked, withUser(segments, at))] : undefined);
  if (found === undefined) return errorAnswer(404, 'There is nothing at this address.');
  if (!headers.authorization) return errorAnswer(401, 'Invalid API key.');
  return found({ ...ask, ...store, user: segments[at] ?? '' });
};
