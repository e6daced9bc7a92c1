import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/** How a call of the SDK ended. The decision is an event of the timeline, which says why. */
export const answerSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('ok'),
    source: z.enum(['network', 'memory', 'disk']),
    freshness: z.enum(['fresh', 'stale']),
    /** The workflow's own id, where one was asked for. */
    workflowId: z.string().nullable(),
    bodyHash: z.string(),
    decision: z.number(),
    isFormerUser: z.boolean(),
  }),
  z.strictObject({
    status: z.literal('error'),
    code: z.enum(errorCodes),
    message: z.string(),
    decision: z.number(),
    isFormerUser: z.boolean(),
  }),
]);
