import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EventId, TimelineEvent } from '../../shared/timeline.ts';
import { type LaneIndex, createLaneIndex } from '../timeline/layout/lane-index.ts';
import { type EventBook, createEventBook } from './event-book.ts';
import { type EventRing, createEventRing } from './event-ring.ts';

export interface EventsState {
  /** Written in place; `version` tells that it holds other events now. */
  readonly ring: EventRing;
  /** Where the events stand in the lanes; written in place, too. */
  readonly lanes: LaneIndex;
  /** Who and what they are about; written in place, too. */
  readonly book: EventBook;
  readonly version: number;
  /** How many events the window was never told of, because it could not keep up. */
  readonly missed: number;
  /** How many the app remembers from before those that the window has. */
  readonly earlier: number;
  /** The newest event; null: there is none. */
  readonly lastId: EventId | null;
}

export interface EventsStore extends StoreApi<EventsState> {
  /** Everything before is forgotten: ids count from another beginning. */
  restart(events: readonly TimelineEvent[], capacity: number): void;
  append(events: readonly TimelineEvent[]): void;
  /** What the app remembers from before; nothing: it remembers no more of it. */
  prepend(events: readonly TimelineEvent[]): void;
}

const missedBetween = (lastId: EventId | null, events: readonly TimelineEvent[]): number => {
  const [first] = events;
  return first === undefined || lastId === null ? 0 : first.eventId - lastId - 1;
};

const emptyState = (capacity: number): EventsState => ({
  ring: createEventRing(capacity),
  lanes: createLaneIndex(),
  book: createEventBook(),
  version: 0,
  missed: 0,
  earlier: 0,
  lastId: null,
});

/** The app itself forgets those that there is no room for. */
const earlierThan = (ring: EventRing): number =>
  Math.max(0, Math.min((ring.at(0)?.eventId ?? 1) - 1, ring.room));

/** The events as far as the window has them. */
export const createEventsStore = (): EventsStore => {
  const store = createStore<EventsState>(() => emptyState(1));

  const append = (events: readonly TimelineEvent[]): void => {
    if (events.length === 0) return;
    const { ring, lanes, book, version, missed, lastId } = store.getState();
    ring.push(events);
    lanes.push(events);
    lanes.dropBefore(ring.at(0)?.eventId ?? 0);
    book.note(events);
    store.setState({
      version: version + 1,
      missed: missed + missedBetween(lastId, events),
      earlier: earlierThan(ring),
      lastId: events.at(-1)?.eventId ?? lastId,
    });
  };

  return {
    ...store,
    restart: (events, capacity) => {
      const { version } = store.getState();
      store.setState({ ...emptyState(capacity), version: version + 1 });
      append(events);
    },
    append,
    prepend: (events) => {
      const { ring, lanes, book, version } = store.getState();
      const kept = ring.prepend(events);
      lanes.prepend(kept);
      book.note(kept);
      const earlier = kept.length === 0 ? 0 : earlierThan(ring);
      store.setState({ version: version + 1, earlier });
    },
  };
};
