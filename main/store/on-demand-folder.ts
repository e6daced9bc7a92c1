import { lstatSync, utimesSync } from 'node:fs';
import type { DiskSettings, EnvelopeKey, WriteResult } from './disk.ts';
import type { EnvelopeHeader } from './document.ts';
import {
  type EnvelopeFolder,
  type EnvelopeFolderParts,
  openEnvelopeFolder,
} from './envelope-folder.ts';
import { type Use, createUses } from './uses.ts';

/** Envelopes that are kept within a cap: the least recently used one goes first. */
export interface OnDemandFolder extends EnvelopeFolder {
  /** Says that it was used just now. */
  touch(key: EnvelopeKey): void;
}

type Cap = DiskSettings['onDemandCap'];

/** The order of use outlives a restart as the times of the files. */
const useOf = (key: EnvelopeKey, file: string): Use => {
  try {
    const found = lstatSync(file);
    return { key, sizeBytes: found.size, usedAtMs: found.mtimeMs };
  } catch {
    return { key, sizeBytes: 0, usedAtMs: 0 };
  }
};

const setTime = (file: string, timeMs: number): void => {
  try {
    utimesSync(file, timeMs / 1000, timeMs / 1000);
  } catch {
    // The order in memory holds; after a restart this one counts as used earlier than it was.
  }
};

const refusal = (sizeBytes: number, cap: Cap): WriteResult | null =>
  cap.entries < 1 || sizeBytes > cap.bytes
    ? { status: 'failed', problem: `its ${String(sizeBytes)} bytes do not fit into the cap` }
    : null;

/** Opens a folder under a cap; what is over it goes at once. */
export const openOnDemandFolder = (
  parts: Omit<EnvelopeFolderParts, 'onForget'>,
  cap: Cap,
): OnDemandFolder => {
  const uses = createUses();
  const envelopes = openEnvelopeFolder({ ...parts, onForget: (key) => uses.drop(key) });
  uses.load(envelopes.keys().map((key) => useOf(key, envelopes.pathOf(key))));

  const evict = (): readonly string[] => {
    const evicted: string[] = [];
    while (uses.count() > cap.entries || uses.totalBytes() > cap.bytes) {
      const oldest = uses.oldest();
      if (oldest === null) break;
      const id = envelopes.idOf(oldest);
      // What stays, because it cannot go or a newer version wrote it, no longer counts.
      if (!envelopes.remove(oldest)) uses.drop(oldest);
      else if (id !== null) evicted.push(id);
    }
    return evicted;
  };

  const touch = (key: EnvelopeKey): void => {
    if (!envelopes.has(key)) return;
    const file = envelopes.pathOf(key);
    uses.add(useOf(key, file));
    setTime(file, uses.newestMs());
  };

  evict();
  return Object.freeze({
    ...envelopes,
    touch,
    write: (key: EnvelopeKey, text: string, header: EnvelopeHeader) => {
      const refused = refusal(Buffer.byteLength(text), cap);
      if (refused !== null) return refused;
      const result = envelopes.write(key, text, header);
      touch(key);
      const evicted = evict();
      return result.status === 'written' ? { ...result, evicted } : result;
    },
  });
};
