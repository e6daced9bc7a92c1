import { type CacheFold, type Caches, createCacheFold } from '../../shared/timeline/cache-at.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { EventRing } from './event-ring.ts';

/** The caches before and after an event. */
export interface CachesAround {
  readonly before: Caches;
  readonly after: Caches;
}

export interface CacheHistory {
  /** Null: the event is not remembered. */
  around(eventId: EventId): CachesAround | null;
}

/** So many events lie between two states that are kept, to go on from. */
const stride = 4_096;

/** What the caches held at any event: worked out from the events, and kept here and there. */
export const createCacheHistory = (ring: EventRing): CacheHistory => {
  /** By the last event that each has seen. */
  let kept = new Map<EventId, CacheFold>();
  let oldest: EventId | null = null;

  /** Older events than before may tell what was unknown. */
  const renew = (): void => {
    const first = ring.at(0)?.eventId ?? null;
    if (oldest !== null && first !== null && first < oldest) kept = new Map();
    oldest = first;
  };

  const nearest = (eventId: EventId): { fold: CacheFold; next: number } => {
    let best: EventId | null = null;
    for (const id of kept.keys())
      if (id < eventId && (best === null || id > best) && ring.countUpTo(id) > 0) best = id;
    const found = best === null ? undefined : kept.get(best);
    return found === undefined || best === null
      ? { fold: createCacheFold(ring.at(0)?.eventId ?? 1), next: 0 }
      : { fold: found.copy(), next: ring.countUpTo(best) };
  };

  return Object.freeze({
    around: (eventId: EventId) => {
      renew();
      if (ring.find(eventId) === null) return null;
      const { fold, next } = nearest(eventId);
      const index = ring.countUpTo(eventId) - 1;
      for (let place = next; place < index; place += 1) {
        const event = ring.at(place);
        if (event === null) continue;
        fold.apply(event);
        if (event.eventId % stride === 0) kept.set(event.eventId, fold.copy());
      }
      const before = fold.read();
      const event = ring.at(index);
      if (event !== null) fold.apply(event);
      return { before, after: fold.read() };
    },
  });
};
