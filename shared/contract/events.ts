import { z } from 'zod';
import { type TimelineEvent, eventTypes } from '../timeline.ts';

/** What every event has; what else it tells crosses as it is. */
const eventSchema = z.looseObject({
  eventId: z.number(),
  at: z.number(),
  type: z.enum(eventTypes),
  subject: z.string(),
  user: z.string(),
  generation: z.number(),
  rules: z.string(),
});

export const eventsSchema = z.array(eventSchema) as unknown as z.ZodType<readonly TimelineEvent[]>;

/** So many events can be dealt with between two frames. */
export const mostEventsAtOnce = 2_000;
