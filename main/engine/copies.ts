import { engineError } from '../../shared/errors.ts';
import { decodeEnvelopeValue } from '../../shared/model/envelope.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { StoredEnvelope } from '../store/disk.ts';
import type { DetailResult, DetailWork } from './detail-work.ts';
import type { Life, Scope } from './life.ts';
import type { DetailEntry } from './memory.ts';
import type { Resolve } from './resolve.ts';
import type { Shelf } from './shelf.ts';

interface Limits {
  /** False: only a copy whose body is on disk will do, since the CDN has just failed. */
  readonly mayDownload: boolean;
}

export interface Copies {
  /**
   * Answers a failed detail from its persisted envelope; null where there is none that can be used,
   * and then the caller gets the error of its request (F-04, F-05).
   */
  readonly fallBack: (
    scope: Scope,
    work: DetailWork,
    cause: EventId,
    limits: Limits,
  ) => Promise<DetailResult | null>;
  /** Makes a detail of an envelope from disk, fresh from this moment; null: it cannot be. */
  readonly revive: (
    scope: Scope,
    envelope: StoredEnvelope,
    cause: EventId,
    limits: Limits & { readonly work: DetailWork | null },
  ) => Promise<DetailEntry | null>;
}

export type FallBack = Copies['fallBack'];
export type Revive = Copies['revive'];

export const createCopies = (life: Life, shelf: Shelf, resolve: Resolve): Copies => {
  const { parts } = life;

  const revive: Revive = async (scope, stored, cause, { mayDownload, work }) => {
    const envelope = decodeEnvelopeValue(stored.body);
    if (!envelope.ok) {
      const error = engineError('disk', `The envelope on disk is none: ${envelope.error.problem}.`);
      scope.record({ type: 'failed', subject: 'detail', id: stored.id, cause, error });
      return null;
    }
    const resolution = await resolve(scope, {
      envelope: envelope.value,
      text: stored.text,
      id: stored.id,
      trace: scope.trace(cause),
      mayDownload: () => mayDownload && scope.mayStore(),
      onTicket: (ticket) => {
        if (work !== null) work.body = ticket;
        if (work?.isUrgent === true) ticket.hurry();
      },
    });
    if (!resolution.ok) {
      const { error } = resolution;
      scope.record({ type: 'failed', subject: 'detail', id: stored.id, cause, error });
      return null;
    }
    return {
      value: resolution.value,
      storedAt: parts.clock.now(),
      user: stored.user,
      bodyHash: stored.hash,
      envelopeText: stored.text,
      bodyText: resolution.bodyText,
      sizeBytes: Buffer.byteLength(stored.text) + resolution.bodyBytes,
      isPersisted: true,
      body: resolution.body,
      assets: resolution.assets,
    };
  };

  const fallBack: FallBack = async (scope, work, cause, { mayDownload }) => {
    const stored = shelf.read(scope, work.id, cause);
    if (stored === null) return null;
    const entry = await revive(scope, stored, cause, { mayDownload, work });
    // Whoever took over meanwhile must not find it, and its caller gets the error (F-09).
    if (entry === null || !scope.mayStore()) return null;
    const { event } = shelf.put(scope, entry, cause, {
      what: 'fell-back',
      copyId: stored.id,
    });
    parts.disk.touch(work.id);
    return { ok: true, entry, source: 'disk', decision: event };
  };

  return Object.freeze({ fallBack, revive });
};
