import { type Freshness, freshnessOf, ttlMs } from '../freshness.ts';
import { type RuleSet, policies } from '../policies.ts';
import type { EventId, TimelineEvent } from '../timeline.ts';

/** What the events tell of one copy. */
export interface CachedCopy {
  /** Null: it counts as stale, whatever the time is. Unknown: it was there before the events begin. */
  readonly storedAt: number | null | 'unknown';
  /** Where it came from; null for a copy on disk. */
  readonly source: 'network' | 'disk' | null;
  /** Whom it was fetched for. */
  readonly user: string;
  readonly hash: string | null;
  /** The event that put it there. */
  readonly by: EventId;
}

/** Null: there is none. Unknown: the events do not go back far enough to say. */
export type Known = CachedCopy | null | 'unknown';

/** What memory, or the disk, holds. */
export interface CacheSide {
  readonly offerings: Known;
  readonly list: Known;
  /** Workflows by id; null: it is known that there is none. */
  readonly details: ReadonlyMap<string, CachedCopy | null>;
  /** Whether there may be others, which the events do not tell of. */
  readonly others: 'none' | 'unknown';
}

export interface Caches {
  readonly memory: CacheSide;
  readonly disk: CacheSide;
}

/** Works the caches out from one event after the other. */
export interface CacheFold {
  apply(event: TimelineEvent): void;
  /** As they are now, for good: what is applied later changes nothing in it. */
  read(): Caches;
  copy(): CacheFold;
}

type Single = 'offerings' | 'list';

interface Side {
  offerings: Known;
  list: Known;
  details: Map<string, CachedCopy | null>;
  others: 'none' | 'unknown';
}

const emptySide = (): Side => ({
  offerings: null,
  list: null,
  details: new Map(),
  others: 'none',
});

const unknownSide = (): Side => ({
  offerings: 'unknown',
  list: 'unknown',
  details: new Map(),
  others: 'unknown',
});

const copySide = (side: Side): Side => ({ ...side, details: new Map(side.details) });

const put = (side: Side, subject: string, id: string | undefined, copy: CachedCopy): void => {
  if (subject === 'offerings' || subject === 'list') side[subject] = copy;
  else if (subject === 'detail' && id !== undefined) side.details.set(id, copy);
};

const removeDetail = (side: Side, id: string): void => {
  if (side.others === 'none') side.details.delete(id);
  else side.details.set(id, null);
};

const remove = (side: Side, { subject, id }: Pick<TimelineEvent, 'subject' | 'id'>): void => {
  if (subject === 'offerings' || subject === 'list') side[subject] = null;
  else if (id !== undefined) removeDetail(side, id);
};

const stale = (known: Known): Known =>
  known === null || known === 'unknown' ? known : { ...known, storedAt: null };

const markStale = (side: Side, { subject, id }: TimelineEvent): void => {
  if (subject === 'offerings' || subject === 'list') side[subject] = stale(side[subject]);
  const marked = id === undefined ? [...side.details.keys()] : [id];
  if (subject !== 'detail') return;
  for (const key of marked) {
    const copy = side.details.get(key);
    if (copy != null) side.details.set(key, { ...copy, storedAt: null });
  }
};

const copyBy = (event: TimelineEvent, source: CachedCopy['source']): CachedCopy => ({
  storedAt: event.storedAt ?? null,
  source,
  user: event.owner ?? event.user,
  hash: event.hash ?? null,
  by: event.eventId,
});

/** Whoever was served from disk tells what lies there, if nobody has told it yet. */
const learnFromUse = (disk: Side, event: TimelineEvent): void => {
  const copy: CachedCopy = { ...copyBy(event, null), storedAt: 'unknown' };
  const { subject, copyId } = event;
  if (subject === 'offerings' || subject === 'list') {
    if (disk[subject] === 'unknown') disk[subject] = copy;
  } else if (copyId !== undefined && disk.others === 'unknown' && !disk.details.has(copyId))
    disk.details.set(copyId, copy);
};

