import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Where it is, whatever links lead there; what is not there yet is below what is. */
const realPlace = (at: string): string => {
  try {
    return realpathSync.native(at);
  } catch {
    const parent = path.dirname(at);
    return parent === at ? at : path.join(realPlace(parent), path.basename(at));
  }
};

const isBelow = (folder: string, at: string): boolean => {
  const way = path.relative(realPlace(folder), realPlace(at));
  return way !== '' && !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
};

interface Forbidden {
  /** Of the app itself. */
  readonly dataFolder: string;
  /** Of the project that is saved; null: it is in none. */
  readonly own: string | null;
}

/** Why a project must not be saved to that folder, in one sentence; null: it may, if nothing is in it. */
export const whyNotThere = (folder: string, { dataFolder, own }: Forbidden): string | null => {
  if (isBelow(dataFolder, folder))
    return `${folder} is where this app keeps its own data: choose a folder elsewhere.`;
  return own !== null && isBelow(own, folder)
    ? `${folder} is in the project’s own folder: choose a folder elsewhere.`
    : null;
};
