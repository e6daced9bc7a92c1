import type { Offer, PackageOnOffer } from '../../../shared/paywall/circumstances.ts';
import type { EditedProduct } from '../../../shared/stage/set-up.ts';

type EditedOffer = NonNullable<EditedProduct['promoOffer']>;

const offerOf = ({ price, period, cycles }: Offer): EditedOffer => ({
  price,
  period,
  ...(cycles === undefined ? {} : { cycles }),
});

/** A product as it is on the stage, as somebody can change it. */
export const editedProductOf = (sold: PackageOnOffer): EditedProduct => {
  const { title, price, period, introOffers = [], promoOffer } = sold.product;
  return {
    title,
    price,
    period,
    introOffers: introOffers.map(offerOf),
    promoOffer: promoOffer === undefined ? null : offerOf(promoOffer),
    isEligibleForIntro: sold.isEligibleForIntro,
    isEligibleForPromo: sold.isEligibleForPromo,
  };
};

export type IntroKind = 'none' | 'trial' | 'paid';

/** What a new customer gets first. */
export const introKind = ({ introOffers: [first] }: EditedProduct): IntroKind => {
  if (first === undefined) return 'none';
  return first.price.amount === 0 ? 'trial' : 'paid';
};

/** Half of the price, rounded as shops do: nobody wants to fill in what is only tried out. */
const reduced = ({ price: { amount, currency } }: EditedProduct): EditedOffer['price'] => ({
  amount: amount > 2 ? Math.floor(amount / 2) - 0.01 : amount / 2,
  currency,
});

/** The product with an introductory offer of that kind; the offers that follow the first one stay. */
export const withIntro = (product: EditedProduct, kind: IntroKind): EditedProduct => {
  const [first, ...others] = product.introOffers;
  if (kind === 'none') return { ...product, introOffers: [], isEligibleForIntro: false };
  const { currency } = product.price;
  const price = kind === 'trial' ? { amount: 0, currency } : reduced(product);
  const period = first?.period ?? (kind === 'trial' ? 'P1W' : 'P1M');
  return {
    ...product,
    introOffers: [{ price, period }, ...others],
    isEligibleForIntro: true,
  };
};

/** The first offer is another one. */
export const withFirstOffer = (
  product: EditedProduct,
  change: Partial<EditedOffer>,
): EditedProduct => {
  const [first, ...others] = product.introOffers;
  if (first === undefined) return product;
  return { ...product, introOffers: [{ ...first, ...change }, ...others] };
};

export const withPromo = (product: EditedProduct, hasPromo: boolean): EditedProduct => ({
  ...product,
  promoOffer: hasPromo ? { price: reduced(product), period: product.period ?? 'P1M' } : null,
  isEligibleForPromo: hasPromo,
});

/** All prices of a product are in one currency. */
export const withCurrency = (product: EditedProduct, currency: string): EditedProduct => {
  const inIt = (offer: EditedOffer): EditedOffer => ({
    ...offer,
    price: { ...offer.price, currency },
  });
  return {
    ...product,
    price: { ...product.price, currency },
    introOffers: product.introOffers.map(inIt),
    promoOffer: product.promoOffer === null ? null : inIt(product.promoOffer),
  };
};

/** `39.99` or `39,99`; null: it is no price. */
export const parsePrice = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(plain)) return null;
  return Number(plain);
};

/** Three letters; null: they name no currency. */
export const parseCurrency = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : null;
};

export const parseCountry = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
};

const usualPeriods = ['P3D', 'P1W', 'P2W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y'] as const;

/** The usual ones, and the one that it is. */
export const periodsWith = (period: string | null): readonly string[] =>
  period === null || (usualPeriods as readonly string[]).includes(period)
    ? usualPeriods
    : [...usualPeriods, period];
