import { hash } from 'node:crypto';
import type { EnvelopeKey } from './disk.ts';

/** Outside data never names a file: an envelope's file is named by the hash of its id. */
export const keyOf = (id: string): EnvelopeKey => hash('sha256', id);

/** The folder of one API key, which its name does not give away. */
export const folderNameOf = (apiKey: string): string => hash('sha256', apiKey).slice(0, 32);

/** The file of an envelope. */
export const fileNameOf = (key: EnvelopeKey): string => `${key}.json`;

/** The envelope that a file name stands for; null for a file that is none of ours. */
export const keyOfFileName = (name: string): EnvelopeKey | null =>
  /^[0-9a-f]{64}\.json$/.test(name) ? name.slice(0, -'.json'.length) : null;

/** electron-store's name for the file beside the good ones that a write goes to first. */
export const stagingName = 'staged';
export const stagingExtension = 'next';
export const stagingFileName = `${stagingName}.${stagingExtension}`;

/** The file that asks whether a folder can be written. */
export const probeName = `probe.${stagingExtension}`;

/** What a killed write leaves behind: our staging file, or the one below it that electron-store's own writer makes. */
export const isLeftover = (name: string): boolean =>
  name.endsWith(`.${stagingExtension}`) || /\.tmp-[0-9a-f]{10,}$/.test(name);

const trashPrefix = 'trash-';

export const trashName = (number: number): string => `${trashPrefix}${String(number)}`;

export const isTrash = (name: string): boolean => name.startsWith(trashPrefix);
