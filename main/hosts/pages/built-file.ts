import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** A plain name: no dots that lead up, nothing hidden, no separator, drive or escape of any kind. */
const plainName = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** Whether names as they stand in an address can mean nothing but files below a folder. */
export const arePlainNames = (names: readonly string[]): boolean =>
  names.length > 0 && names.every((name) => plainName.test(name));

/** Reads a file below the folder; a link may lead out of it, and what it leads to is what counts. */
export const readBuiltFile = async (
  folder: string,
  names: readonly string[],
): Promise<Buffer | null> => {
  try {
    const [root, file] = await Promise.all([
      realpath(folder),
      realpath(path.join(folder, ...names)),
    ]);
    return file.startsWith(root + path.sep) ? await readFile(file) : null;
  } catch {
    // It is not there, is a folder, or may not be read: for whoever asks that is the same.
    return null;
  }
};
