import path from 'node:path';
import type { EnvelopeKey, ReadResult, StoredEnvelope, WriteResult } from './disk.ts';
import { isThere, namesIn, remove, syncFolder } from './disk-folder.ts';
import { type Peeked, peekDocument, whyLeftAlone } from './document-file.ts';
import { type EnvelopeHeader, decodeEnvelopeFile, decodeEnvelopeHeader } from './document.ts';
import { readDocument } from './documents.ts';
import type { WriteDocument } from './durable-write.ts';
import { fileNameOf, keyOfFileName } from './names.ts';
import { type NeededFiles, createHeaders } from './needed-files.ts';
import type { Quarantine } from './quarantine.ts';

/** One folder of envelopes. It is listed once; from then on memory knows what is in it. */
export interface EnvelopeFolder {
  keys(): readonly EnvelopeKey[];
  has(key: EnvelopeKey): boolean;
  pathOf(key: EnvelopeKey): string;
  read(key: EnvelopeKey): ReadResult<StoredEnvelope>;
  /** As `read`, for checks: nothing is moved, nothing is learned. */
  peek(key: EnvelopeKey): Peeked<StoredEnvelope>;
  /** Reads what the envelopes need that nobody has looked at yet. */
  learnNeeds(): void;
  /** The text is that of `envelopeText`: a cap asks for its size first. */
  write(key: EnvelopeKey, text: string, header: EnvelopeHeader): WriteResult;
  /** The id that it was asked for by; null: it cannot be read. */
  idOf(key: EnvelopeKey): string | null;
  /** False: it is still there. */
  remove(key: EnvelopeKey): boolean;
  /** Removes the envelopes of other keys and says which ids went. */
  keepOnly(kept: ReadonlySet<EnvelopeKey>): readonly string[];
  /** The folder is gone, and what was in it. */
  forgetAll(): void;
}

/** What a folder of envelopes is made of. */
export interface EnvelopeFolderParts {
  readonly folder: string;
  readonly writeDocument: WriteDocument;
  readonly quarantine: Quarantine;
  readonly needed: NeededFiles;
  /** Called for each envelope that is not there any more, whatever took it away. */
  readonly onForget?: (key: EnvelopeKey) => void;
}

const listKeys = (folder: string): Set<EnvelopeKey> =>
  new Set(namesIn(folder).flatMap((name) => keyOfFileName(name) ?? []));

/** Only so that a power cut does not bring back what was removed; then it is removed again. */
const trySync = (folder: string): void => {
  try {
    syncFolder(folder);
  } catch {
    // Nothing is lost.
  }
};

/** Opens a folder of envelopes. */
export const openEnvelopeFolder = (parts: EnvelopeFolderParts): EnvelopeFolder => {
  const { folder, quarantine } = parts;
  const headers = createHeaders(parts.needed);
  const keys = listKeys(folder);
  for (const key of keys) headers.expect(key);

  const pathOf = (key: EnvelopeKey): string => path.join(folder, fileNameOf(key));

  const forget = (key: EnvelopeKey): void => {
    keys.delete(key);
    headers.forget(key);
    parts.onForget?.(key);
  };

  const read = (key: EnvelopeKey): ReadResult<StoredEnvelope> => {
    if (!keys.has(key)) return { status: 'absent' };
    const result = readDocument(pathOf(key), decodeEnvelopeFile(key), quarantine);
    if (result.status === 'absent' || result.status === 'quarantined') forget(key);
    if (result.status !== 'present') return result;
    const { needs, ...value } = result.value;
    headers.learn(key, { id: value.id, needs });
    return { status: 'present', value };
  };

  const learn = (key: EnvelopeKey): string | null => {
    const peeked = peekDocument(pathOf(key), decodeEnvelopeHeader(key));
    if (peeked.status !== 'present') return null;
    headers.learn(key, peeked.value);
    return peeked.value.id;
  };

  const write = (key: EnvelopeKey, text: string, header: EnvelopeHeader): WriteResult => {
    const result = parts.writeDocument(fileNameOf(key), text);
    if (result.status === 'written') {
      keys.add(key);
      headers.learn(key, header);
    } else if (isThere(pathOf(key))) {
      // It failed before the rename or after it: only the file knows which document is there.
      keys.add(key);
      headers.expect(key);
    }
    return result;
  };

  const removeOne = (key: EnvelopeKey): boolean => {
    if (headers.idOf(key) === null && whyLeftAlone(pathOf(key)) !== null) return false;
    if (!remove(pathOf(key))) return false;
    forget(key);
    return true;
  };

  const idOf = (key: EnvelopeKey): string | null => headers.idOf(key) ?? learn(key);

  const removeAndName = (key: EnvelopeKey): readonly string[] => {
    // What is not to be kept goes, also where it is damaged and nobody knows its id.
    const id = idOf(key);
    return removeOne(key) && id !== null ? [id] : [];
  };

  return Object.freeze({
    keys: () => [...keys],
    has: (key: EnvelopeKey) => keys.has(key),
    pathOf,
    read,
    peek: (key: EnvelopeKey) => peekDocument(pathOf(key), decodeEnvelopeFile(key)),
    learnNeeds: () => {
      for (const key of headers.unknown()) learn(key);
    },
    write,
    idOf,
    remove: removeOne,
    keepOnly: (kept: ReadonlySet<EnvelopeKey>) => {
      const surplus = [...keys].filter((key) => !kept.has(key));
      const removed = surplus.flatMap(removeAndName);
      if (surplus.length > 0) trySync(folder);
      return removed;
    },
    forgetAll: () => {
      for (const key of [...keys]) forget(key);
    },
  });
};
