import {
  type CacheMoment,
  type CacheSide,
  type Known,
  freshnessThen,
  knownOf,
} from '../../../shared/timeline/cache-at.ts';
import type { CachesAround } from '../../state/cache-history.ts';

/** What was known of one thing before an event, and after it. */
export interface CacheLine {
  /** Null for a workflow. */
  readonly what: 'offerings' | 'list' | null;
  /** The workflow's id; null for what is no workflow. */
  readonly id: string | null;
  readonly before: Known;
  readonly after: Known;
  readonly isChanged: boolean;
}

export interface CacheLines {
  readonly lines: readonly CacheLine[];
  /** How many workflows there are beside those, which did not change. */
  readonly others: number;
}

/** More than these that did not change are only counted. */
const mostUnchanged = 12;

const isSame = (one: Known, other: Known): boolean => {
  if (one === null || other === null || one === 'unknown' || other === 'unknown')
    return one === other;
  return one.by === other.by && one.storedAt === other.storedAt;
};

const single = (what: 'offerings' | 'list', before: CacheSide, after: CacheSide): CacheLine => ({
  what,
  id: null,
  before: before[what],
  after: after[what],
  isChanged: !isSame(before[what], after[what]),
});

/** What one side held, what changed first, then what it held before and after alike. */
export const cacheLines = (before: CacheSide, after: CacheSide): CacheLines => {
  const ids = [...new Set([...before.details.keys(), ...after.details.keys()])];
  const details = ids
    .map((id): CacheLine => {
      const [was, is] = [knownOf(before, { id }), knownOf(after, { id })];
      return { what: null, id, before: was, after: is, isChanged: !isSame(was, is) };
    })
    .filter(({ before: was, after: is }) => was !== null || is !== null);
  const changed = details.filter(({ isChanged }) => isChanged);
  const unchanged = details.filter(({ isChanged }) => !isChanged);
  return {
    lines: [
      single('offerings', before, after),
      single('list', before, after),
      ...changed,
      ...unchanged.slice(0, mostUnchanged),
    ],
    others: Math.max(0, unchanged.length - mostUnchanged),
  };
};

/** Whether anything in memory or on disk is another one after the event. */
export const hasChange = ({ before, after }: CachesAround): boolean =>
  [cacheLines(before.memory, after.memory), cacheLines(before.disk, after.disk)].some(({ lines }) =>
    lines.some(({ isChanged }) => isChanged),
  );

/** How good something was, in one word for a table. */
export const qualityOf = (
  known: Known,
  moment: CacheMoment,
): 'nothing' | 'unknown' | 'fresh' | 'stale' | 'there' => {
  if (known === null) return 'nothing';
  if (known === 'unknown') return 'unknown';
  if (known.source === null) return 'there';
  const freshness = freshnessThen(known, moment);
  return freshness === 'unknown' ? 'there' : freshness;
};
