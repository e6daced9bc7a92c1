import type { RowMoment, StatusKind } from './workflow-status.ts';
import { workflowStatus } from './workflow-status.ts';
import type { ListedItem } from './selection.ts';
import { ttlMs } from '../../shared/freshness.ts';

export const sortKeys = ['response', 'name', 'status', 'left', 'size'] as const;
export type SortKey = (typeof sortKeys)[number];

/** How somebody looks at the list. */
export interface ListView {
  readonly sort: SortKey;
  /** Rows of these statuses only; none: of all. */
  readonly kinds: readonly StatusKind[];
  readonly search: string;
}

/** First what somebody might have to look at. */
const statusOrder: readonly StatusKind[] = [
  'rejected',
  'failed',
  'missing',
  'stale',
  'loading',
  'refreshing',
  'restored',
  'fresh',
  'unknown',
  'none',
  'legacy',
];

interface Line {
  readonly item: ListedItem;
  readonly kind: StatusKind;
}

type Compare = (one: Line, other: Line) => number;

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const nameOf = ({ offering, workflow, id }: ListedItem): string =>
  offering === null ? (workflow?.displayName ?? id) : id;

/** What lasts longest last, what nobody has a copy of behind that. */
const leftOf = ({ item, kind }: Line): number => {
  const copy = item.workflow?.copy ?? null;
  if (copy === null || kind === 'none' || kind === 'legacy') return Infinity;
  return copy.storedAt ?? -Infinity;
};

const sizeOf = ({ item }: Line): number => item.workflow?.copy?.sizeBytes ?? 0;

/** Infinities that are equal have no difference. */
const difference = (one: number, other: number): number => (one === other ? 0 : one - other);

const compares: Readonly<Record<SortKey, Compare>> = {
  response: () => 0,
  name: (one, other) => names.compare(nameOf(one.item), nameOf(other.item)),
  status: (one, other) => statusOrder.indexOf(one.kind) - statusOrder.indexOf(other.kind),
  left: (one, other) => difference(leftOf(one), leftOf(other)),
  size: (one, other) => sizeOf(other) - sizeOf(one),
};

const hasText = ({ id, offering, workflow }: ListedItem, text: string): boolean =>
  [id, offering?.workflowId, workflow?.displayName].some(
    (name) => name?.toLowerCase().includes(text) === true,
  );

/**
 * What is shown of the list, and in which order. `kinds` are the statuses of `items`, one by one.
 * Workflows without an offering stay behind the offerings in every order.
 */
export const shownItems = (
  items: readonly ListedItem[],
  kinds: readonly StatusKind[],
  { sort, kinds: wanted, search }: ListView,
): readonly ListedItem[] => {
  const text = search.trim().toLowerCase();
  const shown = items
    .map((item, place): Line => ({ item, kind: kinds[place] ?? 'unknown' }))
    .filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))
    .filter(({ item }) => text === '' || hasText(item, text));
  const inOrder = (kind: ListedItem['kind']): readonly Line[] =>
    shown.filter(({ item }) => item.kind === kind).toSorted(compares[sort]);
  return [...inOrder('offering'), ...inOrder('workflow')].map(({ item }) => item);
};

/** How many rows there are of each status. */
export const countKinds = (kinds: readonly StatusKind[]): ReadonlyMap<StatusKind, number> => {
  const counts = new Map<StatusKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
};

/** All that the statuses of a list depend on beside the time. */
export type ListFacts = Omit<RowMoment, 'now'>;

/** The next moment at which a copy can have another status by nothing but time. */
const nextTurn = (items: readonly ListedItem[], now: number, lifeMs: number): number =>
  items.reduce((next, { workflow }) => {
    const storedAt = workflow?.copy?.storedAt ?? null;
    if (storedAt === null) return next;
    const turns = [storedAt, storedAt + lifeMs].filter((at) => at > now);
    return Math.min(next, ...turns);
  }, Infinity);

/**
 * The statuses of all rows at a moment: the same array as before while none of them has another, so
 * that a second that passes costs nothing.
 */
export const kindsOverTime = (
  items: readonly ListedItem[],
  facts: ListFacts,
): ((now: number) => readonly StatusKind[]) => {
  const lifeMs = ttlMs(facts.isForeground);
  let from = Infinity;
  let until = -Infinity;
  let kinds: readonly StatusKind[] = [];

  return (now) => {
    if (now >= from && now < until) return kinds;
    const found = items.map(
      ({ offering, workflow }) => workflowStatus(offering, workflow, { ...facts, now }).kind,
    );
    if (found.some((kind, place) => kind !== kinds[place])) kinds = found;
    from = now;
    until = nextTurn(items, now, lifeMs);
    return kinds;
  };
};
