import type { Price } from '../../circumstances.ts';
import { languageTag } from '../locale.ts';

export interface Money {
  readonly format: (price: Price) => string;
  readonly symbol: (currency: string) => string;
}

/** Writes prices as the locale does; without decimals where the storefront has none. */
export const moneyFor = (locale: string, hasDecimals: boolean): Money => {
  const tag = languageTag(locale);
  const formats = new Map<string, Intl.NumberFormat>();

  const formatFor = (currency: string): Intl.NumberFormat => {
    const known = formats.get(currency);
    if (known !== undefined) return known;
    const format = new Intl.NumberFormat(tag, {
      style: 'currency',
      // Anything else than three letters is a RangeError.
      currency: /^[A-Za-z]{3}$/.test(currency) ? currency : 'XXX',
      ...(hasDecimals ? {} : { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
    });
    formats.set(currency, format);
    return format;
  };

  return Object.freeze<Money>({
    format: ({ amount, currency }) => formatFor(currency).format(amount),
    symbol: (currency) =>
      formatFor(currency)
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? currency,
  });
};
