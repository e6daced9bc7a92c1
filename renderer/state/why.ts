import type { EventId, TimelineEvent } from '../../shared/timeline.ts';
import type { EventRing } from './event-ring.ts';

/** Nobody reads further back, and a damaged chain must not be followed for ever. */
const longestChain = 50;
/** How far back events about one workflow are looked for. */
const searchedEvents = 5_000;

/** What led to this event and the event itself, oldest first, as far as it is still known. */
export const chainOf = (
  ring: Pick<EventRing, 'find'>,
  eventId: EventId,
): readonly TimelineEvent[] => {
  const chain: TimelineEvent[] = [];
  let event = ring.find(eventId);
  while (event !== null && chain.length < longestChain) {
    chain.unshift(event);
    event = event.cause === undefined ? null : ring.find(event.cause);
  }
  return chain;
};

/** The newest events that pass, newest first. */
export const newestEvents = (
  ring: Pick<EventRing, 'size' | 'at'>,
  isWanted: (event: TimelineEvent) => boolean,
  most: number,
): readonly TimelineEvent[] => {
  const found: TimelineEvent[] = [];
  const stop = Math.max(0, ring.size - searchedEvents);
  for (let index = ring.size - 1; index >= stop && found.length < most; index -= 1) {
    const event = ring.at(index);
    if (event !== null && isWanted(event)) found.push(event);
  }
  return found;
};

/** These change what memory holds of a workflow, or what is known of it. */
const changes: readonly TimelineEvent['type'][] = [
  'refreshed',
  'restored',
  'fell-back',
  'rejected',
  'failed',
  'evicted',
  'marked-stale',
  'dropped-late',
];

/** These change what is known of every workflow at once. */
const turningPoints: readonly TimelineEvent['type'][] = ['cold-started', 'identity-changed'];

const isChangeOf =
  (workflowId: string) =>
  ({ type, subject, id }: TimelineEvent): boolean =>
    turningPoints.includes(type) ||
    (subject === 'detail' && id === workflowId && changes.includes(type));

/** The event that made it what it is now; null: it is not remembered any more. */
export const decisiveEvent = (
  ring: Pick<EventRing, 'size' | 'at'>,
  workflowId: string,
): EventId | null => newestEvents(ring, isChangeOf(workflowId), 1)[0]?.eventId ?? null;

/** Requests for the body would hide the rest. */
const isTraffic = ({ type, subject }: TimelineEvent): boolean =>
  subject === 'cdn' && (type === 'requested' || type === 'responded');

/** Whether it happened to a workflow that is known by these ids, its body or its copy on disk. */
export const isAbout =
  (ids: readonly string[]) =>
  (event: TimelineEvent): boolean =>
    event.id !== undefined &&
    ids.includes(event.id) &&
    (event.subject === 'detail' || event.subject === 'cdn' || event.subject === 'disk') &&
    !isTraffic(event);
