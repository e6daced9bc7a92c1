import type { EventId, TimelineEvent } from '../../shared/timeline.ts';

/** The newest events, oldest first, and never more of them than there is room for. */
export interface EventRing {
  readonly size: number;
  /**
   * How many there were room for no more, less those that were put before all others: a place in the
   * ring and this number together stay the same for an event.
   */
  readonly dropped: number;
  /** How many more there is room for. */
  readonly room: number;
  push(events: readonly TimelineEvent[]): void;
  /** Older events; the oldest of them stay out where there is no room. */
  prepend(events: readonly TimelineEvent[]): readonly TimelineEvent[];
  /** The event at this place, 0 being the oldest that is kept. */
  at(index: number): TimelineEvent | null;
  find(eventId: EventId): TimelineEvent | null;
  /** How many of those that are kept are not newer than this one. */
  countUpTo(eventId: EventId): number;
}

/** Writes in place: with 100,000 events a copy for each message would be felt. */
export const createEventRing = (capacity: number): EventRing => {
  const slots: TimelineEvent[] = [];
  let start = 0;
  let dropped = 0;

  const at = (index: number): TimelineEvent | null =>
    index < 0 || index >= slots.length ? null : (slots[(start + index) % slots.length] ?? null);

  const add = (event: TimelineEvent): void => {
    if (slots.length < capacity) {
      slots.push(event);
      return;
    }
    slots[start] = event;
    start = (start + 1) % capacity;
    dropped += 1;
  };

  /** Ids rise but may have gaps, so a place is searched for by halves. */
  const countUpTo = (eventId: EventId): number => {
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((at(middle)?.eventId ?? Infinity) <= eventId) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return Object.freeze({
    get size() {
      return slots.length;
    },
    get dropped() {
      return dropped;
    },
    get room() {
      return capacity - slots.length;
    },
    push: (events: readonly TimelineEvent[]) => {
      for (const event of events) add(event);
    },
    prepend: (events: readonly TimelineEvent[]) => {
      const oldest = at(0)?.eventId ?? Infinity;
      const older = events.filter(({ eventId }) => eventId < oldest);
      // Until it is full it begins at its first slot.
      const kept = older.slice(Math.max(0, older.length - (capacity - slots.length)));
      slots.unshift(...kept);
      dropped -= kept.length;
      return kept;
    },
    at,
    find: (eventId: EventId) => {
      const found = at(countUpTo(eventId) - 1);
      return found?.eventId === eventId ? found : null;
    },
    countUpTo,
  });
};
