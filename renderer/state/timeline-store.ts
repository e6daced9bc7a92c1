import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type EventFilter, eventFilterSchema, everything } from '../../shared/timeline/filter.ts';
import type { EventId } from '../../shared/timeline.ts';
import { type View, latest } from '../timeline/lanes/view.ts';
import { keep } from './keep.ts';
import type { TextStorage } from './layout-storage.ts';

export interface TimelineState {
  /** The event that is looked at; null: none. */
  readonly chosen: EventId | null;
  readonly filter: EventFilter;
  /** What is not newer than this one is hidden; null: nothing is. */
  readonly clearedAt: EventId | null;
  readonly view: View;
  /** Another number asks the list to go to its end. */
  readonly goneToNow: number;
  /** Which of the two is shown where there is no room for both. */
  readonly tab: 'lanes' | 'events';
}

/** Users and their generations are others after a restart. */
const keptSchema = z.object({
  tab: z.enum(['lanes', 'events']).catch('events'),
  filter: eventFilterSchema.catch(everything).transform((filter) => ({
    ...filter,
    user: null,
    generation: null,
  })),
});

export interface TimelineStore extends StoreApi<TimelineState> {
  /** What is kept of it is as it was. */
  restore(): void;
  /** The events are others from now on: what names one is forgotten. */
  restart(): void;
  narrow(change: Partial<EventFilter>): void;
  /** Looks at the newest and follows it, in the lanes and in the list. */
  goToNow(view: View): void;
}

/** How somebody looks at the timeline. */
export const createTimelineStore = (storage: TextStorage): TimelineStore => {
  const store = createStore<TimelineState>(() => ({
    chosen: null,
    ...keptSchema.parse({}),
    clearedAt: null,
    view: latest,
    goneToNow: 0,
  }));
  const restore = keep({ storage, key: 'timeline', schema: keptSchema, store });
  restore();
  return {
    ...store,
    restore,
    restart: () => {
      const { filter } = store.getState();
      const unnarrowed = { ...filter, user: null, generation: null };
      store.setState({ chosen: null, clearedAt: null, view: latest, filter: unnarrowed });
    },
    goToNow: (view) => {
      store.setState(({ goneToNow }) => ({ view, goneToNow: goneToNow + 1 }));
    },
    narrow: (change) => {
      store.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
    },
  };
};
