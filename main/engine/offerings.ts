import {
  type OfferingsResponse,
  decodeOfferings,
  decodeOfferingsValue,
  legacyIds,
} from '../../shared/model/offerings.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { TextBody } from '../http/http.ts';
import { type Life, type Scope, dropLate } from './life.ts';
import type { Lists } from './list.ts';
import { type OfferingsEntry, copyFacts, markedStale } from './memory.ts';
import { type Failure, eventTypeOf, malformed } from './outcomes.ts';
import type { Served } from './served.ts';
import { type SharedWork, startShared } from './shared-work.ts';
import type { Shelf } from './shelf.ts';

/** What a caller of the offerings is given. */
export type OfferingsResult = Served<OfferingsEntry>;

/** One request for the offerings with the list that it asks for. */
export type OfferingsWork = SharedWork<OfferingsResult>;

export interface OfferingsCalls {
  /** Delivered when the workflows list has settled, where the rules say so. */
  get(scope: Scope, cause: EventId): Promise<OfferingsResult>;
  /** Asks again behind what is in memory, if that is stale. */
  refreshStale(scope: Scope, cause: EventId): void;
  /** Asks again, whatever is in memory, and settles when the list has settled. */
  renew(scope: Scope, cause: EventId): Promise<void>;
}

export const createOfferings = (life: Life, lists: Lists, shelf: Shelf): OfferingsCalls => {
  const { parts, memory, world } = life;

  const locales = (): string => parts.settings.locales.join(',');

  const isFresh = (entry: OfferingsEntry): boolean =>
    entry.locales === locales() && life.freshnessOf(entry) === 'fresh';

  /** Without the workflow endpoint there is nothing to wait for (V-01). */
  const settleList = async (scope: Scope, force: boolean, cause: EventId): Promise<void> => {
    if (parts.settings.workflows) await lists.settle(scope, { force, cause });
  };

  const store = (scope: Scope, entry: OfferingsEntry, body: TextBody, cause: EventId): EventId => {
    if (!scope.mayStore()) return dropLate(scope, 'offerings');
    memory.offerings = entry;
    const document = { subject: 'offerings', entry, body } as const;
    const event = shelf.tellRefreshed(scope, document, cause);
    shelf.keep(scope, document, event);
    return event;
  };

  const land = async (
    scope: Scope,
    response: OfferingsResponse,
    body: TextBody,
    cause: EventId,
  ): Promise<OfferingsResult> => {
    const entry: OfferingsEntry = {
      value: response,
      storedAt: parts.clock.now(),
      user: scope.user,
      bodyHash: body.hash,
      locales: locales(),
      legacyIds: legacyIds(response),
    };
    const decision = store(scope, entry, body, cause);
    // Late offerings are delivered without asking for the list.
    if (scope.isCurrent()) await settleList(scope, true, decision);
    return { ok: true, entry, source: 'network', decision };
  };

  const markStale = (scope: Scope, cause: EventId): void => {
    if (memory.offerings === null) return;
    memory.offerings = markedStale(memory.offerings);
    scope.record({ type: 'marked-stale', subject: 'offerings', cause });
  };

  const readCopy = (scope: Scope, cause: EventId): OfferingsEntry | null => {
    const copy = shelf.copyOf(
      scope,
      {
        subject: 'offerings',
        result: parts.disk.readOfferings(),
        decode: decodeOfferingsValue,
        countsAs: life.policies().restoredOfferingsCountAs,
      },
      cause,
    );
    return copy && { ...copy, locales: locales(), legacyIds: legacyIds(copy.value) };
  };

  /** A copy that counts as stale is no better than what memory holds, which may even be newer. */
  const keepCopy = (copy: OfferingsEntry): boolean => {
    const isKept = memory.offerings === null || copy.isMarkedStale !== true;
    if (isKept) memory.offerings = copy;
    return isKept;
  };

  const fallBack = async (scope: Scope, cause: EventId): Promise<OfferingsResult | null> => {
    const copy = readCopy(scope, cause);
    if (copy === null) return null;
    const isKept = keepCopy(copy);
    const about = { subject: 'offerings', cause, source: 'disk' } as const;
    const told = copyFacts(scope, copy, isKept);
    const decision = scope.record({ type: 'fell-back', ...about, ...told });
    await settleList(scope, false, decision);
    return { ok: true, entry: copy, source: 'disk', decision };
  };

  const fail = async (scope: Scope, failure: Failure, cause: EventId): Promise<OfferingsResult> => {
    const { error } = failure;
    const decision = scope.record({
      type: eventTypeOf(failure),
      subject: 'offerings',
      cause,
      error,
    });
    // A former user's failure restores and marks nothing.
    if (!scope.isCurrent()) return { ok: false, error, decision };
    const copy = failure.isRejection ? null : await fallBack(scope, decision);
    if (copy !== null) return copy;
    markStale(scope, decision);
    return { ok: false, error, decision };
  };

  const start = (scope: Scope, cause: EventId): OfferingsWork => {
    const work = startShared<OfferingsResult>(life, scope, {
      endpoint: 'offerings',
      startedBy: cause,
      land: async (answer) => {
        const { body } = answer;
        const response = decodeOfferings(body.text);
        return response.ok
          ? land(scope, response.value, body, cause)
          : fail(scope, malformed(response.problem, answer), cause);
      },
      fail: (failure) => fail(scope, failure, cause),
      onEnd: () => (scope.offerings = null),
    });
    scope.offerings = work;
    return work;
  };

  const fetch = (scope: Scope, cause: EventId): Promise<OfferingsResult> => {
    const running = scope.offerings;
    if (running === null) {
      const miss = scope.record({ type: 'miss', subject: 'offerings', cause });
      return start(scope, miss).result;
    }
    if (world.isForeground) running.hurry();
    scope.record({ type: 'joined', subject: 'offerings', cause: running.startedBy });
    return running.result;
  };

  const serve = async (
    scope: Scope,
    entry: OfferingsEntry,
    cause: EventId,
  ): Promise<OfferingsResult> => {
    if (isFresh(entry)) {
      const decision = scope.record({ type: 'hit', subject: 'offerings', cause });
      await settleList(scope, false, decision);
      return { ok: true, entry, source: 'memory', decision };
    }
    const decision = scope.record({ type: 'stale-served', subject: 'offerings', cause });
    const mustWait = life.policies().staleOfferingsInMemory === 'wait-for-list';
    const list = mustWait ? settleList(scope, false, decision) : null;
    if (scope.offerings === null) start(scope, decision);
    await list;
    return { ok: true, entry, source: 'memory', decision };
  };

  return Object.freeze({
    get: (scope: Scope, cause: EventId) =>
      memory.offerings === null ? fetch(scope, cause) : serve(scope, memory.offerings, cause),
    refreshStale: (scope: Scope, cause: EventId) => {
      const entry = memory.offerings;
      if (entry !== null && !isFresh(entry) && scope.offerings === null) start(scope, cause);
    },
    renew: async (scope: Scope, cause: EventId) => {
      // What is on its way may tell of what was before.
      while (scope.offerings !== null) await scope.offerings.result;
      if (!scope.isCurrent()) return;
      markStale(scope, cause);
      await start(scope, cause).result;
    },
  });
};
