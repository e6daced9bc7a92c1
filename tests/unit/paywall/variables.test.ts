import { describe, expect, it } from 'vitest';
import type { PackageOnOffer } from '../../../shared/paywall/circumstances.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { productNames, productValues } from '../../../shared/paywall/texts/variables/product.ts';
import { moneyFor } from '../../../shared/paywall/texts/variables/money.ts';
import { wordsFor } from '../../../shared/paywall/texts/variables/words.ts';
import {
  type Wire,
  annual,
  circumstances,
  lifetime,
  monthly,
  offered,
  packageOf,
  problemsOf,
  screenOf,
  shownText,
  text,
  textsOf,
  uiConfig,
} from './screens.ts';

const valuesOf = (each: PackageOnOffer, locale = 'en_US', localizations: Wire = {}) =>
  productValues(each, [monthly, annual, lifetime], {
    locale,
    nowMs: Date.UTC(2026, 0, 15),
    words: wordsFor({ value: localizations, place: '' }, locale),
    money: moneyFor(locale, true),
  });

const shortOf = (each: PackageOnOffer): Wire =>
  Object.fromEntries(
    [...valuesOf(each)].map(([name, value]) => [name.replace('product.', ''), value]),
  );

describe('the variables of a product', () => {
  it('tell its price and period, and stand for the offer where there is none', () => {
    expect(shortOf(monthly)).toEqual({
      currency_code: 'USD',
      currency_symbol: '$',
      price: '$4.99',
      price_per_day: '$0.17',
      price_per_week: '$1.15',
      price_per_month: '$4.99',
      price_per_year: '$59.88',
      price_per_period: '$4.99/month',
      price_per_period_abbreviated: '$4.99/mo',
      period: 'month',
      period_abbreviated: 'mo',
      periodly: 'monthly',
      period_in_days: '30',
      period_in_weeks: '4',
      period_in_months: '1',
      period_in_years: '0',
      period_with_unit: '1 month',
      offer_price: '$4.99',
      offer_price_per_day: '$0.17',
      offer_price_per_week: '$1.15',
      offer_price_per_month: '$4.99',
      offer_price_per_year: '$59.88',
      offer_period: 'month',
      offer_period_abbreviated: 'mo',
      offer_period_in_days: '30',
      offer_period_in_weeks: '4',
      offer_period_in_months: '1',
      offer_period_in_years: '0',
      offer_period_with_unit: '1 month',
      offer_end_date: '',
      secondary_offer_price: '$4.99',
      secondary_offer_period: 'month',
      secondary_offer_period_abbreviated: 'mo',
      relative_discount: '',
      store_product_name: 'The monthly',
    });
  });

  it('tell a free trial, and what is saved against the dearest package', () => {
    expect(shortOf(annual)).toMatchObject({
      price_per_period: '$39.99/year',
      price_per_month: '$3.33',
      offer_price: 'free',
      offer_price_per_week: 'free',
      offer_period: 'week',
      offer_period_in_days: '7',
      offer_period_with_unit: '1 week',
      offer_end_date: 'January 22, 2026',
      secondary_offer_price: '$39.99',
      relative_discount: '33%',
    });
  });

  it('tell the price alone where it is paid once', () => {
    expect(shortOf(lifetime)).toMatchObject({
      price_per_month: '$99.99',
      price_per_period: '$99.99',
      price_per_period_abbreviated: '$99.99',
      period: 'lifetime',
      periodly: 'lifetime',
      period_in_days: '',
      relative_discount: '',
    });
  });

  it('take the promotional offer first, and the introductory ones in their order', () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const promo = { price: usd(1), period: 'P1M' };
    const intros = [
      { price: usd(0), period: 'P3D' },
      { price: usd(2.5), period: 'P2M' },
    ];
    const product = { promoOffer: promo, introOffers: intros };
    const offers = (intro: boolean, isPromo: boolean) => {
      const values = shortOf(offered('x', product, { intro, promo: isPromo }));
      return ['offer_price', 'offer_period', 'secondary_offer_price', 'secondary_offer_period'].map(
        (name) => values[name],
      );
    };
    expect([offers(false, false), offers(true, false), offers(true, true)]).toEqual([
      ['$4.99', 'month', '$4.99', 'month'],
      ['free', '3 days', '$2.50', '2 months'],
      ['$1.00', 'month', 'free', '3 days'],
    ]);
  });

  it.each([
    ['P3M', '$4.99/3 months', '$4.99/3mo', '3 months'],
    ['P2W', '$4.99/2 weeks', '$4.99/2wk', '2 weeks'],
    ['P7D', '$4.99/7 days', '$4.99/7d', '7 days'],
    ['P1Y2M', '$4.99/14 months', '$4.99/14mo', '14 months'],
  ])('tell a period of %s', (period, long, short, periodly) => {
    expect(shortOf(offered('x', { period }))).toMatchObject({
      price_per_period: long,
      price_per_period_abbreviated: short,
      periodly,
    });
  });

  it('have every name that is known, and no other', () => {
    expect([...valuesOf(monthly).keys()].toSorted()).toEqual([...productNames].toSorted());
  });

  it('decline periods as the language does, with its own words', () => {
    const pl = {
      num_month_one: '%d miesiąc',
      num_month_few: '%d miesiące',
      num_month_many: '%d miesięcy',
    };
    const inPolish = (period: string) =>
      valuesOf(offered('x', { period }), 'pl_PL', { pl }).get('product.period_with_unit');
    expect(['P1M', 'P3M', 'P5M', 'P3W'].map(inPolish)).toEqual([
      '1 miesiąc',
      '3 miesiące',
      '5 miesięcy',
      '3 weeks',
    ]);
  });
});

