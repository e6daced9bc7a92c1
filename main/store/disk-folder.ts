import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { systemCode } from './problem.ts';

/** Nobody else on the machine may look into what is cached. */
const folderMode = 0o700;
export const fileMode = 0o600;

/** Makes names in a folder survive a power cut. */
export const syncFolder = (folder: string): void => {
  // Windows cannot open a folder, and NTFS keeps a journal of names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Makes the folder and those above it, each durably in the one above; throws where it cannot. One
 * after the other: Node's recursive mode never returns where a file system answers ENOENT to what it
 * does not allow, as /proc does.
 */
export const makeFolder = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder, { mode: folderMode });
  syncFolder(above);
};

/** Takes away what the group and others may do with a folder that is ours. */
export const closeToOthers = (folder: string): void => {
  if (process.platform === 'win32' || (statSync(folder).mode & 0o077) === 0) return;
  try {
    chmodSync(folder, folderMode);
  } catch {
    // Some file systems have no such thing, and then nothing can be done about it.
  }
};

/** Whether a file of a cache is there, also where it is not a file or a link to nothing. */
export const isThere = (file: string): boolean => {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

/** A link is not a folder here: clearing would remove the link and leave what it points to. */
export const isRealFolder = (folder: string): boolean =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Throws where nothing can be written into the folder. */
export const requireWritable = (folder: string): void => {
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
};

/** The names in a folder, none where it is not there. */
export const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};

/** Removes a file or a folder with all that is in it; false where it is still there. */
export const remove = (file: string): boolean => {
  try {
    rmSync(file, { force: true, recursive: true });
    return true;
  } catch {
    return false;
  }
};

/** Removes those entries of a folder that are of no use to anybody. */
export const sweep = (folder: string, isUseless: (name: string) => boolean): void => {
  for (const name of namesIn(folder)) {
    if (isUseless(name)) remove(path.join(folder, name));
  }
};
