import { type Hash, createHash } from 'node:crypto';
import { type EngineError, markedAs } from '../../shared/errors.ts';
import type { RequestScope } from '../../shared/faults.ts';
import { bodyLimits } from '../../shared/limits.ts';
import type { EventId } from '../../shared/timeline.ts';
import type { Http, Outcome } from '../http/http.ts';
import { diskFailed, diskUnreadable, failedFile, hashMismatch } from './failures.ts';
import type { FileStore } from './file-cache.ts';
import type { FileAsk, FileResult } from './files.ts';
import type { Finished, PendingFile } from './pending-file.ts';

export interface DownloadParts {
  readonly cache: FileStore;
  readonly http: Http;
  /** Whether what comes may still be written. */
  readonly isCurrent: () => boolean;
  readonly signal: AbortSignal;
}

type FileOutcome = Outcome<{ readonly sizeBytes: number }>;

/** What is said about one file. */
interface Narrator {
  downloaded(sizeBytes: number): EventId;
  verified(hash: string, cause: EventId): EventId;
  failed(error: EngineError): void;
  finished(finished: Finished, cause: EventId): void;
}

const narrate = ({ ids: [id], trace }: FileAsk, subject: RequestScope): Narrator => {
  const { slot } = trace;
  const about = {
    subject,
    ...(id === undefined ? {} : { id }),
    ...(slot === undefined ? {} : { slot }),
  };
  const failed = (error: EngineError): void => {
    // That somebody gave up is no decision about the file.
    if (error.reason !== 'cancelled')
      trace.record({ type: 'failed', ...about, cause: trace.cause, error });
  };
  return {
    downloaded: (sizeBytes) =>
      trace.record({
        type: 'downloaded',
        ...about,
        cause: trace.cause,
        source: 'network',
        sizeBytes,
      }),
    verified: (hash, cause) => trace.record({ type: 'verified', ...about, cause, hash }),
    failed,
    finished: (finished, cause) => {
      if (finished.status === 'unwanted') trace.record({ type: 'dropped-late', ...about, cause });
      else if (finished.status === 'failed')
        failed(markedAs(diskFailed(finished.problem), finished));
      else
        for (const { name, sizeBytes } of finished.evicted)
          trace.record({ type: 'evicted', subject, id: name, cause, sizeBytes });
    },
  };
};

const fetchFrom = (
  { http, signal }: DownloadParts,
  { ref, ids, trace }: FileAsk,
  scope: RequestScope,
  onChunk: (chunk: Uint8Array) => void | Promise<void>,
): Promise<FileOutcome> => {
  const limitBytes = bodyLimits[scope];
  return http.fetchFile({
    subject: { scope, ids },
    url: ref.url,
    limitBytes,
    trace,
    signal,
    onChunk,
  });
};

/** The event that the file is good by; null: it is not what was announced. */
const verify = (say: Narrator, ask: FileAsk, sizeBytes: number, hash: Hash): EventId | null => {
  const downloaded = say.downloaded(sizeBytes);
  const announced = ask.ref.hash;
  if (announced === null) return downloaded;
  const digest = hash.digest('hex');
  return digest === announced.toLowerCase() ? say.verified(digest, downloaded) : null;
};

/** Puts a file in its place, unless it has come too late; true: it is there. */
const place = (
  { isCurrent, signal }: DownloadParts,
  file: PendingFile,
  say: Narrator,
  cause: EventId,
): boolean => {
  const finished = file.finish(() => !signal.aborted && isCurrent());
  if (!signal.aborted) say.finished(finished, cause);
  return finished.status === 'saved';
};

const failWith = (say: Narrator, failed: Extract<FileResult, { ok: false }>): typeof failed => {
  say.failed(failed.error);
  return failed;
};

/** Fetches a compiled workflow into memory, checks it, and only then lets the disk see it. */
export const downloadBody = async (parts: DownloadParts, ask: FileAsk): Promise<FileResult> => {
  const say = narrate(ask, 'cdn');
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  const outcome = await fetchFrom(parts, ask, 'cdn', (chunk) => {
    chunks.push(chunk);
    hash.update(chunk);
  });
  if (outcome.kind !== 'ok') return failWith(say, failedFile(outcome));
  const cause = verify(say, ask, outcome.body.sizeBytes, hash);
  if (cause === null) return failWith(say, hashMismatch(outcome));
  const bytes = Buffer.concat(chunks);
  const file = parts.cache.begin(ask.ref, { isDurable: true });
  file.write(bytes);
  const isSaved = place(parts, file, say, cause);
  return markedAs({ ok: true, bytes, source: 'network', isSaved }, outcome);
};

/** Can be ended by itself, and is when the other is. */
const linkedAbort = (outer: AbortSignal) => {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  outer.addEventListener('abort', abort, { once: true });
  const unlink = (): void => {
    outer.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, abort, unlink };
};

type Streamed = 'no-disk' | { readonly outcome: FileOutcome; readonly hash: Hash };

/** Chunk by chunk, and no further once the disk does not take it. */
const stream = async (parts: DownloadParts, ask: FileAsk, file: PendingFile): Promise<Streamed> => {
  const hash = createHash('sha256');
  const { signal, abort, unlink } = linkedAbort(parts.signal);
  const disk = { isGood: true };
  const outcome = await fetchFrom({ ...parts, signal }, ask, 'asset', (chunk) => {
    hash.update(chunk);
    disk.isGood = file.write(chunk);
    if (!disk.isGood) abort();
  });
  unlink();
  return disk.isGood ? { outcome, hash } : 'no-disk';
};

const finishAsset = (
  parts: DownloadParts,
  ask: FileAsk,
  say: Narrator,
  file: PendingFile,
  { outcome, hash }: Exclude<Streamed, 'no-disk'>,
): void => {
  const cause = outcome.kind === 'ok' ? verify(say, ask, outcome.body.sizeBytes, hash) : null;
  if (cause !== null) {
    place(parts, file, say, cause);
    return;
  }
  file.discard();
  failWith(say, outcome.kind === 'ok' ? hashMismatch(outcome) : failedFile(outcome));
};

/** Lets an asset flow to the disk; nobody waits for its bytes, so they are not kept. */
export const downloadAsset = async (parts: DownloadParts, ask: FileAsk): Promise<void> => {
  const say = narrate(ask, 'asset');
  const file = parts.cache.begin(ask.ref, { isDurable: false });
  const streamed = await stream(parts, ask, file);
  // Finishing says what was wrong with the disk.
  if (streamed === 'no-disk') place(parts, file, say, ask.trace.cause);
  else finishAsset(parts, ask, say, file, streamed);
};

/** The bytes on disk, if they are there and good; what is wrong with them is said. */
export const readBody = async (
  { cache }: DownloadParts,
  { ref, ids: [id], trace }: FileAsk,
): Promise<FileResult | null> => {
  const found = cache.read(ref, bodyLimits.cdn);
  if (found.status === 'present')
    return { ok: true, bytes: found.bytes, source: 'disk', isSaved: true };
  const about = {
    subject: 'cdn',
    ...(id === undefined ? {} : { id }),
    cause: trace.cause,
    source: 'disk',
  } as const;
  if (found.status === 'unreadable')
    trace.record({ type: 'failed', ...about, error: diskUnreadable(found.problem) });
  if (found.status === 'damaged') {
    const error = { code: found.code, message: found.problem };
    trace.record({ type: 'evicted', ...about, error });
  }
  return null;
};
