import type { Disk, DiskSettings, EnvelopeKey, EnvelopeToWrite, WriteResult } from './disk.ts';
import { isThere } from './disk-folder.ts';
import { envelopeText } from './document.ts';
import { createWriter } from './durable-write.ts';
import { type EnvelopeFolder, openEnvelopeFolder } from './envelope-folder.ts';
import type { KeyFolder } from './key-folder.ts';
import { keyOf } from './names.ts';
import { createNeededFiles } from './needed-files.ts';
import { type OnDemandFolder, openOnDemandFolder } from './on-demand-folder.ts';
import type { Quarantine } from './quarantine.ts';

/** The envelopes of one API key. */
export interface Envelopes {
  /** The calls of the disk that are about envelopes. */
  readonly calls: Pick<
    Disk,
    | 'prefetchedKeys'
    | 'isPrefetched'
    | 'hasEnvelope'
    | 'readEnvelope'
    | 'writeEnvelope'
    | 'touch'
    | 'prune'
    | 'neededFiles'
  >;
  /** The ids of those that can be read, sorted; nothing is moved. */
  readableIds(): readonly string[];
  pathOf(id: string): string;
  /** The folders are gone, and what was in them. */
  forgetAll(): void;
}

interface Folders {
  readonly prefetched: EnvelopeFolder;
  readonly onDemand: OnDemandFolder;
}

/** One copy for each id: a crash between writing the new one and removing the old one leaves two. */
const removeDoubles = ({ prefetched, onDemand }: Folders): void => {
  for (const key of prefetched.keys()) if (onDemand.has(key)) onDemand.remove(key);
};

const holderOf = ({ prefetched, onDemand }: Folders, key: EnvelopeKey): EnvelopeFolder =>
  !prefetched.has(key) && onDemand.has(key) ? onDemand : prefetched;

const writeEnvelope = (folders: Folders, envelope: EnvelopeToWrite): WriteResult => {
  const { prefetched, onDemand } = folders;
  const key = keyOf(envelope.id);
  const isOnDemand = envelope.keep === 'on-demand' && !prefetched.has(key);
  const target = isOnDemand ? onDemand : prefetched;
  const result = target.write(key, envelopeText(envelope), envelope);
  if (!isOnDemand && result.status === 'written' && onDemand.has(key)) onDemand.remove(key);
  return result;
};

const keysOf = (ids: ReadonlySet<string>): ReadonlySet<EnvelopeKey> => new Set([...ids].map(keyOf));

const readableIds = ({ prefetched, onDemand }: Folders): readonly string[] => {
  const found = [prefetched, onDemand].flatMap((folder) =>
    folder.keys().map((key) => folder.peek(key)),
  );
  return found
    .flatMap((peeked) => (peeked.status === 'present' ? [peeked.value.id] : []))
    .toSorted();
};

const openFolders = (folders: KeyFolder, quarantine: Quarantine, settings: DiskSettings) => {
  const needed = createNeededFiles();
  const partsOf = (folder: string) => ({
    folder,
    writeDocument: createWriter(folder, settings.space, quarantine),
    quarantine,
    needed,
  });
  const prefetched = openEnvelopeFolder(partsOf(folders.prefetched));
  const onDemand = openOnDemandFolder(partsOf(folders.onDemand), settings.onDemandCap);
  removeDoubles({ prefetched, onDemand });
  return { prefetched, onDemand, needed };
};

/** Opens the envelopes that were prefetched and those kept on demand. */
export const openEnvelopes = (
  keyFolder: KeyFolder,
  quarantine: Quarantine,
  settings: DiskSettings,
): Envelopes => {
  const folders = openFolders(keyFolder, quarantine, settings);
  const { prefetched, onDemand, needed } = folders;
  const calls = Object.freeze({
    prefetchedKeys: () => prefetched.keys(),
    isPrefetched: (id: string) => {
      const key = keyOf(id);
      // A file that was removed behind our back is missing, and can be persisted again.
      return prefetched.has(key) && isThere(prefetched.pathOf(key));
    },
    hasEnvelope: (id: string) => {
      const key = keyOf(id);
      return prefetched.has(key) || onDemand.has(key);
    },
    readEnvelope: (key: EnvelopeKey) => holderOf(folders, key).read(key),
    writeEnvelope: (envelope: EnvelopeToWrite) => writeEnvelope(folders, envelope),
    touch: (id: string) => onDemand.touch(keyOf(id)),
    prune: (keep: Parameters<Disk['prune']>[0]) => [
      ...prefetched.keepOnly(keysOf(keep.prefetched)),
      ...onDemand.keepOnly(keysOf(keep.onDemand)),
    ],
    neededFiles: () => {
      prefetched.learnNeeds();
      onDemand.learnNeeds();
      return needed.files;
    },
  });
  return Object.freeze({
    calls,
    readableIds: () => readableIds(folders),
    pathOf: (id: string) => {
      const key = keyOf(id);
      return holderOf(folders, key).pathOf(key);
    },
    forgetAll: () => {
      prefetched.forgetAll();
      onDemand.forgetAll();
    },
  });
};
