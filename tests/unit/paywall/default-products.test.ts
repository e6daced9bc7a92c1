import { describe, expect, it } from 'vitest';
import { defaultPackages } from '../../../shared/paywall/default-products.ts';

const listed = (identifier: string, product = 'p') => ({
  identifier,
  platform_product_identifier: product,
});

const short = (identifier: string, product?: string, currency = 'USD') => {
  const [first] = defaultPackages([listed(identifier, product)], 'Acme', currency);
  return first === undefined
    ? null
    : `${first.product.title}, ${first.product.price.amount} ${first.product.price.currency}, ${first.product.period ?? 'once'}`;
};

describe('the products that are made up for packages', () => {
  it.each([
    ['$rc_weekly', 'Acme Weekly, 1.99 USD, P1W'],
    ['$rc_monthly', 'Acme Monthly, 4.99 USD, P1M'],
    ['$rc_two_month', 'Acme 2 Months, 8.99 USD, P2M'],
    ['$rc_three_month', 'Acme 3 Months, 12.99 USD, P3M'],
    ['$rc_six_month', 'Acme 6 Months, 24.99 USD, P6M'],
    ['$rc_annual', 'Acme Annual, 39.99 USD, P1Y'],
    ['$rc_lifetime', 'Acme Lifetime, 99.99 USD, once'],
    ['yearly-pro', 'Acme Annual, 39.99 USD, P1Y'],
    ['Pro 6-Month', 'Acme 6 Months, 24.99 USD, P6M'],
    ['daily', 'Acme Daily, 0.49 USD, P1D'],
    ['3-day pass', 'Acme Daily, 0.49 USD, P1D'],
    ['holiday', 'Acme Monthly, 4.99 USD, P1M'],
    ['gold', 'Acme Monthly, 4.99 USD, P1M'],
  ])('are guessed by %s', (identifier, expected) => {
    expect(short(identifier)).toBe(expected);
  });

  it('are guessed by the product where the package says nothing', () => {
    expect(short('gold', 'com.acme.gold.quarterly')).toBe('Acme 3 Months, 12.99 USD, P3M');
  });

  it('have a free week only for a year', () => {
    expect(defaultPackages([listed('$rc_annual'), listed('$rc_monthly')], '', 'EUR')).toEqual([
      {
        id: '$rc_annual',
        product: {
          id: 'p',
          title: 'Annual',
          price: { amount: 39.99, currency: 'EUR' },
          period: 'P1Y',
          introOffers: [{ price: { amount: 0, currency: 'EUR' }, period: 'P1W' }],
        },
        isEligibleForIntro: true,
        isEligibleForPromo: false,
      },
      {
        id: '$rc_monthly',
        product: {
          id: 'p',
          title: 'Monthly',
          price: { amount: 4.99, currency: 'EUR' },
          period: 'P1M',
        },
        isEligibleForIntro: false,
        isEligibleForPromo: false,
      },
    ]);
  });

  it('cost whole units where there are no smaller ones, and dollars where there is no such currency', () => {
    expect([short('$rc_monthly', 'p', 'jpy'), short('$rc_monthly', 'p', 'gold')]).toEqual([
      'Acme Monthly, 499 JPY, P1M',
      'Acme Monthly, 4.99 USD, P1M',
    ]);
  });
});
