import { z } from 'zod';
import { type Decoded, decodeText, decodeValue, isAbsent, listOf } from './decode.ts';

const packageSchema = z.looseObject({
  identifier: z.string(),
  platform_product_identifier: z.string(),
  platform_product_plan_identifier: z.string().nullish(),
  web_checkout_url: z.string().nullish(),
});

const offeringSchema = z.looseObject({
  identifier: z.string(),
  description: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  packages: listOf(packageSchema),
  web_checkout_url: z.string().nullish(),
  // Untouched: a broken paywall must not cost the offering, and nothing here reads inside.
  paywall: z.unknown().optional(),
  paywall_components: z.unknown().optional(),
});

const offeringsSchema = z.looseObject({
  current_offering_id: z.string().nullish(),
  offerings: listOf(offeringSchema),
  placements: z.unknown().optional(),
  targeting: z.unknown().optional(),
  ui_config: z.unknown().optional(),
});

export type Offering = Readonly<z.infer<typeof offeringSchema>>;
export type OfferingsResponse = Readonly<z.infer<typeof offeringsSchema>>;

export const decodeOfferings = (text: string): Decoded<OfferingsResponse> =>
  decodeText(offeringsSchema, text);

export const decodeOfferingsValue = (value: unknown): Decoded<OfferingsResponse> =>
  decodeValue(offeringsSchema, value);

/**
 * An offering that carries a first-generation paywall never uses the workflow endpoint
 * (purchases-android #3598, purchases-ios #7002).
 */
export const isLegacy = (offering: Offering): boolean => !isAbsent(offering.paywall);

export const legacyIds = (response: OfferingsResponse): ReadonlySet<string> =>
  new Set(response.offerings.filter(isLegacy).map(({ identifier }) => identifier));
