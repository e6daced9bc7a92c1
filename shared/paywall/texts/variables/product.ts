import type { Offer, PackageOnOffer, Price } from '../../circumstances.ts';
import { hasIntroOffer, hasPromoOffer } from '../../conditions.ts';
import { languageTag } from '../locale.ts';
import type { Money } from './money.ts';
import { type Period, type Unit, lengthIn, periodOf } from './period.ts';
import type { Words } from './words.ts';

/** What the values of a product are made with. */
export interface Sayings {
  readonly locale: string;
  readonly words: Words;
  readonly money: Money;
  readonly nowMs: number;
}

const units: readonly (readonly [Unit, string])[] = [
  ['day', 'days'],
  ['week', 'weeks'],
  ['month', 'months'],
  ['year', 'years'],
];

interface Term {
  readonly price: Price;
  readonly period: Period | null;
}

const termOf = ({ price, period }: { price: Price; period: string | null }): Term => ({
  price,
  period: periodOf(period),
});

/** What cannot be divided by a period is paid once. */
const priceIn = ({ price, period }: Term, unit: Unit): Price =>
  period === null ? price : { ...price, amount: price.amount / lengthIn(period, unit) };

type Values = readonly (readonly [string, string])[];

const offersOf = (each: PackageOnOffer): readonly Offer[] => [
  ...(hasPromoOffer(each) && each.product.promoOffer !== undefined
    ? [each.product.promoOffer]
    : []),
  ...(hasIntroOffer(each) ? (each.product.introOffers ?? []) : []),
];

const periodValues = (prefix: string, { period }: Term, { words }: Sayings): Values => [
  [`${prefix}period`, period === null ? words.lifetime : words.period(period)],
  [`${prefix}period_abbreviated`, period === null ? words.lifetime : words.abbreviated(period)],
];

const lengthValues = (prefix: string, { period }: Term, { words }: Sayings): Values => [
  ...units.map(([unit, several]): readonly [string, string] => [
    `${prefix}period_in_${several}`,
    period === null ? '' : String(Math.round(lengthIn(period, unit))),
  ]),
  [`${prefix}period_with_unit`, period === null ? words.lifetime : words.withUnit(period)],
];

/** A free offer is said to be free, whatever it is divided by. */
const priceValues = (prefix: string, term: Term, { words, money }: Sayings, isOffer: boolean) => {
  const say = (price: Price): string =>
    isOffer && price.amount === 0 ? words.free : money.format(price);
  return [
    [`${prefix}price`, say(term.price)],
    ...units.map(([unit]) => [`${prefix}price_per_${unit}`, say(priceIn(term, unit))] as const),
  ] as Values;
};

const dayMs = 24 * 60 * 60 * 1000;

const endOf = ({ period }: Term, { locale, nowMs }: Sayings): string => {
  const end = new Date(nowMs + (period === null ? 0 : lengthIn(period, 'day')) * dayMs);
  return period === null || Number.isNaN(end.getTime())
    ? ''
    : new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
        end,
      );
};

/** How much less a month costs than with the package where it costs most; null: nothing. */
const discountOf = (each: PackageOnOffer, all: readonly PackageOnOffer[]): number | null => {
  const perMonth = ({ product }: PackageOnOffer): number | null => {
    const term = termOf(product);
    return term.period === null ? null : priceIn(term, 'month').amount;
  };
  const most = Math.max(...all.map((one) => perMonth(one) ?? 0));
  const mine = perMonth(each);
  return mine === null || mine >= most ? null : Math.round(((most - mine) / most) * 100);
};

/** Longer values are cut: one text may hold a value a thousand times. */
export const longestValue = 1_000;

/** What `{{ product.… }}` stands for with this package; an empty text where there is nothing. */
export const productValues = (
  each: PackageOnOffer,
  all: readonly PackageOnOffer[],
  sayings: Sayings,
): ReadonlyMap<string, string> => {
  const { words, money } = sayings;
  const base = termOf(each.product);
  const [first, second] = offersOf(each).map(termOf);
  const [offer, secondary] = [first ?? base, second ?? base];
  const price = money.format(base.price);
  const discount = discountOf(each, all);
  const values: Values = [
    ['currency_code', base.price.currency],
    ['currency_symbol', money.symbol(base.price.currency)],
    ...priceValues('', base, sayings, false),
    ['price_per_period', base.period === null ? price : `${price}/${words.period(base.period)}`],
    [
      'price_per_period_abbreviated',
      base.period === null ? price : `${price}/${words.abbreviated(base.period)}`,
    ],
    ...periodValues('', base, sayings),
    ['periodly', base.period === null ? words.lifetime : words.periodly(base.period)],
    ...lengthValues('', base, sayings),
    ...priceValues('offer_', offer, sayings, first !== undefined),
    ...periodValues('offer_', offer, sayings),
    ...lengthValues('offer_', offer, sayings),
    ['offer_end_date', first === undefined ? '' : endOf(first, sayings)],
    ...priceValues('secondary_offer_', secondary, sayings, second !== undefined).slice(0, 1),
    ...periodValues('secondary_offer_', secondary, sayings),
    ['relative_discount', discount === null ? '' : words.percent(discount)],
    ['store_product_name', each.product.title],
  ];
  return new Map(values.map(([name, value]) => [`product.${name}`, value.slice(0, longestValue)]));
};

/** Every name that `productValues` has a value for. */
export const productNames: ReadonlySet<string> = new Set(
  (
    'currency_code currency_symbol price price_per_day price_per_week price_per_month ' +
    'price_per_year price_per_period price_per_period_abbreviated period period_abbreviated ' +
    'periodly period_in_days period_in_weeks period_in_months period_in_years period_with_unit ' +
    'offer_price offer_price_per_day offer_price_per_week offer_price_per_month ' +
    'offer_price_per_year offer_period offer_period_abbreviated offer_period_in_days ' +
    'offer_period_in_weeks offer_period_in_months offer_period_in_years offer_period_with_unit ' +
    'offer_end_date secondary_offer_price secondary_offer_period ' +
    'secondary_offer_period_abbreviated relative_discount store_product_name'
  )
    .split(' ')
    .map((name) => `product.${name}`),
);
