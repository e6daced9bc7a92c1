import {
  type WorkflowsList,
  decodeWorkflowsList,
  listedIds,
  prefetchedIds,
} from '../../shared/model/workflows-list.ts';
import type { EngineError } from '../../shared/errors.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { TextBody } from '../http/http.ts';
import type { Details } from './details.ts';
import { type Life, type Scope, dropLate } from './life.ts';
import { type ListEntry, dropList, markDetailsStale, markedStale, putList } from './memory.ts';
import { type Failure, eventTypeOf, malformed } from './outcomes.ts';
import { type Restore, warnOfDuplicates } from './restore.ts';
import type { Served } from './served.ts';
import { type SharedWork, startShared } from './shared-work.ts';
import type { Shelf } from './shelf.ts';

/** What a caller of the list is given: the list, or why there is none. */
export type ListResult = Served<ListEntry>;

/** One request for the list with the prefetches that it sets off. */
export type ListBatch = SharedWork<ListResult>;

export interface ListAsk {
  readonly force: boolean;
  readonly cause: EventId;
}

export interface Lists {
  /** Completes when the offering → workflow map is as good as it will get; never throws. */
  settle(scope: Scope, ask: ListAsk): ListResult | Promise<ListResult>;
}

export interface ListNeeds {
  readonly shelf: Shelf;
  readonly details: Details;
  readonly restore: Restore;
}

export const createLists = (life: Life, { shelf, details, restore }: ListNeeds): Lists => {
  const { parts, memory, world } = life;

  /** Details meet a forced refresh only once it has succeeded (L-04). */
  const applyForce = (scope: Scope, cause: EventId): void => {
    const policy = life.policies().forcedRefresh;
    if (policy === 'keep' || memory.details.size === 0) return;
    if (policy === 'clear') memory.details.clear();
    else markDetailsStale(memory);
    const type = policy === 'clear' ? 'evicted' : 'marked-stale';
    scope.record({ type, subject: 'detail', cause });
  };

  const prune = (scope: Scope, list: WorkflowsList, cause: EventId): void => {
    const listed = listedIds(list);
    const prefetched = shelf.keptIds() ?? listed;
    for (const id of parts.disk.prune({ prefetched, onDemand: listed }))
      scope.record({ type: 'pruned', subject: 'detail', id, cause });
  };

  /** One step: what is in memory, on disk and pruned belongs to the same list. */
  const store = (scope: Scope, entry: ListEntry, body: TextBody, ask: ListAsk): EventId => {
    if (!scope.mayStore()) return dropLate(scope, 'list');
    const duplicates = putList(memory, entry);
    const document = { subject: 'list', entry, body } as const;
    const event = shelf.tellRefreshed(scope, document, ask.cause);
    if (ask.force) applyForce(scope, event);
    warnOfDuplicates(scope, duplicates, event);
    if (shelf.keep(scope, document, event)) prune(scope, entry.value, event);
    return event;
  };

  const land = async (
    scope: Scope,
    list: WorkflowsList,
    body: TextBody,
    ask: ListAsk,
  ): Promise<ListResult> => {
    const storedAt = parts.clock.now();
    const entry: ListEntry = { value: list, storedAt, user: scope.user, bodyHash: body.hash };
    const decision = store(scope, entry, body, ask);
    // A late list sets nothing off (G-04).
    if (scope.isCurrent())
      await Promise.all(prefetchedIds(list).map((id) => details.prefetch(scope, id, decision)));
    return { ok: true, entry, source: 'network', decision };
  };

  const applyRejection = (scope: Scope, cause: EventId): void => {
    const policy = life.policies().listRejected;
    if (memory.list === null || policy === 'keep') return;
    if (policy === 'evict') dropList(memory);
    else memory.list = markedStale(memory.list);
    const type = policy === 'evict' ? 'evicted' : 'marked-stale';
    scope.record({ type, subject: 'list', cause });
  };

  /** What there is after a failure: the list that was restored or stayed, or the error. */
  const remains = (
    scope: Scope,
    error: EngineError,
    decision: EventId,
    isRestored: boolean,
  ): ListResult => {
    const entry = scope.isCurrent() ? memory.list : null;
    if (entry === null) return { ok: false, error, decision };
    return { ok: true, entry, source: isRestored ? 'disk' : 'memory', decision };
  };

  const fail = async (scope: Scope, failure: Failure, ask: ListAsk): Promise<ListResult> => {
    const { error } = failure;
    const decision = scope.record({
      type: eventTypeOf(failure),
      subject: 'list',
      cause: ask.cause,
      error,
    });
    // A former user's failure evicts, restores and marks nothing.
    if (!scope.isCurrent()) return { ok: false, error, decision };
    if (failure.isRejection) applyRejection(scope, decision);
    const isRestored = failure.isRejection ? false : await restore(scope, decision);
    return remains(scope, error, decision, isRestored);
  };

  const open = (scope: Scope, ask: ListAsk): ListBatch => {
    const batch = startShared<ListResult>(life, scope, {
      endpoint: 'list',
      startedBy: ask.cause,
      land: async (answer) => {
        const { body } = answer;
        const list = decodeWorkflowsList(body.text);
        return list.ok
          ? land(scope, list.value, body, ask)
          : fail(scope, malformed(list.problem, answer), ask);
      },
      fail: (failure) => fail(scope, failure, ask),
      onEnd: () => (scope.list = null),
    });
    scope.list = batch;
    return batch;
  };

  const settle: Lists['settle'] = (scope, ask) => {
    const running = scope.list;
    if (running !== null) {
      if (world.isForeground) running.hurry();
      scope.record({ type: 'joined', subject: 'list', cause: running.startedBy });
      return running.result;
    }
    const entry = memory.list;
    if (entry === null || ask.force) return openFor(scope, ask);
    if (life.freshnessOf(entry) === 'fresh') {
      const decision = scope.record({ type: 'hit', subject: 'list', cause: ask.cause });
      return { ok: true, entry, source: 'memory', decision };
    }
    if (life.policies().staleListInMemory === 'block') return openFor(scope, ask);
    const decision = scope.record({ type: 'stale-served', subject: 'list', cause: ask.cause });
    open(scope, { force: false, cause: decision });
    return { ok: true, entry, source: 'memory', decision };
  };

  const openFor = (scope: Scope, ask: ListAsk): Promise<ListResult> => {
    const cause = scope.record({ type: 'miss', subject: 'list', cause: ask.cause });
    return open(scope, { force: ask.force, cause }).result;
  };

  return Object.freeze({ settle });
};
