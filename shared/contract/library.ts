import { z } from 'zod';
import { ruleSets } from '../policies.ts';
import { eventTypes } from '../timeline.ts';

export const scenarioOrigins = ['shipped', 'own'] as const;

/** A scenario that can be opened without looking for its file. */
export const listedScenarioSchema = z.strictObject({
  origin: z.enum(scenarioOrigins),
  /** Its file, in the folder of those. */
  name: z.string(),
  title: z.string(),
  /** What its author has to say of it; null: nothing. */
  description: z.string().nullable(),
  /** Why it cannot be played, in one sentence; null: it can. */
  hindrance: z.string().nullable(),
});

const sideSchema = z.strictObject({
  rules: z.enum(ruleSets),
  checks: z.number(),
  /** What does not hold, one line each. */
  failures: z.array(z.string()),
  /** How many events there were, listed or not. */
  events: z.number(),
});

const lineSchema = z.strictObject({
  at: z.number(),
  type: z.enum(eventTypes),
  words: z.string(),
});

/** What happens under two sets of rules, side by side. */
export const comparisonSchema = z.strictObject({
  name: z.string(),
  /** When the scenario begins. */
  startAt: z.number(),
  sides: z.tuple([sideSchema, sideSchema]),
  /** Both have a line: the same happens. One is null: it happens on the other side only. */
  rows: z.array(z.tuple([lineSchema.nullable(), lineSchema.nullable()])),
  /** Where they part, among the rows; null: nowhere. */
  firstDifference: z.number().nullable(),
  differences: z.number(),
  /** There were more events than can be shown. */
  isCut: z.boolean(),
});

export type Comparison = z.output<typeof comparisonSchema>;
export type ComparedLine = z.output<typeof lineSchema>;
