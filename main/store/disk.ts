import type { Marked } from '../../shared/errors.ts';
import type { AppUserId } from '../../shared/model/ids.ts';

/** What is stored of a response: the body as it came, and what is known about it. */
export interface DocumentToWrite {
  readonly user: AppUserId;
  readonly storedAt: number;
  /** SHA-256 of the response's bytes. */
  readonly hash: string;
  /** The response's own JSON text; it has been parsed once, so it is JSON. */
  readonly text: string;
}

export interface StoredDocument {
  readonly user: AppUserId;
  readonly storedAt: number;
  readonly hash: string;
  /** The response, parsed. */
  readonly body: unknown;
}

export interface StoredEnvelope extends StoredDocument {
  /** The id that it was asked for by. */
  readonly id: string;
  /** The response's own JSON text. */
  readonly text: string;
}

/** A CDN file that a persisted envelope needs, by its name in the file cache. */
export type FileName = string;

export interface EnvelopeToWrite extends DocumentToWrite {
  readonly id: string;
  /** Its body and the assets of its screens: they are never evicted while it is here. */
  readonly needs: readonly FileName[];
  readonly keep: EnvelopeKeep;
}

/** Why an envelope is on disk: it was prefetched, or kept within a cap after an ask on demand. */
export type EnvelopeKeep = 'prefetched' | 'on-demand';

export type ReadResult<T> =
  | { readonly status: 'present'; readonly value: T }
  | { readonly status: 'absent' }
  /** It was damaged, and is in quarantine now. */
  | { readonly status: 'quarantined'; readonly problem: string }
  /** It is there and cannot be read. */
  | { readonly status: 'unreadable'; readonly problem: string };

export type WriteResult =
  | {
      readonly status: 'written';
      readonly sizeBytes: number;
      /** The ids of envelopes that had to make room for it under the cap. */
      readonly evicted?: readonly string[];
    }
  /** The copy that was there is untouched. */
  | ({ readonly status: 'failed'; readonly problem: string } & Marked);

/** Names an envelope's file: a hash of the id. */
export type EnvelopeKey = string;

/** The disk copies of one API key. Everything is synchronous, so that a check and a write are one step. */
export interface Disk {
  readOfferings(): ReadResult<StoredDocument>;
  writeOfferings(document: DocumentToWrite): WriteResult;
  readList(): ReadResult<StoredDocument>;
  writeList(document: DocumentToWrite): WriteResult;
  keyOf(id: string): EnvelopeKey;
  /** The envelopes that were prefetched, in no order. */
  prefetchedKeys(): readonly EnvelopeKey[];
  /** Whether an envelope is kept because it was prefetched. */
  isPrefetched(id: string): boolean;
  /** Whether there is an envelope for that id, as far as is known without looking. */
  hasEnvelope(id: string): boolean;
  /** Looks among the prefetched ones first, then among those kept on demand. */
  readEnvelope(key: EnvelopeKey): ReadResult<StoredEnvelope>;
  /** One copy for each id: what was kept on demand becomes prefetched, never the other way round. */
  writeEnvelope(envelope: EnvelopeToWrite): WriteResult;
  /** Says that an envelope kept on demand was used just now. */
  touch(id: string): void;
  /** Removes what is not to be kept and says which ids went. */
  prune(keep: {
    readonly prefetched: ReadonlySet<string>;
    readonly onDemand: ReadonlySet<string>;
  }): readonly string[];
  /**
   * Removes everything, the quarantine too, in one step that a crash cannot halve. False: the system
   * did not let it, and some is still there.
   */
  clear(): boolean;
  /** The files that persisted envelopes need. */
  neededFiles(): ReadonlySet<FileName>;
  quarantinedCount(): number;
  /** What is there and can be read, without touching anything. */
  contents(): DiskContents;
  /** Where a document lies, whether it is there or not. */
  pathOf(document: DocumentName): string;
}

export type DocumentName =
  { readonly kind: 'offerings' | 'list' } | { readonly kind: 'envelope'; readonly id: string };

export interface DiskContents {
  readonly offerings: boolean;
  readonly list: boolean;
  /** Ids that envelopes were asked for by, sorted. */
  readonly envelopes: readonly string[];
  readonly quarantined: number;
}

/** Makes writes fail for want of space, for the store and the file cache alike. */
export interface DiskSpace {
  isFull: boolean;
}

export interface DiskSettings {
  /** The app's data folder; it is absolute. */
  readonly folder: string;
  readonly apiKey: string;
  readonly space: DiskSpace;
  /** How many envelopes asked for on demand are kept, and how many bytes of them. */
  readonly onDemandCap: { readonly entries: number; readonly bytes: number };
}
