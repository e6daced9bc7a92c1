import { z } from 'zod';
import type { DeepReadonly } from '../contract/deep-readonly.ts';
import { storedSchema } from '../contract/stored.ts';
import { type DeviceId, deviceIds } from './devices.ts';

const priceSchema = z.strictObject({
  amount: z.number().min(0).max(1e9),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** In ISO 8601, such as `P1M`. */
const periodSchema = z.string().regex(/^P[1-9]\d{0,3}[DWMY]$/);

const offerSchema = z.strictObject({
  price: priceSchema,
  period: periodSchema,
  cycles: z.int().min(1).max(100).exactOptional(),
});

/** What the store sells under a product's id, and what it would say about this user. */
const productSchema = z.strictObject({
  title: z.string().max(200),
  price: priceSchema,
  /** Null: bought once and for all. */
  period: periodSchema.nullable(),
  introOffers: z.array(offerSchema).max(3),
  promoOffer: offerSchema.nullable(),
  isEligibleForIntro: z.boolean(),
  isEligibleForPromo: z.boolean(),
});

/** All of it is told anew with each change. */
const mostEntries = 500;
const longestText = 2_000;

const nameSchema = z.string().max(longestText);

/** By names that come from outside. */
const tableOf = <Value extends z.ZodType>(value: Value) =>
  z.record(nameSchema, value).refine((table) => Object.keys(table).length <= mostEntries, {
    message: `at most ${mostEntries} of them are kept`,
  });

const sideSchema = z.int().min(200).max(2_000);

const shapes = {
  device: z.enum([...deviceIds, 'free'] as [DeviceId, ...DeviceId[], 'free']),
  freeSize: z.strictObject({ width: sideSchema, height: sideSchema }),
  isSideways: z.boolean(),
  colorMode: z.enum(['light', 'dark']),
  /** As a paywall writes it (`de_DE`); null: the paywall's own default. */
  locale: z.string().max(40).nullable(),
  /** A language that nobody speaks, for finding what was not translated or does not fit. */
  pseudo: z.enum(['accented', 'mirrored']).nullable(),
  textScale: z.number().min(0.5).max(3.2),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Those that somebody changed, by the product's id; the others are guessed. */
  products: tableOf(productSchema),
  customVariables: tableOf(z.union([nameSchema, z.number(), z.boolean()])),
  isFilmstrip: z.boolean(),
  /** Null: as large as there is room for. */
  zoom: z.number().min(0.1).max(4).nullable(),
} as const;

/** How the paywalls of a project are looked at; it is there again after a restart. */
export const stageSetUpSchema = z.strictObject(shapes);
export type StageSetUp = DeepReadonly<z.output<typeof stageSetUpSchema>>;
export type EditedProduct = StageSetUp['products'][string];

/** Some of it. */
export const stageChangeSchema = z.strictObject({
  device: shapes.device.exactOptional(),
  freeSize: shapes.freeSize.exactOptional(),
  isSideways: shapes.isSideways.exactOptional(),
  colorMode: shapes.colorMode.exactOptional(),
  locale: shapes.locale.exactOptional(),
  pseudo: shapes.pseudo.exactOptional(),
  textScale: shapes.textScale.exactOptional(),
  country: shapes.country.exactOptional(),
  currency: shapes.currency.exactOptional(),
  products: shapes.products.exactOptional(),
  customVariables: shapes.customVariables.exactOptional(),
  isFilmstrip: shapes.isFilmstrip.exactOptional(),
  zoom: shapes.zoom.exactOptional(),
});
export type StageChange = DeepReadonly<z.output<typeof stageChangeSchema>>;

export const defaultStage: StageSetUp = {
  device: 'iphone',
  freeSize: { width: 480, height: 720 },
  isSideways: false,
  colorMode: 'light',
  locale: null,
  pseudo: null,
  textScale: 1,
  country: 'US',
  currency: 'USD',
  products: {},
  customVariables: {},
  isFilmstrip: false,
  zoom: null,
};

export const storedStageSchema = storedSchema(shapes, defaultStage);
