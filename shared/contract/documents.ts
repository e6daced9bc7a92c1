import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { ruleSets } from '../policies.ts';
import { defaultSizes } from '../limits.ts';

/** Only ever one of each: what the window knows of the app beside its lists. */

const appSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** Where paywalls are drawn; the window only ever frames it. */
  previewOrigin: z.string(),
  dataFolder: z.string(),
  logFolder: z.string(),
  /** Whether secrets outlive the session, and if not, why. */
  secretsNote: z.string().nullable(),
});

const projectSchema = z.strictObject({
  name: z.string(),
  /** Null: the demo project. */
  folder: z.string().nullable(),
  /** Where the bundled backend serves it. */
  backendOrigin: z.string(),
});

/** What is broken on purpose, one line each. */
const faultSchema = z.strictObject({
  /** `fail`, `slow` or `hold`. */
  how: z.enum(['fail', 'slow', 'hold']),
  what: z.string(),
  id: z.string().nullable(),
  /** A kind of fault, or a status. */
  with: z.union([z.string(), z.number()]).nullable(),
  times: z.number().nullable(),
});

const worldSchema = z.strictObject({
  isOnline: z.boolean(),
  isForeground: z.boolean(),
  rules: z.enum(ruleSets),
  isDiskFull: z.boolean(),
  faults: z.array(faultSchema),
});

const identitySchema = z.strictObject({
  user: z.string(),
  isAnonymous: z.boolean(),
  generation: z.number(),
  /** Those who were here before, the latest first. */
  known: z.array(z.string()),
});

/** What memory holds of the offerings or of the list. */
const copySchema = z.strictObject({
  /** Null: it is stale, whatever the time is. */
  storedAt: z.number().nullable(),
  source: z.enum(['network', 'disk']),
});

const failureSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  at: z.number(),
});

const stateOfSchema = z.strictObject({
  copy: copySchema.nullable(),
  isAsking: z.boolean(),
  /** What the last request ended with, where it failed; null after a good one. */
  failure: failureSchema.nullable(),
});

const cachesSchema = z.strictObject({
  offerings: stateOfSchema,
  list: stateOfSchema,
  quarantined: z.number(),
  /** How often somebody was served what was fetched for another user. */
  leaks: z.number(),
});

export const appearances = ['system', 'light', 'dark'] as const;

const settingShapes = {
  appearance: z.enum(appearances),
  persistOnDemand: z.boolean(),
  fallbackHost: z.boolean(),
  fileCacheBytes: z.int().min(10_000_000).max(100_000_000_000),
  onDemandEntries: z.int().min(0).max(100_000),
  onDemandBytes: z.int().min(0).max(10_000_000_000),
  timelineEvents: z.int().min(1_000).max(1_000_000),
};

export const settingsSchema = z.strictObject(settingShapes);

/** Some of the settings. */
export const settingsChangeSchema = z.strictObject({
  appearance: settingShapes.appearance.exactOptional(),
  persistOnDemand: settingShapes.persistOnDemand.exactOptional(),
  fallbackHost: settingShapes.fallbackHost.exactOptional(),
  fileCacheBytes: settingShapes.fileCacheBytes.exactOptional(),
  onDemandEntries: settingShapes.onDemandEntries.exactOptional(),
  onDemandBytes: settingShapes.onDemandBytes.exactOptional(),
  timelineEvents: settingShapes.timelineEvents.exactOptional(),
});

export const defaultSettings: Settings = {
  appearance: 'system',
  persistOnDemand: false,
  fallbackHost: false,
  ...defaultSizes,
};

/** As they stand in a file, of whatever version: what is not there or makes no sense is the default. */
export const storedSettingsSchema: z.ZodType<Settings> = z
  .record(z.string(), z.unknown())
  .transform((stored) => {
    const read = Object.entries(settingShapes).map(([key, schema]) => {
      const parsed = schema.safeParse(stored[key]);
      return [key, parsed.success ? parsed.data : defaultSettings[key as keyof Settings]];
    });
    return Object.fromEntries(read) as Settings;
  });

export const documentSchemas = {
  app: appSchema,
  project: projectSchema,
  world: worldSchema,
  identity: identitySchema,
  caches: cachesSchema,
  settings: settingsSchema,
} as const;

export type DocumentName = keyof typeof documentSchemas;
export type Documents = {
  readonly [Name in DocumentName]: DeepReadonly<z.output<(typeof documentSchemas)[Name]>>;
};
export type Settings = Readonly<z.output<typeof settingsSchema>>;
export type CacheState = Documents['caches']['list'];
export type Failure = NonNullable<CacheState['failure']>;
export type FaultLine = Documents['world']['faults'][number];

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

export { failureSchema };
export type { DeepReadonly };
