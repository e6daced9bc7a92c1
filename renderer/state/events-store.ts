import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EventId, TimelineEvent } from '../../shared/timeline.ts';
import { type EventRing, createEventRing } from './event-ring.ts';

export interface EventsState {
  /** Written in place; `version` tells that it holds other events now. */
  readonly ring: EventRing;
  readonly version: number;
  /** How many events the window was never told of, because it could not keep up. */
  readonly missed: number;
  /** How many the app remembers from before those that the window was told of when it was opened. */
  readonly earlier: number;
  /** The newest event; null: there is none. */
  readonly lastId: EventId | null;
}

export interface EventsStore extends StoreApi<EventsState> {
  /** Everything before is forgotten: ids count from another beginning. */
  restart(events: readonly TimelineEvent[], capacity: number): void;
  append(events: readonly TimelineEvent[]): void;
}

const missedBetween = (lastId: EventId | null, events: readonly TimelineEvent[]): number => {
  const [first] = events;
  return first === undefined || lastId === null ? 0 : first.eventId - lastId - 1;
};

const emptyState = (capacity: number): EventsState => ({
  ring: createEventRing(capacity),
  version: 0,
  missed: 0,
  earlier: 0,
  lastId: null,
});

/** The events as far as the window has them. */
export const createEventsStore = (): EventsStore => {
  const store = createStore<EventsState>(() => emptyState(1));

  const append = (events: readonly TimelineEvent[]): void => {
    if (events.length === 0) return;
    const { ring, version, missed, lastId } = store.getState();
    ring.push(events);
    store.setState({
      version: version + 1,
      missed: missed + missedBetween(lastId, events),
      lastId: events.at(-1)?.eventId ?? lastId,
    });
  };

  return {
    ...store,
    restart: (events, capacity) => {
      const { version } = store.getState();
      const before = (events[0]?.eventId ?? 1) - 1;
      // The app itself forgets those that there is no room for.
      const earlier = Math.max(0, Math.min(before, capacity - events.length));
      store.setState({ ...emptyState(capacity), version: version + 1, earlier });
      append(events);
    },
    append,
  };
};
