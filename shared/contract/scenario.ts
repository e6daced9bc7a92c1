import { z } from 'zod';
import { ruleSets } from '../policies.ts';

/** What makes a file unusable. */
const problemSchema = z.strictObject({
  /** Counted from 1; null: it is about the file itself. */
  place: z.strictObject({ line: z.number(), column: z.number() }).nullable(),
  /** The keys that lead there; empty where it is about the whole. */
  key: z.string(),
  message: z.string(),
});

/** One thing that was looked at, or why a step could not be done. */
export const findingSchema = z.strictObject({
  what: z.string(),
  expected: z.string(),
  seen: z.string(),
  holds: z.boolean(),
});

const stepSchema = z.strictObject({
  /** `step 4 (round 3, step 2)`. */
  place: z.string(),
  /** As the file calls it. */
  name: z.string(),
  findings: z.array(findingSchema),
});

const playSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ready') }),
  z.strictObject({ status: z.literal('playing'), played: z.number() }),
  z.strictObject({
    status: z.literal('played'),
    /** How many steps were played, up to the first that failed. */
    played: z.number(),
    /** How many things were compared. */
    checks: z.number(),
    holds: z.boolean(),
    /** The last of them: a window shows no hundred thousand. */
    steps: z.array(stepSchema),
  }),
  /** It could not even begin, or broke off. */
  z.strictObject({ status: z.literal('failed'), message: z.string() }),
]);

const contentSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('unusable'), problems: z.array(problemSchema) }),
  z.strictObject({
    status: z.literal('usable'),
    name: z.string(),
    /** The comment that the file begins with; null: there is none. */
    description: z.string().nullable(),
    rules: z.enum(ruleSets),
    steps: z.number(),
    checks: z.number(),
    play: playSchema,
  }),
]);

/** The scenario file that is open; null: none is. */
export const scenarioSchema = z
  .strictObject({
    /** Whatever is opened next has another one. */
    id: z.string(),
    /** Where it lies, or the name of a file that was dropped. */
    file: z.string(),
    content: contentSchema,
  })
  .nullable();
