import { z } from 'zod';
import { ruleSets } from '../policies.ts';
import { findingSchema } from './scenario.ts';

/** A step of the scenario that is on the desk. */
const stepSchema = z.strictObject({
  /** Its place among all of them, from 1. */
  number: z.number(),
  /** `step 4 (round 3, step 2)`. */
  place: z.string(),
  /** What it does, in a few words. */
  words: z.string(),
  state: z.enum(['ahead', 'now', 'done', 'failed']),
  findings: z.array(findingSchema),
});

const playSchema = z.strictObject({
  kind: z.literal('play'),
  id: z.string(),
  file: z.string(),
  name: z.string(),
  /** Null: its author says nothing of it. */
  description: z.string().nullable(),
  rules: z.enum(ruleSets),
  /** `stopped`: a step failed, and somebody has to say how it goes on. */
  status: z.enum(['paused', 'playing', 'stopped', 'ended']),
  /** The steps follow each other without a pause. */
  isFast: z.boolean(),
  played: z.number(),
  steps: z.number(),
  /** How many things were compared so far, and how many of them do not hold. */
  checks: z.number(),
  failed: z.number(),
  /** Those around the current one: a window shows no hundred thousand. */
  listed: z.array(stepSchema),
});

const recordedStepSchema = z.strictObject({
  number: z.number(),
  words: z.string(),
});

const recordingSchema = z.strictObject({
  kind: z.literal('recording'),
  id: z.string(),
  rules: z.enum(ruleSets),
  user: z.string(),
  /** `stopped`: it has its last check, and waits to be saved. */
  status: z.enum(['recording', 'stopped']),
  steps: z.number(),
  /** The last of them. */
  listed: z.array(recordedStepSchema),
  /** The file as it would be saved; null: it is not stopped. */
  text: z.string().nullable(),
});

/** A report: what was, and cannot be changed. */
const reportSchema = z.strictObject({
  kind: z.literal('report'),
  id: z.string(),
  file: z.string(),
  madeAt: z.number(),
  /** What was shown when it was made. */
  of: z.enum(['session', 'scenario', 'recording']),
  project: z.string(),
  rules: z.enum(ruleSets),
  app: z.strictObject({ version: z.string(), host: z.string(), platform: z.string() }),
  runtime: z.strictObject({
    node: z.string(),
    electron: z.string().nullable(),
    system: z.string(),
  }),
  /** How the time went; it stands here. */
  clock: z.enum(['real', 'virtual']),
  settings: z.strictObject({ persistOnDemand: z.boolean(), fallbackHost: z.boolean() }),
  counts: z.strictObject({
    events: z.number(),
    offerings: z.number(),
    workflows: z.number(),
    workflowsInMemory: z.number(),
    assets: z.number(),
  }),
  /** One sentence each. */
  leftOut: z.array(z.string()),
});

/** What has taken the place of the person's own session; null: nothing has. */
export const guestSchema = z
  .discriminatedUnion('kind', [playSchema, recordingSchema, reportSchema])
  .nullable();

export const steerings = ['play', 'pause', 'step', 'restart', 'fast', 'slow'] as const;
export type Steering = (typeof steerings)[number];
