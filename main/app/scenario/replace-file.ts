import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Puts a text in the place of what a file holds: all of it, or what was there stays. */
export const replaceFile = (file: string, text: string): void => {
  const next = `${file}.next`;
  try {
    writeFileSync(next, text, { mode: 0o600, flush: true });
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
};
