import { decodeWorkflowsListValue, markedForPrefetch } from '../../shared/model/workflows-list.ts';
import { workflowId } from '../../shared/model/ids.ts';
import { cacheKey } from '../../shared/model/workflow.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { EnvelopeKey } from '../store/disk.ts';
import type { Revive } from './copies.ts';
import type { Life, Scope } from './life.ts';
import { type ListEntry, copyFacts, markedStale, putList } from './memory.ts';
import type { Shelf } from './shelf.ts';

/** Fills memory from disk after the list failed; false: no list was put in memory. */
export type Restore = (scope: Scope, cause: EventId) => Promise<boolean>;

/** So many envelopes are read before others get a turn. */
const readsPerTurn = 8;

export const createRestore = (life: Life, shelf: Shelf, revive: Revive): Restore => {
  const { parts, memory } = life;

  const readList = (scope: Scope, cause: EventId): ListEntry | null =>
    shelf.copyOf(
      scope,
      {
        subject: 'list',
        result: parts.disk.readList(),
        decode: decodeWorkflowsListValue,
        countsAs: life.policies().restoredListCountsAs,
      },
      cause,
    );

  const restoreList = (scope: Scope, entry: ListEntry | null, cause: EventId): boolean => {
    const policy = life.policies();
    if (entry === null) {
      if (memory.list !== null && policy.nothingToRestore === 'mark-stale') {
        memory.list = markedStale(memory.list);
        scope.record({ type: 'marked-stale', subject: 'list', cause });
      }
      return false;
    }
    if (memory.list !== null && policy.listFails === 'keep') return false;
    const duplicates = putList(memory, entry);
    const about = { subject: 'list', cause, source: 'disk' } as const;
    const event = scope.record({ type: 'restored', ...about, ...copyFacts(scope, entry) });
    warnOfDuplicates(scope, duplicates, event);
    return true;
  };

  /** The envelopes to bring back, by file; those of a list's entries go by its order. */
  const keysToRestore = (isListReadable: boolean): readonly EnvelopeKey[] => {
    const policy = life.policies();
    if (!isListReadable && policy.noReadableList === 'restore-nothing') return [];
    const stored = parts.disk.prefetchedKeys();
    if (policy.restoredEnvelopes === 'all') return stored;
    const list = memory.list?.value;
    if (list === undefined) return [];
    const isStored = new Set(stored);
    return [...markedForPrefetch(list)]
      .filter((id) => !isFilled(id))
      .map((id) => parts.disk.keyOf(id))
      .filter((key) => isStored.has(key));
  };

  const isFilled = (id: string): boolean =>
    life.policies().restoredDetails === 'fill-gaps' && memory.details.has(workflowId(id));

  const restoreOne = async (scope: Scope, key: EnvelopeKey, cause: EventId): Promise<void> => {
    const about = { subject: 'detail' } as const;
    const stored = shelf.usable(scope, parts.disk.readEnvelope(key), about, cause);
    if (stored === null || isFilled(stored.id)) return;
    const entry = await revive(scope, stored, cause, { mayDownload: true, work: null });
    if (entry === null || !scope.mayStore()) return;
    const own = cacheKey(entry.value.open().workflow);
    if (own !== null && !isFilled(own))
      shelf.put(scope, entry, cause, { what: 'restored', copyId: stored.id });
    entry.value.fold();
  };

  const restoreDetails = async (
    scope: Scope,
    keys: readonly EnvelopeKey[],
    cause: EventId,
  ): Promise<void> => {
    const running: Promise<void>[] = [];
    // Whoever failed together with the list and waits for one detail gets it first.
    await parts.nextTurn();
    for (const [index, key] of keys.entries()) {
      if (!scope.mayStore()) break;
      running.push(restoreOne(scope, key, cause));
      if (index % readsPerTurn === readsPerTurn - 1) await parts.nextTurn();
    }
    await Promise.all(running);
  };

  return async (scope, cause) => {
    const entry = readList(scope, cause);
    const isRestored = restoreList(scope, entry, cause);
    await restoreDetails(scope, keysToRestore(entry !== null), cause);
    return isRestored;
  };
};

/** Two entries for one offering are a mistake that its publisher should hear of (M-10). */
export const warnOfDuplicates = (
  scope: Scope,
  duplicates: readonly string[],
  cause: EventId,
): void => {
  for (const id of duplicates) {
    const note = 'The list names this offering more than once; its last entry counts.';
    scope.record({ type: 'warned', subject: 'list', id, cause, note });
  }
};
