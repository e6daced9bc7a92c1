import type { EventId, TimelineEvent } from '../../shared/timeline.ts';

/** The one log: a ring of the newest events. */
export interface Timeline {
  append(event: Omit<TimelineEvent, 'eventId'>): EventId;
  /** The event, unless it has left the ring. */
  find(eventId: EventId): TimelineEvent | null;
  /** The events from this one on, oldest first. */
  since(eventId: EventId): readonly TimelineEvent[];
  /** The id that the next event will have. */
  nextId(): EventId;
  /** Calls back with every event, until the returned function is called. */
  onEvent(listener: (event: TimelineEvent) => void): () => void;
}

/** Event ids count up from 1, so that an id is also a place in the ring. */
export const createTimeline = (capacity: number): Timeline => {
  const ring: TimelineEvent[] = [];
  const listeners = new Set<(event: TimelineEvent) => void>();
  let nextId: EventId = 1;

  const oldestId = (): EventId => Math.max(1, nextId - capacity);

  const find = (eventId: EventId): TimelineEvent | null =>
    eventId >= oldestId() && eventId < nextId ? (ring[eventId % capacity] ?? null) : null;

  return Object.freeze({
    append: (facts: Omit<TimelineEvent, 'eventId'>) => {
      const event = { ...facts, eventId: nextId };
      ring[nextId % capacity] = event;
      nextId += 1;
      for (const listener of listeners) listener(event);
      return event.eventId;
    },
    find,
    since: (eventId: EventId) => {
      const found: TimelineEvent[] = [];
      for (let id = Math.max(eventId, oldestId()); id < nextId; id += 1) {
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
