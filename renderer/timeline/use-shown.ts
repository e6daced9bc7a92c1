import { useMemo, useRef } from 'react';
import type { EventId } from '../../shared/timeline.ts';
import { useEvents, useTimeline, useUi } from '../app/window-context.ts';
import type { EventsState } from '../state/events-store.ts';
import { type WantedRows, createWantedBook } from './list/wanted-rows.ts';

/** The events as they are looked at. */
export interface Shown extends EventsState {
  /** Only what is newer counts: the rest was cleared away. */
  readonly after: EventId;
  /** Only what is not newer counts: it is paused. */
  readonly upTo: EventId;
  readonly rows: WantedRows;
}

/** What of the events is shown: those since they were cleared, until they were paused, that are wanted. */
export const useShown = (): Shown => {
  const events = useEvents();
  const { ring } = events;
  const filter = useTimeline((timeline) => timeline.filter);
  const after = useTimeline(({ clearedAt }) => clearedAt) ?? 0;
  const upTo = useUi(({ pausedAt }) => pausedAt) ?? Infinity;
  const book = useMemo(() => createWantedBook(ring, filter), [ring, filter]);
  return { ...events, after, upTo, rows: book.rows(after, upTo) };
};

/** The same function for as long as it lives, which does what the newest one does. */
export const useLatest = <Arguments extends readonly unknown[], Result>(
  act: (...given: Arguments) => Result,
): ((...given: Arguments) => Result) => {
  const newest = useRef(act);
  newest.current = act;
  return useMemo(
    () =>
      (...given: Arguments) =>
        newest.current(...given),
    [],
  );
};
