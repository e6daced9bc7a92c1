import { z } from 'zod';
import { requestScopes } from '../faults.ts';
import type { DeepReadonly } from './deep-readonly.ts';
import { storedSchema } from './stored.ts';

/** Who can reach what a phone is served: this machine alone, or the network that it is in. */
export const reaches = ['machine', 'network'] as const;
export type Reach = (typeof reaches)[number];

export const portSchema = z.int().min(1).max(65_535);

/** The newest request of a phone's. */
const lastSchema = z.strictObject({
  at: z.number(),
  method: z.string(),
  /** `other` is what no fault can be aimed at. */
  what: z.enum([...requestScopes, 'other']),
  path: z.string(),
  user: z.string().nullable(),
  isUnderWay: z.boolean(),
  /** Null: none was answered. */
  status: z.number().nullable(),
  /** What of that which is broken on purpose it met. */
  met: z.array(z.union([z.string(), z.number()])),
});

/** The project as it is served to phones. */
export const phoneSchema = z.strictObject({
  isOn: z.boolean(),
  /** Whoever connects is refused meanwhile, because something is broken on purpose. */
  isRefusing: z.boolean(),
  /** As it is, or was last. */
  port: portSchema,
  reach: z.enum(reaches),
  /** Where it is reached, the best first; none while it is off. */
  addresses: z.array(z.string()),
  /** Why it ended by itself, in one sentence. */
  problem: z.string().nullable(),
  requests: z.number(),
  last: lastSchema.nullable(),
});

export type PhoneDocument = DeepReadonly<z.output<typeof phoneSchema>>;

/** What is there again after a restart; that it is served is not. */
export interface PhoneChoice {
  readonly port: number;
  readonly reach: Reach;
}

export const firstPhoneChoice: PhoneChoice = { port: 8_123, reach: 'machine' };

export const phoneChoiceSchema: z.ZodType<PhoneChoice> = storedSchema(
  { port: portSchema, reach: z.enum(reaches) },
  firstPhoneChoice,
);
