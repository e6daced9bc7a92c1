import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../shared/paywall/circumstances.ts';
import { prepareScreen } from '../../../shared/paywall/prepare-screen.ts';
import { moneyFor } from '../../../shared/paywall/texts/variables/money.ts';
import { periodOf } from '../../../shared/paywall/texts/variables/period.ts';
import { circumstances, screenOf, uiConfig } from './screens.ts';

describe('a period', () => {
  it.each([
    ['P1M', { unit: 'month', count: 1 }],
    ['P0M', null],
    ['P', null],
    ['month', null],
    ['PT1H', null],
    [null, null],
  ])('of %j is %j', (iso, period) => {
    expect(periodOf(iso)).toEqual(period);
  });
});

describe('money', () => {
  it.each([
    ['de_DE', true, { amount: 4.99, currency: 'EUR' }, '4,99\u00a0€'],
    ['ja_JP', true, { amount: 500, currency: 'JPY' }, '¥500'],
    ['en_US', false, { amount: 4.99, currency: 'USD' }, '$5'],
    ['en_US', true, { amount: 4.99, currency: 'gold coins' }, '¤4.99'],
  ])('is written as %s does, with decimals: %s', (locale, hasDecimals, price, expected) => {
    expect(moneyFor(locale, hasDecimals).format(price).replace('￥', '¥')).toBe(expected);
  });

  it.each<[string, unknown, Partial<Circumstances>, string]>([
    ['of the store', { apple: ['TW'], google: [] }, { country: 'TW', store: 'apple' }, '$5'],
    [
      'not of the other',
      { apple: ['TW'], google: [] },
      { country: 'TW', store: 'google' },
      '$4.99',
    ],
    ['of any store', { google: ['TW'] }, { country: 'TW' }, '$5'],
    ['of a plain list', ['TW'], { country: 'TW', store: 'google' }, '$5'],
    ['not of another country', { apple: ['TW'] }, { country: 'US' }, '$4.99'],
    ['not of none', { apple: ['TW'] }, {}, '$4.99'],
  ])('has no decimals in a country %s', (_, countries, more, price) => {
    const screen = screenOf([], {}, { zero_decimal_place_countries: countries });
    const { props } = prepareScreen(screen, uiConfig(), circumstances(more));
    expect(props.variablesPerPackage['monthly']?.['product.price']).toBe(price);
  });
});
