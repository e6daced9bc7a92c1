import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { largestPace, requestScopes } from '../faults.ts';
import { defaultSizes } from '../limits.ts';
import { guestSchema } from './guest.ts';
import { phoneSchema } from './phone.ts';
import { projectSchema, projectsSchema } from './project.ts';
import { scenarioSchema } from './scenario.ts';
import { ruleSets } from '../policies.ts';
import { stageSetUpSchema } from '../stage/set-up.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { storedSchema } from './stored.ts';

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

export const paceSchema = z.strictObject({
  latencyMs: z.int().min(0).max(largestPace.latencyMs),
  jitterMs: z.int().min(0).max(largestPace.latencyMs),
  /** Null: as fast as it goes. */
  bytesPerSecond: z.int().min(1).max(largestPace.bytesPerSecond).nullable(),
});

/** What is broken on purpose, one line each. */
const faultSchema = z.strictObject({
  /** Names it, for `endFault`. */
  fault: z.number(),
  /** `fail`, `slow` or `hold`. */
  how: z.enum(['fail', 'slow', 'hold']),
  what: z.string(),
  id: z.string().nullable(),
  /** A kind of fault, or a status. */
  with: z.union([z.string(), z.number()]).nullable(),
  times: z.number().nullable(),
  /** Of what is slow; else null. */
  pace: paceSchema.nullable(),
  /** Of what is flaky: which share of requests fails; else null. */
  share: z.number().nullable(),
});

/** A request that reached the backend and is held there. */
const waitingSchema = z.strictObject({
  /** Names it, for `releaseRequest`. */
  request: z.number(),
  what: z.enum(requestScopes),
  id: z.string().nullable(),
  since: z.number(),
});

/** What every request of a scope meets until it is healed, beside what is aimed at some of them. */
const scopeStateSchema = z.strictObject({
  with: z.union([z.string(), z.number()]).nullable(),
  isSlow: z.boolean(),
  isHeld: z.boolean(),
});

const worldSchema = z.strictObject({
  isOnline: z.boolean(),
  isForeground: z.boolean(),
  rules: z.enum(ruleSets),
  isDiskFull: z.boolean(),
  faults: z.array(faultSchema),
  waiting: z.array(waitingSchema),
  scopes: z.record(z.enum(requestScopes), scopeStateSchema),
});

/** How the time goes. A virtual one stands still, and moves only by hand. */
const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real') }),
  z.strictObject({ kind: z.literal('virtual'), now: z.number() }),
]);

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
  bodyHash: z.string(),
});

const failureSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  at: z.number(),
  /** It met something that was broken on purpose, so it is no real problem. */
  isOnPurpose: z.boolean(),
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
  /** Another number with each file that comes to the cache, or leaves it. */
  files: z.number(),
  quarantined: z.number(),
  /** How often somebody was served what was fetched for another user. */
  leaks: z.number(),
});

/** Pictures that are taken for somebody, or were last. */
const picturesSchema = z.strictObject({
  status: z.enum(['none', 'taking', 'done', 'cancelled', 'failed']),
  taken: z.number(),
  wanted: z.number(),
  /** Where they are. */
  folder: z.string(),
  /** What went wrong, or was found, in one sentence. */
  message: z.string().nullable(),
  /** Why none can be taken here, in one sentence; null: they can. */
  hindrance: z.string().nullable(),
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

export const storedSettingsSchema = storedSchema(settingShapes, defaultSettings);

export const documentSchemas = {
  app: appSchema,
  project: projectSchema,
  projects: projectsSchema,
  world: worldSchema,
  clock: clockSchema,
  identity: identitySchema,
  caches: cachesSchema,
  settings: settingsSchema,
  stage: stageSetUpSchema,
  pictures: picturesSchema,
  scenario: scenarioSchema,
  guest: guestSchema,
  phone: phoneSchema,
} as const;

export type DocumentName = keyof typeof documentSchemas;
export type Documents = {
  readonly [Name in DocumentName]: DeepReadonly<z.output<(typeof documentSchemas)[Name]>>;
};
export type Settings = Readonly<z.output<typeof settingsSchema>>;
export type CacheState = Documents['caches']['list'];
export type Failure = NonNullable<CacheState['failure']>;
export type FaultLine = Documents['world']['faults'][number];
export type WaitingRequest = Documents['world']['waiting'][number];
export type RecentProject = Documents['projects'][number];
export type OpenScenario = NonNullable<Documents['scenario']>;
export type UsableScenario = Extract<OpenScenario['content'], { status: 'usable' }>;
export type ScenarioPlay = UsableScenario['play'];
export type Guest = NonNullable<Documents['guest']>;
export type PlayGuest = Extract<Guest, { kind: 'play' }>;
export type RecordingGuest = Extract<Guest, { kind: 'recording' }>;
export type ReportGuest = Extract<Guest, { kind: 'report' }>;

export { failureSchema };
export type { DeepReadonly };