describe('a variable in a text', () => {
  const config = uiConfig(
    {},
    {
      variable_config: {
        variable_compatibility_map: {
          'product.newest': 'product.newer',
          'product.newer': 'product.price',
          'product.loop': 'product.pool',
          'product.pool': 'product.loop',
        },
        function_compatibility_map: { shout: 'loud', loud: 'uppercase', echo: 'echo' },
      },
      custom_variables: { name: { type: 'string', default_value: 'ann <b>' } },
    },
  );
  it.each([
    ['{{ product.price }}', '{{ product.price }}'],
    ['{{product.newest}}', '{{ product.price }}'],
    ['{{ product.periodly | uppercase }}', '{{ product.periodly.uppercase }}'],
    [
      '{{ product.periodly | shout | nope | lowercase }}',
      '{{ product.periodly.uppercase.lowercase }}',
    ],
    ['{{ product.loop }}{{ product.nope }}{{ constructor }}{{ }}', ''],
    ['{{ custom.name }} {{ $custom.name | capitalize }}', 'ann &lt;b&gt; Ann &lt;B&gt;'],
    ['{{ custom.missing }}', ''],
    ['{{ count_days_with_zero }}', ''],
  ])('%s becomes %s', (template, expected) => {
    expect(shownText(template, {}, config)).toBe(expected);
  });

  it('is reported where phones show nothing for it', () => {
    const template =
      '{{ product.nope }} {{ custom.nope }} {{ product.price | nope }} {{ count_days_with_zero }}';
    const prepared = prepareScreen(
      screenOf([text('t'), packageOf('monthly', [text('d')])], {
        t: template,
        d: '{{ product.relative_discount }}',
      }),
      uiConfig(),
      circumstances(),
    );
    expect(prepared.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unknown-variable: Phones do not know the variable "product.nope" and show nothing for it.',
      'unknown-variable: The custom variable "nope" has no value and no default.',
      'unknown-function: Phones do not know the function "nope" and leave it out.',
      'unknown-variable: "count_days_with_zero" has a value only in a countdown.',
      'empty-variable: "product.relative_discount" has no value with the package "monthly".',
    ]);
  });

  it('is escaped in its value, with functions applied before', () => {
    const title = 'Ham & <eggs> [x](javascript:a) {{ y }}';
    const { props } = prepareScreen(
      screenOf([text('t')], { t: '{{ product.store_product_name | uppercase }}' }),
      uiConfig(),
      circumstances({ packages: [offered('one', { title })] }),
    );
    const values = props.variablesPerPackage['one'] ?? {};
    expect([
      values['product.store_product_name'],
      values['product.store_product_name.uppercase'],
    ]).toEqual([
      'Ham &amp; &lt;eggs&gt; &#91;x&#93;&#40;javascript:a) &#123;&#123; y }}',
      'HAM &amp; &lt;EGGS&gt; &#91;X&#93;&#40;JAVASCRIPT:A) &#123;&#123; Y }}',
    ]);
  });

  it('in the target of a link cannot lead out of it', () => {
    const prepared = prepareScreen(
      screenOf([text('t')], { t: '[x](https://a.test/?q={{ product.store_product_name }})' }),
      uiConfig(),
      circumstances({ packages: [offered('one', { title: "a b' onclick=x &c" })] }),
    );
    expect([
      textsOf(prepared)['text:t'],
      prepared.props.variablesPerPackage['one']?.['link.1'],
    ]).toEqual(['[x]({{ link.1 }})', 'https://a.test/?q=a%20b%27%20onclick=x%20&amp;c']);
  });

  it('of the selected package stands in a screen that sells nothing itself', () => {
    const prepared = prepareScreen(
      screenOf([text('t')], { t: '{{ product.price }}' }),
      uiConfig(),
      circumstances({ selectedPackageId: 'annual' }),
    );
    expect([
      prepared.selectedPackageId,
      prepared.props.variablesPerPackage['']?.['product.price'],
      prepared.props.infoPerPackage[''],
    ]).toEqual(['annual', '$39.99', { hasIntroOffer: true, hasTrial: true, hasPromoOffer: false }]);
  });

  it('that takes words the project does not have is reported once', () => {
    const prepared = prepareScreen(
      screenOf([text('t')], { t: '{{ product.period }}' }),
      uiConfig({}, { localizations: { de: { month: 'Monat' } } }),
      circumstances(),
    );
    expect(problemsOf(prepared)).toEqual(['missing-words ui_config.localizations']);
  });
});
