import { z } from 'zod';
import { type DeepReadonly, failureSchema } from './documents.ts';

/** One offering, as the list on the left has it. */
const offeringRowSchema = z.strictObject({
  id: z.string(),
  /** Its place in the response. */
  position: z.number(),
  description: z.string(),
  isCurrent: z.boolean(),
  /** It has a first-generation paywall and so never uses a workflow. */
  isLegacy: z.boolean(),
  hasOwnPaywall: z.boolean(),
  packages: z.array(z.strictObject({ id: z.string(), productId: z.string() })),
  /** What it maps to as far as is known; null: to nothing. */
  workflowId: z.string().nullable(),
});

/** One workflow: what the list says of it, and how its detail is in memory and on disk. */
const workflowRowSchema = z.strictObject({
  id: z.string(),
  /** Null: the list does not name it. */
  displayName: z.string().nullable(),
  position: z.number().nullable(),
  offeringIds: z.array(z.string()),
  isPrefetched: z.boolean(),
  isPersisted: z.boolean(),
  /** What memory holds; null: nothing. */
  copy: z
    .strictObject({
      /** Null: it is stale, whatever the time is. */
      storedAt: z.number().nullable(),
      source: z.enum(['network', 'disk']),
      /** Names the body, for `readWorkflow`. */
      bodyHash: z.string(),
      sizeBytes: z.number(),
    })
    .nullable(),
  isAsking: z.boolean(),
  failure: failureSchema.nullable(),
});

export const rowSchemas = { offerings: offeringRowSchema, workflows: workflowRowSchema } as const;

export type Collection = keyof typeof rowSchemas;
export type Rows = {
  readonly [Name in Collection]: DeepReadonly<z.output<(typeof rowSchemas)[Name]>>;
};
export type OfferingRow = Rows['offerings'];
export type WorkflowRow = Rows['workflows'];
