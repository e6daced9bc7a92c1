import { z } from 'zod';
import { errorCodes } from '../../../shared/errors.ts';
import { connectFaults, requestScopes, socketFaults } from '../../../shared/faults.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { ruleSets } from '../../../shared/policies.ts';
import { type Subject, type TimelineEvent, eventTypes } from '../../../shared/timeline.ts';
import { momentSchema } from './moment.ts';

const otherSubjects: Readonly<Record<Exclude<Subject, (typeof requestScopes)[number]>, true>> = {
  identity: true,
  app: true,
  disk: true,
  phone: true,
};

const id = z.int().min(1);
const userSchema = z.string().transform(appUserId);

const errorSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  reason: z
    .enum(['offline', 'refused', 'dns', 'reset', 'timeout', 'truncated', 'cancelled'])
    .exactOptional(),
  status: z.number().exactOptional(),
  isOnPurpose: z.literal(true).exactOptional(),
});

// Each of them, so that the compiler asks for one that is new.
const shapes = {
  eventId: id,
  at: momentSchema,
  type: z.enum(eventTypes),
  subject: z.enum([
    ...requestScopes,
    ...(Object.keys(otherSubjects) as (keyof typeof otherSubjects)[]),
  ]),
  user: userSchema,
  generation: z.number(),
  rules: z.enum(ruleSets),
  id: z.string().exactOptional(),
  cause: z.int().exactOptional(),
  call: z.number().exactOptional(),
  request: z.number().exactOptional(),
  source: z.enum(['network', 'memory', 'disk']).exactOptional(),
  freshness: z.enum(['fresh', 'stale']).exactOptional(),
  sizeBytes: z.number().exactOptional(),
  hash: z.string().exactOptional(),
  slot: z.number().exactOptional(),
  storedAt: momentSchema.nullable().exactOptional(),
  owner: userSchema.exactOptional(),
  copyId: z.string().exactOptional(),
  isForeground: z.boolean().exactOptional(),
  error: errorSchema.exactOptional(),
  asked: z.enum([...requestScopes, 'other']).exactOptional(),
  met: z
    .array(z.union([z.enum([...connectFaults, ...socketFaults, 'held']), z.number()]))
    .exactOptional(),
  note: z.string().exactOptional(),
} satisfies Record<keyof TimelineEvent, z.ZodType>;

/** An event as it stands in a report: nothing leads forward, so that whoever goes back comes to an end. */
export const reportEventSchema: z.ZodType<TimelineEvent> = z
  .object(shapes)
  .refine(({ eventId, cause = 0 }) => cause < eventId);