const enterMemory = ({ memory, disk }: Sides, event: TimelineEvent): void => {
  const source = event.source === 'disk' ? 'disk' : 'network';
  if (source === 'disk') learnFromUse(disk, event);
  // Without a stored time nothing was put anywhere.
  if (event.storedAt !== undefined) put(memory, event.subject, event.id, copyBy(event, source));
};

const leave = ({ memory, disk }: Sides, event: TimelineEvent): void => {
  const { subject, id } = event;
  if (subject === 'disk') remove(disk, { subject: 'detail', ...(id === undefined ? {} : { id }) });
  else if (subject === 'detail' && id === undefined) {
    memory.details = new Map();
    memory.others = 'none';
  } else if (subject !== 'cdn' && subject !== 'asset') remove(memory, event);
};

/** A damaged envelope whose id nobody could read may be any of them. */
const leaveDisk = ({ disk }: Sides, event: TimelineEvent): void => {
  if (event.subject !== 'detail' || event.id !== undefined) {
    remove(disk, event);
    return;
  }
  disk.details = new Map();
  disk.others = 'unknown';
};

const forgetDisk = (sides: Sides, event: TimelineEvent): void => {
  // Of a change of user that could not clear the disk.
  if (event.subject === 'disk' && event.id === undefined) sides.disk = unknownSide();
};

interface Sides {
  memory: Side;
  disk: Side;
}

type Apply = (sides: Sides, event: TimelineEvent) => void;

const effects: Readonly<Partial<Record<TimelineEvent['type'], Apply>>> = {
  refreshed: enterMemory,
  restored: enterMemory,
  'fell-back': enterMemory,
  'marked-stale': ({ memory }, event) => {
    markStale(memory, event);
  },
  evicted: leave,
  pruned: leaveDisk,
  quarantined: leaveDisk,
  persisted: ({ disk }, event) => {
    put(disk, event.subject, event.id, copyBy(event, null));
  },
  failed: forgetDisk,
  'cold-started': (sides) => {
    sides.memory = emptySide();
  },
  'identity-changed': (sides) => {
    sides.memory = emptySide();
    sides.disk = emptySide();
  },
};

const foldFrom = (sides: Sides, start: EventId | null): CacheFold => {
  let last = start;
  return Object.freeze({
    apply: (event: TimelineEvent) => {
      // Events that nobody told of may have changed anything.
      if (last !== null && event.eventId !== last + 1)
        Object.assign(sides, { memory: unknownSide(), disk: unknownSide() });
      last = event.eventId;
      effects[event.type]?.(sides, event);
    },
    read: () => ({ memory: copySide(sides.memory), disk: copySide(sides.disk) }),
    copy: () => foldFrom({ memory: copySide(sides.memory), disk: copySide(sides.disk) }, last),
  });
};

/**
 * Begins before this event. Before the first one of all memory is empty; before any other, and of
 * the disk always, nothing is known.
 */
export const createCacheFold = (first: EventId): CacheFold =>
  foldFrom({ memory: first === 1 ? emptySide() : unknownSide(), disk: unknownSide() }, first - 1);

/** The time, and the circumstances that freshness depends on beside it. */
export interface CacheMoment {
  readonly now: number;
  readonly isForeground: boolean;
  readonly rules: RuleSet;
}

/** How fresh a copy was at that moment, by the same function that the engine asks. */
export const freshnessThen = (
  { storedAt }: CachedCopy,
  { now, isForeground, rules }: CacheMoment,
): Freshness | 'unknown' =>
  storedAt === 'unknown'
    ? 'unknown'
    : freshnessOf({
        storedAt,
        now,
        ttlMs: ttlMs(isForeground),
        future: policies[rules].futureCountsAs,
      });

/** What one side holds of a thing. */
export const knownOf = (side: CacheSide, what: Single | { readonly id: string }): Known => {
  if (typeof what === 'string') return side[what];
  const known = side.details.get(what.id);
  if (known !== undefined) return known;
  return side.others === 'none' ? null : 'unknown';
};
