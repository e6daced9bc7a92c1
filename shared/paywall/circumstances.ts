/** An amount of money: 4.99, 'EUR'. */
export interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** An introductory or promotional phase; a price of 0 is a free trial. */
export interface Offer {
  readonly price: Price;
  /** How long one cycle of it is, in ISO 8601. */
  readonly period: string;
  readonly cycles?: number;
}

/** What the store sells; a product without a period is bought once and for all. */
export interface Product {
  readonly id: string;
  readonly title: string;
  readonly price: Price;
  /** In ISO 8601, such as `P1M`. */
  readonly period: string | null;
  readonly introOffers?: readonly Offer[];
  readonly promoOffer?: Offer;
}

/** A package of the offering, with what the store says about the user. */
export interface PackageOnOffer {
  readonly id: string;
  readonly product: Product;
  readonly isEligibleForIntro: boolean;
  readonly isEligibleForPromo: boolean;
}

export type WidthClass = 'compact' | 'medium' | 'expanded';

/** Values that an app gives to a paywall, or that a paywall declares as its state. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** All that a screen looks different by. */
export interface Circumstances {
  /** The preferred languages, best first: 'de-DE', 'ar'. */
  readonly locales: readonly string[];
  readonly colorMode: 'light' | 'dark';
  readonly widthClass: WidthClass;
  readonly packages: readonly PackageOnOffer[];
  /** Undefined: what the paywall selects by itself. Null: nothing is selected. */
  readonly selectedPackageId?: string | null;
  readonly customVariables?: Values;
  readonly state?: Values;
  /** The storefront's country, 'US'. */
  readonly country?: string;
  readonly store?: 'apple' | 'google';
  readonly nowMs: number;
  /** How much larger texts are than the paywall says; left out: as it says. */
  readonly textScale?: number;
  /** Texts in a language that nobody speaks; `mirrored` also runs from right to left. */
  readonly pseudo?: 'accented' | 'mirrored' | null;
  /** Where the asset of this address can be had; null: nowhere. Left out: at its own address. */
  readonly assetUrl?: (original: string) => string | null;
}
