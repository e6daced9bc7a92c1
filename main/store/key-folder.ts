import { renameSync } from 'node:fs';
import path from 'node:path';
import {
  closeToOthers,
  isRealFolder,
  isThere,
  makeFolder,
  namesIn,
  remove,
  requireWritable,
  sweep,
  syncFolder,
} from './disk-folder.ts';
import { folderNameOf, isLeftover, isTrash, trashName } from './names.ts';

/** The folder of damaged documents, beside the documents. */
export const quarantineName = 'quarantine';

/** Where everything of one API key lies. */
export interface KeyFolder {
  readonly root: string;
  readonly prefetched: string;
  readonly onDemand: string;
  readonly quarantine: string;
  /**
   * Removes it all. The folder is renamed first: killed between the two, nothing is half there.
   * False: some of it is still there.
   */
  clear(): boolean;
}

const firstFree = (folder: string): string => {
  const taken = new Set(namesIn(folder));
  let number = 0;
  while (taken.has(trashName(number))) number += 1;
  return path.join(folder, trashName(number));
};

const discard = (caches: string, root: string): void => {
  const trash = firstFree(caches);
  renameSync(root, trash);
  // Before anything new is written: a power cut must not bring the former user's copies back.
  syncFolder(caches);
  remove(trash);
};

const clear = (caches: string, root: string): boolean => {
  try {
    if (isThere(root)) discard(caches, root);
    return true;
  } catch {
    // It cannot be renamed (on Windows: somebody looks into it). In several steps, then.
    return remove(root);
  }
};

/** A real folder, or an exception: a link would keep what it points to when it is cleared. */
const claim = (folder: string): void => {
  makeFolder(folder);
  if (!isRealFolder(folder)) throw new Error(`${path.basename(folder)} is a link`);
  closeToOthers(folder);
};

/** What is in the way of a folder of ours goes: nothing could be written there for ever. */
const claimInside = (folder: string): void => {
  if (isThere(folder) && !isRealFolder(folder)) remove(folder);
  claim(folder);
};

const cachesIn = (dataFolder: string): string => path.join(dataFolder, 'caches');

/** Removes what is there of all API keys but these. */
export const removeOtherKeys = (dataFolder: string, apiKeys: readonly string[]): void => {
  const caches = cachesIn(dataFolder);
  const kept = apiKeys.map(folderNameOf);
  for (const name of namesIn(caches)) if (!kept.includes(name)) remove(path.join(caches, name));
};

/** Makes the folders of one API key and removes what killed writes left; throws where it cannot. */
export const openKeyFolder = (dataFolder: string, apiKey: string): KeyFolder => {
  const caches = cachesIn(dataFolder);
  const root = path.join(caches, folderNameOf(apiKey));
  const [prefetched, onDemand, quarantine] = [
    path.join(root, 'prefetched'),
    path.join(root, 'on-demand'),
    path.join(root, quarantineName),
  ] as const;
  claim(caches);
  claim(root);
  for (const folder of [prefetched, onDemand, quarantine]) claimInside(folder);
  requireWritable(root);
  sweep(caches, isTrash);
  for (const folder of [root, prefetched, onDemand]) sweep(folder, isLeftover);
  return Object.freeze({
    root,
    prefetched,
    onDemand,
    quarantine,
    clear: () => clear(caches, root),
  });
};
