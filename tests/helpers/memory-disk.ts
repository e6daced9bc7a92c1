import { fileNameOf } from '../../main/cdn/file-name.ts';
import type { FileStore } from '../../main/cdn/file-cache.ts';
import type { FileRef } from '../../main/cdn/files.ts';
import type {
  Disk,
  DocumentToWrite,
  EnvelopeToWrite,
  ReadResult,
  StoredDocument,
  WriteResult,
} from '../../main/store/disk.ts';

/** A disk in memory, for tests that are about orders and not about files. */
export interface MemoryDisk extends Disk {
  documents(): readonly DocumentToWrite[];
}

const stored = (document: DocumentToWrite | undefined | null): ReadResult<StoredDocument> =>
  document === undefined || document === null
    ? { status: 'absent' }
    : { status: 'present', value: { ...document, body: JSON.parse(document.text) as unknown } };

const written: WriteResult = { status: 'written', sizeBytes: 1 };

/** Tells of every write before it happens. */
export const createMemoryDisk = (onWrite: (document: DocumentToWrite) => void): MemoryDisk => {
  let offerings: DocumentToWrite | null = null;
  let list: DocumentToWrite | null = null;
  const envelopes = new Map<string, EnvelopeToWrite>();

  return Object.freeze<MemoryDisk>({
    documents: () => [offerings, list, ...envelopes.values()].filter((one) => one !== null),
    readOfferings: () => stored(offerings),
    writeOfferings: (document) => {
      onWrite(document);
      offerings = document;
      return written;
    },
    readList: () => stored(list),
    writeList: (document) => {
      onWrite(document);
      list = document;
      return written;
    },
    keyOf: (id) => id,
    prefetchedKeys: () =>
      [...envelopes.values()].filter(({ keep }) => keep === 'prefetched').map(({ id }) => id),
    isPrefetched: (id) => envelopes.get(id)?.keep === 'prefetched',
    hasEnvelope: (id) => envelopes.has(id),
    readEnvelope: (key) => {
      const envelope = envelopes.get(key);
      const read = stored(envelope);
      return read.status === 'present' && envelope !== undefined
        ? { status: 'present', value: { ...read.value, id: key, text: envelope.text } }
        : { status: 'absent' };
    },
    writeEnvelope: (envelope) => {
      onWrite(envelope);
      const keep = envelopes.get(envelope.id)?.keep === 'prefetched' ? 'prefetched' : envelope.keep;
      envelopes.set(envelope.id, { ...envelope, keep });
      return written;
    },
    touch: () => undefined,
    prune: ({ prefetched, onDemand }) => {
      const gone = [...envelopes.values()].filter(
        ({ id, keep }) => !(keep === 'prefetched' ? prefetched : onDemand).has(id),
      );
      for (const { id } of gone) envelopes.delete(id);
      return gone.map(({ id }) => id);
    },
    clear: () => {
      offerings = null;
      list = null;
      envelopes.clear();
      return true;
    },
    neededFiles: () => new Set([...envelopes.values()].flatMap(({ needs }) => needs)),
    quarantinedCount: () => 0,
    contents: () => ({
      offerings: offerings !== null,
      list: list !== null,
      envelopes: [...envelopes.keys()].toSorted(),
      quarantined: 0,
    }),
    pathOf: () => '',
  });
};

/** A file cache in memory. */
export const createMemoryFiles = (): FileStore => {
  const files = new Map<string, Uint8Array>();
  return Object.freeze<FileStore>({
    nameOf: fileNameOf,
    pathOf: fileNameOf,
    has: (ref: FileRef) => files.has(fileNameOf(ref)),
    isTaken: (ref: FileRef) => files.has(fileNameOf(ref)),
    read: (ref) => {
      const bytes = files.get(fileNameOf(ref));
      return bytes === undefined ? { status: 'absent' } : { status: 'present', bytes };
    },
    sizeOf: (name) => files.get(name)?.byteLength ?? null,
    touch: () => undefined,
    begin: (ref) => {
      const chunks: Uint8Array[] = [];
      return {
        write: (chunk) => {
          chunks.push(chunk);
          return true;
        },
        finish: (isWanted) => {
          if (!isWanted()) return { status: 'unwanted' };
          files.set(fileNameOf(ref), Buffer.concat(chunks));
          return { status: 'saved', evicted: [] };
        },
        discard: () => undefined,
      };
    },
    remove: (ref) => void files.delete(fileNameOf(ref)),
    totalBytes: () => 0,
    open: () => Promise.resolve(null),
    version: () => 0,
    onChange: () => () => undefined,
  });
};
