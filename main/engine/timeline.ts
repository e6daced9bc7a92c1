import type { EventFacts, EventId, TimelineEvent } from '../../shared/timeline.ts';
import { type EventOrigin, createEventRing } from './event-ring.ts';

/** The one log: a ring of the newest events. */
export interface Timeline {
  append(event: Omit<TimelineEvent, 'eventId'>): EventId;
  /** As `append`, for whoever has the parts of an event: nothing is made of them. */
  record(facts: EventFacts, at: number, origin: EventOrigin): EventId;
  /** The event, unless it has left the ring. */
  find(eventId: EventId): TimelineEvent | null;
  /** The events from this one on, oldest first, and no more than so many. */
  since(eventId: EventId, most?: number): readonly TimelineEvent[];
  /** The id that the next event will have. */
  nextId(): EventId;
  /** Calls back with every event, until the returned function is called. */
  onEvent(listener: (event: TimelineEvent) => void): () => void;
}

/** Event ids count up from 1, so that an id is also a place in the ring. */
export const createTimeline = (capacity: number): Timeline => {
  const ring = createEventRing(capacity);
  const listeners = new Set<(event: TimelineEvent) => void>();
  let nextId: EventId = 1;

  const oldestId = (): EventId => Math.max(1, nextId - capacity);

  const find = (eventId: EventId): TimelineEvent | null =>
    eventId >= oldestId() && eventId < nextId ? ring.get(eventId) : null;

  const tell = (eventId: EventId): void => {
    const event = find(eventId);
    if (event !== null) for (const listener of listeners) listener(event);
  };

  const record = (facts: EventFacts, at: number, origin: EventOrigin): EventId => {
    const eventId = nextId;
    ring.put(eventId, facts, at, origin);
    nextId += 1;
    if (listeners.size > 0) tell(eventId);
    return eventId;
  };

  return Object.freeze({
    append: (event: Omit<TimelineEvent, 'eventId'>) => record(event, event.at, event),
    record,
    find,
    since: (eventId: EventId, most = Infinity) => {
      const found: TimelineEvent[] = [];
      const first = Math.max(eventId, oldestId());
      for (let id = first; id < nextId && id - first < most; id += 1) {
        const event = find(id);
        if (event !== null) found.push(event);
      }
      return found;
    },
    nextId: () => nextId,
    onEvent: (listener: (event: TimelineEvent) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
};
