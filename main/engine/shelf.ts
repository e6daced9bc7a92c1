import type { Freshness } from '../../shared/freshness.ts';
import type { Decoded } from '../../shared/model/decode.ts';
import type { WorkflowId } from '../../shared/model/ids.ts';
import { cacheKey } from '../../shared/model/workflow.ts';
import { listedIds, markedForPrefetch } from '../../shared/model/workflows-list.ts';
import { type Marked, engineError, markedAs } from '../../shared/errors.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { TextBody } from '../http/http.ts';
import type { EnvelopeKeep, ReadResult, StoredDocument, StoredEnvelope } from '../store/disk.ts';
import { type Life, type Scope, dropLate } from './life.ts';
import { type DetailEntry, type Entry, copyFacts } from './memory.ts';
import { preloadAssets, refOf } from './preload-assets.ts';

/** Puts details in memory and their envelopes on disk, each checked against the generation. */
export interface Shelf {
  /** Under the workflow's own id; null: it has none, or nobody may keep it, and it is only delivered. */
  put(scope: Scope, entry: DetailEntry, cause: EventId, put: Put): PutResult;
  persist(scope: Scope, id: string, entry: DetailEntry, keep: EnvelopeKeep, cause: EventId): void;
  /** Says that the offerings or the list came. */
  tellRefreshed(scope: Scope, what: Document, cause: EventId): EventId;
  /** Writes the offerings or the list to disk; false: it could not be. */
  keep(scope: Scope, what: Document, cause: EventId): boolean;
  /** The ids whose envelopes the list in memory lets stay on disk; null: no list is known. */
  keptIds(): ReadonlySet<string> | null;
  /** The envelope on disk, unless it was stored for somebody else. */
  read(scope: Scope, id: string, cause: EventId): StoredEnvelope | null;
  /** Tells what a read found, and hands out what may be used. */
  usable<T extends { readonly user: string }>(
    scope: Scope,
    result: ReadResult<T>,
    about: CopyName,
    cause: EventId,
  ): T | null;
  /** The offerings or the list from disk, as they count from now on. */
  copyOf<T>(scope: Scope, ask: CopyAsk<T>, cause: EventId): Entry<T> | null;
}

interface CopyName {
  readonly subject: 'offerings' | 'list' | 'detail';
  readonly id?: string;
}

interface CopyAsk<T> {
  readonly subject: 'offerings' | 'list';
  readonly result: ReadResult<StoredDocument>;
  readonly decode: (body: unknown) => Decoded<T>;
  readonly countsAs: Freshness;
}

interface Document {
  readonly subject: 'offerings' | 'list';
  readonly entry: Entry<unknown>;
  readonly body: TextBody;
}

/** How something comes into memory, and what the event tells beside that. */
export interface Put {
  readonly what: 'refreshed' | 'restored' | 'fell-back';
  readonly slot?: number;
  /** The copy on disk that it was made of. */
  readonly copyId?: string;
}

export interface PutResult {
  readonly key: WorkflowId | null;
  readonly event: EventId;
}

/** Works each answer out once. */
const memoized = <A extends object, R>(work: (argument: A) => R): ((argument: A) => R) => {
  const answers = new WeakMap<A, R>();
  return (argument) => {
    const known = answers.get(argument);
    if (known !== undefined) return known;
    const answer = work(argument);
    answers.set(argument, answer);
    return answer;
  };
};

