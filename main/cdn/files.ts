import type { EngineError, Marked } from '../../shared/errors.ts';
import type { Trace } from '../http/http.ts';

/** A file by its address and, where it was announced, the SHA-256 of its bytes. */
export interface FileRef {
  readonly url: string;
  readonly hash: string | null;
}

export type FileResult = Marked &
  (
    | {
        readonly ok: true;
        readonly bytes: Uint8Array;
        readonly source: 'network' | 'disk';
        /** False: it was verified and is used from memory, but could not be saved. */
        readonly isSaved: boolean;
      }
    | {
        readonly ok: false;
        readonly error: EngineError;
        /** The CDN answered 4xx: then nothing stands in for the file. */
        readonly isRejected: boolean;
      }
  );

export interface FileAsk {
  readonly ref: FileRef;
  /** The ids by which faults and counts can name it, the workflow first. */
  readonly ids: readonly string[];
  readonly trace: Trace;
}

export interface FileTicket {
  readonly result: Promise<FileResult>;
  /** A person waits for it: it leaves the queue and is asked for at once. */
  hurry(): void;
}

/**
 * The downloads of one generation: at most four at a time but for hurried ones, bodies before assets,
 * and one download for each file however many ask.
 */
export interface Downloads {
  /** The bytes of a compiled workflow, from disk or from the CDN. */
  body(ask: FileAsk): FileTicket;
  /** Sees to it that an asset is on disk; there is nothing to wait for but in tests. */
  asset(ask: FileAsk): Promise<void>;
  /** Nothing waits and nothing is in flight. */
  isIdle(): boolean;
  /** What waits is not asked for any more, and ends with `no-answer`, `cancelled`. */
  dropWaiting(): void;
  /** As `dropWaiting`, and what is in flight is given up and writes nothing. */
  abort(): void;
}

/** The file cache: shared by all users, since files are addressed by what is in them. */
export interface FileCache {
  /** The file's name in the cache. */
  nameOf(ref: FileRef): string;
  has(ref: FileRef): boolean;
  /** Forgets a file that turned out to be unusable. */
  remove(ref: FileRef): void;
  /** Where a file lies, whether it is there or not. */
  pathOf(ref: FileRef): string;
}
