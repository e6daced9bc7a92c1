import { type EventFilter, narrowings, wantedBy } from '../../../shared/timeline/filter.ts';
import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import type { EventRing } from '../../state/event-ring.ts';

type Ring = Pick<EventRing, 'size' | 'dropped' | 'at' | 'countUpTo'>;

/** The events that pass a filter and lie between two others. */
export interface WantedRows {
  readonly count: number;
  /** Goes up with each row that leaves the beginning, and down with each that comes before it. */
  readonly first: number;
  at(index: number): TimelineEvent | null;
  /** The place of an event, or where it would stand, and whether it is there. */
  placeOf(eventId: EventId): { readonly index: number; readonly isThere: boolean };
}

/** Finds wanted events; each event is looked at once, however often rows are asked for. */
export interface WantedBook {
  rows(after: EventId, upTo: EventId): WantedRows;
}

/** Where nothing is filtered the ring itself is the list. */
const allRows = (ring: Ring, after: EventId, upTo: EventId): WantedRows => {
  const start = ring.countUpTo(after);
  const count = Math.max(0, ring.countUpTo(upTo) - start);
  return {
    count,
    first: ring.dropped + start,
    at: (index) => (index < 0 || index >= count ? null : ring.at(start + index)),
    placeOf: (eventId) => {
      const index = ring.countUpTo(eventId) - 1 - start;
      const isThere = index >= 0 && index < count && ring.at(start + index)?.eventId === eventId;
      return { index: Math.min(count - 1, Math.max(0, index)), isThere };
    },
  };
};

export const createWantedBook = (ring: Ring, filter: EventFilter): WantedBook => {
  if (narrowings(filter) === 0) return { rows: (after, upTo) => allRows(ring, after, upTo) };
  const isWanted = wantedBy(filter);
  /** Places in the ring plus what it has dropped: they stay the same for an event. */
  const found: number[] = [];
  let start = 0;
  let unshifted = 0;
  let [from, to] = [ring.dropped, ring.dropped];

  const pick = (begin: number, end: number): readonly number[] => {
    const picked: number[] = [];
    for (let place = begin; place < end; place += 1) {
      const event = ring.at(place - ring.dropped);
      if (event !== null && isWanted(event)) picked.push(place);
    }
    return picked;
  };

  const sync = (): void => {
    const { dropped, size } = ring;
    if (dropped < from) {
      const older = pick(dropped, from);
      found.splice(start, 0, ...older);
      unshifted += older.length;
      from = dropped;
    }
    for (const place of pick(Math.max(to, dropped), dropped + size)) found.push(place);
    to = dropped + size;
    while (start < found.length && (found[start] ?? 0) < dropped) start += 1;
  };

  const eventAt = (index: number): TimelineEvent | null => {
    const place = found[index];
    return place === undefined ? null : ring.at(place - ring.dropped);
  };

  /** How many of all that were found are not newer. */
  const foundUpTo = (eventId: EventId): number => {
    let [low, high] = [start, found.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((eventAt(middle)?.eventId ?? Infinity) <= eventId) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    rows: (after, upTo) => {
      sync();
      const first = foundUpTo(after);
      const count = Math.max(0, foundUpTo(upTo) - first);
      return {
        count,
        first: first - unshifted,
        at: (index) => (index < 0 || index >= count ? null : eventAt(first + index)),
        placeOf: (eventId) => {
          const index = foundUpTo(eventId) - 1 - first;
          const isThere =
            index >= 0 && index < count && eventAt(first + index)?.eventId === eventId;
          return { index: Math.min(count - 1, Math.max(0, index)), isThere };
        },
      };
    },
  };
};