export const createShelf = (life: Life): Shelf => {
  const { parts, memory, world } = life;

  /** Images and fonts come after the workflow, once, and never hold up a result (R-17, D-10). */
  const preload = (
    scope: Scope,
    { value, bodyHash, assets }: DetailEntry,
    cause: EventId,
  ): void => {
    const { id } = value.open().workflow;
    preloadAssets(scope, { id, once: `${id} ${bodyHash}`, assets }, () => cause);
  };

  const put: Shelf['put'] = (scope, entry, cause, { what, ...told }) => {
    const key = cacheKey(entry.value.open().workflow);
    if (!scope.mayStore()) return { key: null, event: dropLate(scope, 'detail', key ?? '') };
    const event = scope.record({
      type: what,
      subject: 'detail',
      id: key ?? '',
      cause,
      source: what === 'refreshed' ? 'network' : 'disk',
      sizeBytes: entry.sizeBytes,
      ...copyFacts(scope, entry, key !== null),
      ...told,
    });
    if (key === null) {
      const note = 'The workflow has no id, so it is delivered and not cached.';
      scope.record({ type: 'warned', subject: 'detail', cause: event, note });
    } else memory.details.set(key, entry);
    preload(scope, entry, event);
    return { key, event };
  };

  const cannotKeep = (
    scope: Scope,
    id: string,
    cause: EventId,
    failure: { readonly problem: string } & Marked,
  ): void => {
    const error = engineError('disk', `The envelope could not be saved: ${failure.problem}.`);
    scope.record({ type: 'failed', subject: 'disk', id, cause, error: markedAs(error, failure) });
  };

  // Worked out once for each list: it is asked for with every envelope.
  const idsOf = {
    prefetched: memoized(markedForPrefetch),
    listed: memoized(listedIds),
  };

  const keptIds = (): ReadonlySet<string> | null =>
    memory.list === null ? null : idsOf[life.policies().keptEnvelopes](memory.list.value);

  const isListed = (id: string, keep: EnvelopeKeep): boolean => {
    const kept = keep === 'prefetched' ? keptIds() : null;
    return kept === null || kept.has(id);
  };

  const persist = (
    scope: Scope,
    id: string,
    entry: DetailEntry,
    keep: EnvelopeKeep,
    cause: EventId,
  ): void => {
    const { envelopeText, body, assets, bodyHash } = entry;
    if (!scope.mayStore() || !isListed(id, keep)) return;
    // An envelope without its body would point to nothing on the day the network is down.
    if (body !== null && !parts.files.has(body)) {
      cannotKeep(scope, id, cause, { problem: 'its body is not on disk' });
      return;
    }
    const result = parts.disk.writeEnvelope({
      id,
      user: entry.user,
      storedAt: entry.storedAt,
      hash: bodyHash,
      text: envelopeText,
      needs: [
        ...(body === null ? [] : [parts.files.nameOf(body)]),
        ...assets.map((asset) => parts.files.nameOf(refOf(asset))),
      ],
      keep,
    });
    if (result.status === 'failed') {
      cannotKeep(scope, id, cause, result);
      return;
    }
    entry.isPersisted = true;
    const { sizeBytes } = result;
    const about = { subject: 'detail', id, cause, sizeBytes } as const;
    const persisted = scope.record({ type: 'persisted', ...about, ...copyFacts(scope, entry) });
    for (const evicted of result.evicted ?? [])
      scope.record({ type: 'evicted', subject: 'disk', id: evicted, cause: persisted });
  };

  const tellRefreshed: Shelf['tellRefreshed'] = (scope, { subject, entry, body }, cause) => {
    const { sizeBytes } = body;
    const about = { subject, cause, source: 'network', sizeBytes } as const;
    return scope.record({ type: 'refreshed', ...about, ...copyFacts(scope, entry) });
  };

  const keep: Shelf['keep'] = (scope, { subject, entry, body }, cause) => {
    const { storedAt } = entry;
    const document = { user: scope.user, storedAt, hash: body.hash, text: body.text };
    const result =
      subject === 'list' ? parts.disk.writeList(document) : parts.disk.writeOfferings(document);
    if (result.status === 'written') {
      const about = { subject, cause, sizeBytes: result.sizeBytes } as const;
      scope.record({ type: 'persisted', ...about, ...copyFacts(scope, entry) });
      return true;
    }
    const error = engineError('disk', `The ${subject} could not be saved: ${result.problem}.`);
    const told = markedAs(error, result);
    scope.record({ type: 'failed', subject: 'disk', id: subject, cause, error: told });
    return false;
  };

  const cannotRead = (scope: Scope, about: CopyName, cause: EventId, problem: string): null => {
    const error = engineError('disk', `The copy on disk cannot be read: ${problem}.`);
    scope.record({ type: 'failed', ...about, cause, error });
    return null;
  };

  const usable: Shelf['usable'] = (scope, result, about, cause) => {
    switch (result.status) {
      case 'absent':
        return null;
      case 'quarantined':
        scope.record({ type: 'quarantined', ...about, cause, note: result.problem });
        return null;
      case 'unreadable':
        return cannotRead(scope, about, cause, result.problem);
      case 'present':
        // Only the leak of #3547 can bring another user's copy here; elsewhere it is no copy.
        return result.value.user === world.user || life.policies().lateWrite === 'write'
          ? result.value
          : null;
    }
  };

  const copyOf: Shelf['copyOf'] = (scope, { subject, result, decode, countsAs }, cause) => {
    const stored = usable(scope, result, { subject }, cause);
    if (stored === null) return null;
    const decoded = decode(stored.body);
    if (!decoded.ok) return cannotRead(scope, { subject }, cause, decoded.problem);
    const entry = { value: decoded.value, user: stored.user, bodyHash: stored.hash };
    return countsAs === 'fresh'
      ? { ...entry, storedAt: parts.clock.now() }
      : { ...entry, storedAt: stored.storedAt, isMarkedStale: true };
  };

  const read = (scope: Scope, id: string, cause: EventId): StoredEnvelope | null =>
    usable(scope, parts.disk.readEnvelope(parts.disk.keyOf(id)), { subject: 'detail', id }, cause);

  return Object.freeze({ put, persist, tellRefreshed, keep, keptIds, read, usable, copyOf });
};
