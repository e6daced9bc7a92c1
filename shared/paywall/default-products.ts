import type { PackageOnOffer } from './circumstances.ts';

/** A package as an offerings response lists it. */
export interface ListedPackage {
  readonly identifier: string;
  readonly platform_product_identifier: string;
}

interface Guess {
  readonly words: RegExp;
  readonly title: string;
  readonly period: string | null;
  readonly amount: number;
  readonly trial?: string;
}

/** By the package's own identifier; where that says nothing, by its product's. The first fits. */
const guesses: readonly Guess[] = [
  { words: /life_?time|forever|one_?time/, title: 'Lifetime', period: null, amount: 99.99 },
  {
    words: /six_?months?|6_?months?|half_?year|semester|semi_?annual/,
    title: '6 Months',
    period: 'P6M',
    amount: 24.99,
  },
  {
    words: /three_?months?|3_?months?|quarter/,
    title: '3 Months',
    period: 'P3M',
    amount: 12.99,
  },
  { words: /two_?months?|2_?months?|bi_?month/, title: '2 Months', period: 'P2M', amount: 8.99 },
  { words: /annual|year|12_?months?/, title: 'Annual', period: 'P1Y', amount: 39.99, trial: 'P1W' },
  { words: /week|7_?days?/, title: 'Weekly', period: 'P1W', amount: 1.99 },
  { words: /month/, title: 'Monthly', period: 'P1M', amount: 4.99 },
  { words: /(?:^|_|\d)days?(?:_|$)|daily/, title: 'Daily', period: 'P1D', amount: 0.49 },
];

const fallback: Guess = { words: /^/, title: 'Monthly', period: 'P1M', amount: 4.99 };

const guessFor = (text: string): Guess | undefined => {
  const words = text.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return guesses.find((guess) => guess.words.test(words));
};

const inCurrency = (amount: number, currency: string): number => {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  // Where the smallest coin is a whole unit, prices are about a hundred times as high.
  return maximumFractionDigits === 0 ? Math.round(amount * 100) : amount;
};

const isCurrency = (text: string): boolean => /^[A-Za-z]{3}$/.test(text);

/** Products such as a store could sell for these packages: the same for the same packages. */
export const defaultPackages = (
  packages: readonly ListedPackage[],
  title: string,
  currency: string,
): readonly PackageOnOffer[] =>
  packages.map(({ identifier, platform_product_identifier: productId }) => {
    const guess = guessFor(identifier) ?? guessFor(productId) ?? fallback;
    const known = isCurrency(currency) ? currency.toUpperCase() : 'USD';
    const price = { amount: inCurrency(guess.amount, known), currency: known };
    return {
      id: identifier,
      product: {
        id: productId,
        title: `${title} ${guess.title}`.trim(),
        price,
        period: guess.period,
        ...(guess.trial === undefined
          ? {}
          : { introOffers: [{ price: { amount: 0, currency: known }, period: guess.trial }] }),
      },
      isEligibleForIntro: guess.trial !== undefined,
      isEligibleForPromo: false,
    };
  });
