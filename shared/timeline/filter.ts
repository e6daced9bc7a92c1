import { z } from 'zod';
import { type EventFacts, type TimelineEvent, eventTypes } from '../timeline.ts';
import { laneGroupOf, laneGroups, laneOf } from './lane.ts';

/** Which events are wanted; what is null does not matter. */
export const eventFilterSchema = z.strictObject({
  lane: z.enum(laneGroups).nullable(),
  type: z.enum(eventTypes).nullable(),
  /** Part of the id that it is about, in whatever case. */
  id: z.string().max(4_096),
  user: z.string().max(4_096).nullable(),
  generation: z.number().nullable(),
  onlyProblems: z.boolean(),
});

export type EventFilter = Readonly<z.output<typeof eventFilterSchema>>;

export const everything: EventFilter = {
  lane: null,
  type: null,
  id: '',
  user: null,
  generation: null,
  onlyProblems: false,
};

const problemTypes: readonly EventFacts['type'][] = [
  'failed',
  'rejected',
  'leaked',
  'quarantined',
  'warned',
];

/** It tells of an error, or of something that a person should look at. */
export const isProblem = ({ type, error }: Pick<EventFacts, 'type' | 'error'>): boolean =>
  error !== undefined || problemTypes.includes(type);

/** How many of its fields narrow the choice. */
export const narrowings = (filter: EventFilter): number =>
  [
    filter.lane !== null,
    filter.type !== null,
    filter.id !== '',
    filter.user !== null,
    filter.generation !== null,
    filter.onlyProblems,
  ].filter(Boolean).length;

/** Tells wanted events from others; made once for each filter, asked for each event. */
export const wantedBy = (filter: EventFilter): ((event: TimelineEvent) => boolean) => {
  if (narrowings(filter) === 0) return () => true;
  const id = filter.id.toLowerCase();
  return (event) =>
    (filter.type === null || event.type === filter.type) &&
    (filter.user === null || event.user === filter.user) &&
    (filter.generation === null || event.generation === filter.generation) &&
    (!filter.onlyProblems || isProblem(event)) &&
    (filter.lane === null || laneGroupOf(laneOf(event)) === filter.lane) &&
    (id === '' || (event.id?.toLowerCase().includes(id) ?? false));
};
