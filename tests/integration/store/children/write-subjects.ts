import path from 'node:path';
import { z } from 'zod';
import { createFileCache } from '../../../../main/cdn/file-cache.ts';
import { openSettingsFile } from '../../../../main/store/settings-file.ts';
import { diskIn, documentOf, envelopeOf, keyFolderIn } from '../disks.ts';

/** Everything that the app writes for good. */
export const writeSubjects = [
  'offerings',
  'list',
  'envelope',
  'on-demand',
  'file',
  'settings',
] as const;

export type WriteSubject = (typeof writeSubjects)[number];

export const isWriteSubject = (name: string): name is WriteSubject =>
  (writeSubjects as readonly string[]).includes(name);

/** One of them, of which versions are written over each other. */
export interface VersionedWriter {
  /** True: it is said to be on disk. */
  write(version: number): boolean;
  /** The version that reads back, or what is there instead. */
  version(): number | string;
  /** The folder that it lies in, with nothing beside it. */
  readonly place: string;
}

/** As large as an envelope usually is. */
const padding = ' '.repeat(20_000);

const document = (folder: string, kind: 'offerings' | 'list'): VersionedWriter => {
  const disk = diskIn(folder);
  const [save, load] =
    kind === 'list' ? [disk.writeList, disk.readList] : [disk.writeOfferings, disk.readOfferings];
  return {
    place: keyFolderIn(folder),
    write: (storedAt) => save(documentOf(`{"x":[]${padding}}`, { storedAt })).status === 'written',
    version: () => {
      const read = load();
      return read.status === 'present' ? read.value.storedAt : read.status;
    },
  };
};

const envelope = (folder: string, keep: 'prefetched' | 'on-demand'): VersionedWriter => {
  const disk = diskIn(folder);
  return {
    place: path.join(keyFolderIn(folder), keep),
    write: (storedAt) =>
      disk.writeEnvelope(envelopeOf('wf', { storedAt, keep, text: `{${padding}}` })).status ===
      'written',
    version: () => {
      const read = disk.readEnvelope(disk.keyOf('wf'));
      return read.status === 'present' ? read.value.storedAt : read.status;
    },
  };
};

const file = (folder: string): VersionedWriter => {
  const cache = createFileCache({
    folder,
    maxBytes: 1_000_000,
    space: { isFull: false },
    neededFiles: () => new Set(),
    now: () => 1,
    verifyOnRead: () => true,
  });
  const ref = { url: 'https://cdn.test/body.json', hash: null };
  return {
    place: folder,
    write: (version) => {
      const pending = cache.begin(ref, { isDurable: true });
      pending.write(Buffer.from(`${String(version)}${padding}`));
      return pending.finish(() => true).status === 'saved';
    },
    version: () => {
      const read = cache.read(ref, 1_000_000);
      return read.status === 'present' ? Number(Buffer.from(read.bytes).toString()) : read.status;
    },
  };
};

const settings = (folder: string): VersionedWriter => {
  const schema = z.object({ version: z.number(), padding: z.string() });
  const stored = openSettingsFile(folder, 'settings.json', schema, { version: -1, padding });
  return {
    place: folder,
    write: (version) => stored.write({ version, padding }) === null,
    version: () => stored.read().version,
  };
};

/** Opens one of them in an empty folder. */
export const writerOf = (folder: string, subject: WriteSubject): VersionedWriter => {
  switch (subject) {
    case 'offerings':
    case 'list':
      return document(folder, subject);
    case 'envelope':
      return envelope(folder, 'prefetched');
    case 'on-demand':
      return envelope(folder, 'on-demand');
    case 'file':
      return file(folder);
    case 'settings':
      return settings(folder);
  }
};
