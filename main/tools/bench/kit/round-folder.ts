import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Measures in a folder that is empty at first and gone afterwards. */
export const inEmptyFolder = async <T>(
  parent: string,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = path.join(parent, 'round');
  mkdirSync(folder);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
