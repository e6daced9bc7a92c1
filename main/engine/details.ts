import { markedAs, noAnswer } from '../../shared/errors.ts';
import { type Envelope, decodeEnvelope } from '../../shared/model/envelope.ts';
import { type WorkflowId, offeringId, workflowId } from '../../shared/model/ids.ts';
import { listedIds } from '../../shared/model/workflows-list.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { Outcome, TextBody } from '../http/http.ts';
import { type DetailResult, type DetailWork, createDetailWork } from './detail-work.ts';
import type { FallBack } from './copies.ts';
import type { Life, Scope } from './life.ts';
import { type DetailEntry, learnPair, markedStale } from './memory.ts';
import { type Failure, eventTypeOf, failed, failureOf, unexpected } from './outcomes.ts';
import type { Resolve } from './resolve.ts';
import type { Shelf } from './shelf.ts';

/** Fetching details: for a person, behind a stale answer, and ahead of need. */
export interface Details {
  /** Serving it from memory is a use of its copy on disk, where such copies are kept within a cap. */
  use(id: WorkflowId): void;
  /** For a person: issued at once, ahead of whatever queue the same work waits in. */
  fetch(scope: Scope, id: string, isUnmapped: boolean, cause: EventId): Promise<DetailResult>;
  /** Behind a stale answer that was given already; failures concern nobody. */
  refresh(scope: Scope, id: string, cause: EventId): void;
  /** As a prefetch waits for its slot; but nothing of it is prefetched. */
  renew(scope: Scope, id: string, cause: EventId): void;
  /** Settles when the detail is in memory and on disk, or has failed; never throws. */
  prefetch(scope: Scope, id: WorkflowId, cause: EventId): Promise<void>;
}

export interface DetailsNeeds {
  readonly shelf: Shelf;
  readonly resolve: Resolve;
  readonly fallBack: FallBack;
}

interface Answered {
  readonly answer: Extract<Outcome<TextBody>, { kind: 'ok' }>;
}

interface Fetched extends Answered {
  readonly envelope: Envelope;
}

type Attempt<T> = ({ readonly ok: true } & T) | ({ readonly ok: false } & Failed);

interface Failed {
  readonly failure: Failure;
  /** What was asked for when it failed; `no-stand-in`: whatever it was, no copy answers for it. */
  readonly at: 'envelope' | 'body' | 'rejected' | 'no-stand-in';
}

const cancelled: Failed & { ok: false } = {
  ok: false,
  failure: failed(noAnswer('cancelled')),
  at: 'no-stand-in',
};

const slotOf = ({ slotNumber }: DetailWork): { readonly slot?: number } =>
  slotNumber === null ? {} : { slot: slotNumber };

