import path from 'node:path';
import { appUserId } from '../../../shared/model/ids.ts';
import type {
  Disk,
  DiskSettings,
  DocumentToWrite,
  EnvelopeToWrite,
} from '../../../main/store/disk.ts';
import { openDisk } from '../../../main/store/open-disk.ts';
import { sha256 } from '../../helpers/served.ts';

export const apiKey = 'appl_test';

/** A disk in that folder; it must be one that can be opened. */
export const diskIn = (folder: string, settings: Partial<DiskSettings> = {}): Disk => {
  const opened = openDisk({
    folder,
    apiKey,
    space: { isFull: false },
    onDemandCap: { entries: 200, bytes: 50_000_000 },
    ...settings,
  });
  if (!opened.ok) throw new Error(opened.problem);
  return opened.disk;
};

/** Where the disk of `apiKey` puts its files. */
export const keyFolderIn = (folder: string): string =>
  path.join(folder, 'caches', sha256(apiKey).slice(0, 32));

export const documentOf = (
  text: string,
  overrides: Partial<DocumentToWrite> = {},
): DocumentToWrite => ({
  user: appUserId('ana'),
  storedAt: 1_700_000_000_000,
  hash: sha256(text),
  text,
  ...overrides,
});

export const envelopeOf = (
  id: string,
  overrides: Partial<EnvelopeToWrite> = {},
): EnvelopeToWrite => ({
  ...documentOf(`{"action":"inline","data":{"id":${JSON.stringify(id)}}}`),
  id,
  needs: [],
  keep: 'prefetched',
  ...overrides,
});

/** The ids of the envelopes that a disk gives back, by `readEnvelope`, sorted. */
export const storedIds = (disk: Disk, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => disk.readEnvelope(disk.keyOf(id)).status === 'present').toSorted();
