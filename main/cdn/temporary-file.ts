import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../shared/error-text.ts';
import type { DiskSpace } from '../store/disk.ts';

/** A file that nobody sees yet. Its calls never throw: the first problem is remembered. */
export interface TemporaryFile {
  readonly path: string;
  write(chunk: Uint8Array): void;
  /** Afterwards it can be renamed, if there was no problem. */
  close(isDurable: boolean): void;
  /** Removes it, whatever has become of it. */
  discard(): void;
  problem(): string | null;
  sizeBytes(): number;
}

const openNew = (file: string): number => {
  try {
    return fs.openSync(file, 'wx', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    // The folder was wiped while we ran.
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    return fs.openSync(file, 'wx', 0o600);
  }
};

/**
 * In the folder of the file that it is to become, so that renaming is one step. Like the store, it
 * writes in the step in which the bytes are there: what follows what is then decided by the order in
 * which answers came, and not by how fast a disk is.
 */
export const createTemporaryFile = (target: string, space: DiskSpace): TemporaryFile => {
  const temporary = `${target}.${randomUUID()}.part`;
  let handle: number | null = null;
  let problem: string | null = null;
  let sizeBytes = 0;

  const attempt = (step: () => void): void => {
    if (problem !== null) return;
    try {
      if (space.isFull) throw new Error('There is no space left on the disk.');
      step();
    } catch (error) {
      problem = messageOf(error);
    }
  };

  const release = (): void => {
    const held = handle;
    handle = null;
    if (held !== null) fs.closeSync(held);
  };

  return Object.freeze({
    path: temporary,
    write: (chunk: Uint8Array) => {
      attempt(() => {
        handle ??= openNew(temporary);
        fs.writeFileSync(handle, chunk);
        sizeBytes += chunk.length;
      });
    },
    close: (isDurable: boolean) => {
      attempt(() => {
        handle ??= openNew(temporary);
        if (isDurable) fs.fsyncSync(handle);
        release();
      });
    },
    discard: () => {
      // Nothing is left to be done about a file that can be neither closed nor removed.
      for (const step of [release, () => fs.rmSync(temporary, { force: true })])
        try {
          step();
        } catch {
          continue;
        }
    },
    problem: () => problem,
    sizeBytes: () => sizeBytes,
  });
};