export const createDetails = (life: Life, { shelf, resolve, fallBack }: DetailsNeeds): Details => {
  const { parts, memory, world } = life;

  /** A former user's work goes on only while somebody waits for its answer. */
  const mayGoOn = (scope: Scope, work: DetailWork): boolean =>
    scope.mayStore() || (life.isAlive() && work.isAwaited);

  const askBackend = async (scope: Scope, work: DetailWork): Promise<Attempt<Answered>> => {
    if (!work.isUrgent) {
      work.jitter = scope.jitter();
      if (work.jitter !== null) await work.jitter.over;
    }
    if (!mayGoOn(scope, work)) return cancelled;
    const outcome = await parts.http.ask({
      endpoint: 'detail',
      user: scope.user,
      id: work.id,
      isBackground: !world.isForeground,
      trace: { ...scope.trace(work.startedBy), ...slotOf(work) },
      signal: life.signal,
    });
    if (outcome.kind !== 'ok') {
      const failure = failureOf(outcome);
      return { ok: false, failure, at: failure.isRejection ? 'rejected' : 'envelope' };
    }
    return { ok: true, answer: outcome };
  };

  /** Prefetches wait for one of the four slots, which is free again when the envelope is there. */
  const askInTurn = async (scope: Scope, work: DetailWork): Promise<Attempt<Answered>> => {
    if (work.isUrgent) return askBackend(scope, work);
    const slot = scope.slots.run((number) => {
      work.slotNumber = number;
      return askBackend(scope, work);
    });
    work.slot = slot;
    return (await slot.result) ?? cancelled;
  };

  let turns = Promise.resolve();
  /**
   * What nobody waits for is decoded and saved one a turn: else the four that came together hold up
   * whatever a person asks for, and the requests that follow them.
   */
  const ownTurn = (work: DetailWork): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    work.skipTurn = () => {
      resolve(undefined);
    };
    const take = (): Promise<void> | null => (work.isUrgent ? null : parts.nextTurn());
    turns = turns.then(take).then(work.skipTurn);
    return promise;
  };

  const fetchEnvelope = async (scope: Scope, work: DetailWork): Promise<Attempt<Fetched>> => {
    const answered = await askInTurn(scope, work);
    if (!answered.ok) return answered;
    if (!work.isUrgent) await ownTurn(work);
    const { answer } = answered;
    const envelope = decodeEnvelope(answer.body.text);
    if (envelope.ok) return { ok: true, envelope: envelope.value, answer };
    const { code, problem } = envelope.error;
    const message = `The answer is no envelope: ${problem}.`;
    return { ok: false, failure: failed(markedAs({ code, message }, answer)), at: 'envelope' };
  };

  const fetchWhole = async (
    scope: Scope,
    work: DetailWork,
  ): Promise<Attempt<{ readonly entry: DetailEntry }>> => {
    const fetched = await fetchEnvelope(scope, work);
    if (!fetched.ok) return fetched;
    const { envelope, answer } = fetched;
    const { body } = answer;
    const resolution = await resolve(scope, {
      envelope,
      text: body.text,
      mark: answer,
      id: work.id,
      trace: scope.trace(work.startedBy),
      mayDownload: () => mayGoOn(scope, work),
      onTicket: (ticket) => {
        work.body = ticket;
        if (work.isUrgent) ticket.hurry();
      },
    });
    if (!resolution.ok) {
      const { error, at } = resolution;
      return {
        ok: false,
        failure: { error, isRejection: false },
        at: at === 'rejected' ? 'no-stand-in' : at,
      };
    }
    const entry: DetailEntry = {
      value: resolution.value,
      storedAt: parts.clock.now(),
      user: scope.user,
      bodyHash: body.hash,
      envelopeText: body.text,
      bodyText: resolution.bodyText,
      sizeBytes: Buffer.byteLength(body.text) + resolution.bodyBytes,
      isPersisted: false,
      body: resolution.body,
      assets: resolution.assets,
    };
    return { ok: true, entry };
  };

  /** Asked by an offering that no list maps, the answer says which workflow it has (#3604). */
  const learn = (scope: Scope, work: DetailWork, key: WorkflowId | null): void => {
    if (!work.isUnmapped || key === null || key === work.id || !scope.mayStore()) return;
    const isListed = memory.list !== null && listedIds(memory.list.value).has(workflowId(work.id));
    if (!isListed) learnPair(memory, offeringId(work.id), key);
  };

  const keepOnDemand = (): boolean =>
    parts.settings.persistOnDemand && life.policies().onDemandPersistence === 'setting';

  const land = (scope: Scope, work: DetailWork, entry: DetailEntry): DetailResult => {
    // From here on a prefetch finds it in memory; joining this work would not persist it any more.
    scope.details.delete(work.id);
    const put = { what: 'refreshed', ...slotOf(work) } as const;
    const { key, event } = shelf.put(scope, entry, work.startedBy, put);
    learn(scope, work, key);
    if (work.isPrefetch && scope.mayStore()) {
      const about = { subject: 'detail', id: work.id, cause: event, ...slotOf(work) } as const;
      const prefetched = scope.record({ type: 'prefetched', ...about });
      if (key !== null) shelf.persist(scope, work.id, entry, 'prefetched', prefetched);
    } else if (key !== null && keepOnDemand())
      shelf.persist(scope, work.id, entry, 'on-demand', event);
    return { ok: true, entry, source: 'network', decision: event };
  };

  /** What a 4xx does to the value in memory; the copy on disk is never touched. */
  const applyRejection = (scope: Scope, id: string, cause: EventId): void => {
    const key = workflowId(id);
    const entry = memory.details.get(key);
    if (entry === undefined) return;
    const policy = life.policies().detailRejected;
    if (policy === 'keep') return;
    if (policy === 'evict') memory.details.delete(key);
    else memory.details.set(key, markedStale(entry));
    const type = policy === 'evict' ? 'evicted' : 'marked-stale';
    scope.record({ type, subject: 'detail', id, cause });
  };

  const standIn = (
    scope: Scope,
    work: DetailWork,
    at: Failed['at'],
    cause: EventId,
  ): Promise<DetailResult | null> => {
    const policy = life.policies();
    const isRefresh = !work.isPrefetch && !work.isAwaited;
    if (isRefresh && policy.refreshFails === 'keep') return Promise.resolve(null);
    if (at === 'envelope' && policy.detailFails === 'persisted-envelope')
      return fallBack(scope, work, cause, { mayDownload: true });
    if (at === 'body' && policy.bodyFails === 'persisted-envelope')
      return fallBack(scope, work, cause, { mayDownload: false });
    return Promise.resolve(null);
  };

  const fail = async (
    scope: Scope,
    work: DetailWork,
    { failure, at }: Failed,
  ): Promise<DetailResult> => {
    const { error } = failure;
    const decision = scope.record({
      type: eventTypeOf(failure),
      subject: 'detail',
      id: work.id,
      cause: work.startedBy,
      error,
      ...slotOf(work),
    });
    if (at === 'rejected' && scope.isCurrent()) applyRejection(scope, work.id, decision);
    // A former user's failure restores nothing; its own error is what its caller gets (F-09).
    const copy = scope.mayStore() ? await standIn(scope, work, at, decision) : null;
    return copy ?? { ok: false, error, decision };
  };

  const run = async (scope: Scope, work: DetailWork): Promise<DetailResult> => {
    const attempt = await fetchWhole(scope, work);
    if (!attempt.ok) return await fail(scope, work, attempt);
    const result = land(scope, work, attempt.entry);
    if (work.isPrefetch && !work.isAwaited) attempt.entry.value.fold();
    return result;
  };

  const runSafely = async (scope: Scope, work: DetailWork): Promise<void> => {
    try {
      work.finish(await run(scope, work));
    } catch (error) {
      const failure = unexpected(error);
      work.finish(await fail(scope, work, { failure, at: 'no-stand-in' }));
    } finally {
      if (scope.details.get(work.id) === work) scope.details.delete(work.id);
    }
  };

  const join = (scope: Scope, id: string, cause: EventId): { work: DetailWork; isNew: boolean } => {
    const running = scope.details.get(id);
    if (running !== undefined) return { work: running, isNew: false };
    const work = createDetailWork(id, cause);
    scope.details.set(id, work);
    return { work, isNew: true };
  };

  /** Its marks are set before it starts, so that it knows from the first step who asked. */
  const start = (
    scope: Scope,
    id: string,
    cause: EventId,
    mark: (work: DetailWork) => void,
  ): DetailWork => {
    const { work, isNew } = join(scope, id, cause);
    mark(work);
    if (isNew) void runSafely(scope, work);
    return work;
  };

  const persistFresh = (scope: Scope, id: WorkflowId, entry: DetailEntry, cause: EventId): void => {
    const policy = life.policies().freshDetailOnPrefetch;
    if (policy === 'leave') return;
    const isThere = entry.isPersisted && parts.disk.isPrefetched(id);
    if (policy === 'persist-if-missing' && isThere) return;
    shelf.persist(scope, id, entry, 'prefetched', cause);
  };

  return Object.freeze({
    use: (id: WorkflowId) => {
      if (keepOnDemand()) parts.disk.touch(id);
    },
    fetch: (scope: Scope, id: string, isUnmapped: boolean, cause: EventId) => {
      const work = start(scope, id, cause, (marked) => {
        marked.isAwaited = true;
        marked.isUnmapped ||= isUnmapped;
        marked.hurry();
      });
      return work.result;
    },
    refresh: (scope: Scope, id: string, cause: EventId) => {
      start(scope, id, cause, (marked) => {
        marked.hurry();
      });
    },
    renew: (scope: Scope, id: string, cause: EventId) => {
      start(scope, id, cause, () => undefined);
    },
    prefetch: async (scope: Scope, id: WorkflowId, cause: EventId) => {
      const entry = memory.details.get(id);
      if (entry === undefined || life.freshnessOf(entry) === 'stale') {
        const work = start(scope, id, cause, (marked) => (marked.isPrefetch = true));
        await work.result;
        return;
      }
      const event = scope.record({ type: 'hit', subject: 'detail', id, cause });
      persistFresh(scope, id, entry, event);
    },
  });
};
