import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../../store/disk.ts';
import { withBackend } from './backend.ts';
import { openEngine } from './engine.ts';
import { prefetched } from './project.ts';

/** A data folder with that many envelopes, as an engine has written them, and its list. */
export interface FilledDisk {
  readonly folder: string;
  /** Where the backend was: nobody listens there any more. */
  readonly api: string;
}

/** Lets an engine prefetch so many workflows into a data folder. */
export const fillDisk = async (folder: string, count: number): Promise<FilledDisk> => {
  let api = '';
  await withBackend({ workflows: prefetched(count) }, async ({ origins }) => {
    ({ api } = origins);
    const { engine, disk, close } = openEngine({ folder, api });
    await engine.getWorkflowsList();
    await close();
    const found = disk.prefetchedKeys().length;
    if (found !== count) throw new Error(`${found} of ${count} envelopes were persisted`);
  });
  return { folder, api };
};

/** The files of the envelopes in a data folder. */
export const envelopeFiles = ({ folder }: FilledDisk): readonly string[] => {
  const caches = path.join(folder, 'caches');
  const [apiKey = ''] = readdirSync(caches);
  const prefetchedFolder = path.join(caches, apiKey, 'prefetched');
  return readdirSync(prefetchedFolder).map((name) => path.join(prefetchedFolder, name));
};

/** What an envelope on a disk says, as it is written. */
const storedEnvelope = (disk: Disk, key: string) => {
  const result = disk.readEnvelope(key);
  if (result.status !== 'present') throw new Error('an envelope cannot be read');
  const { id, user, storedAt, hash, text } = result.value;
  return { id, user, storedAt, hash, text, needs: [], keep: 'prefetched' as const };
};

/** Writes one envelope of the disk again, another one each time. */
export const createRewriting = (disk: Disk): (() => void) => {
  const envelopes = disk.prefetchedKeys().map((key) => storedEnvelope(disk, key));
  let number = 0;
  return () => {
    const envelope = envelopes[number % envelopes.length];
    number += 1;
    if (envelope === undefined || disk.writeEnvelope(envelope).status !== 'written')
      throw new Error('an envelope was not written');
  };
};
