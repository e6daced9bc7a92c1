import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DiskSpace } from '../store/disk.ts';

/** A file that nobody sees yet. Its calls never reject: the first problem is remembered. */
export interface TemporaryFile {
  readonly path: string;
  write(chunk: Uint8Array): Promise<void>;
  /** Afterwards it can be renamed, if there was no problem. */
  close(isDurable: boolean): Promise<void>;
  /** Removes it, whatever has become of it. */
  discard(): Promise<void>;
  problem(): string | null;
  sizeBytes(): number;
}

const openNew = async (file: string): Promise<FileHandle> => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    // The folder was wiped while we ran.
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    return open(file, 'wx', 0o600);
  }
};

/** In the folder of the file that it is to become, so that renaming is one step. */
export const createTemporaryFile = (target: string, space: DiskSpace): TemporaryFile => {
  const temporary = `${target}.${randomUUID()}.part`;
  let handle: FileHandle | null = null;
  let problem: string | null = null;
  let sizeBytes = 0;
  let last = Promise.resolve();

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    if (problem !== null) return;
    try {
      if (space.isFull) throw new Error('There is no space left on the disk.');
      await step();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  };

  /** One after the other, in the order in which they were asked for. */
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step);
    return last;
  };

  const release = async (): Promise<void> => {
    const held = handle;
    handle = null;
    await held?.close();
  };

  return Object.freeze({
    path: temporary,
    write: (chunk: Uint8Array) =>
      inTurn(() =>
        attempt(async () => {
          handle ??= await openNew(temporary);
          await handle.writeFile(chunk);
          sizeBytes += chunk.length;
        }),
      ),
    close: (isDurable: boolean) =>
      inTurn(() =>
        attempt(async () => {
          handle ??= await openNew(temporary);
          if (isDurable) await handle.sync();
          await release();
        }),
      ),
    discard: () =>
      inTurn(async () => {
        // Nothing is left to be done about a file that can be neither closed nor removed.
        await release().catch(() => undefined);
        await rm(temporary, { force: true }).catch(() => undefined);
      }),
    problem: () => problem,
    sizeBytes: () => sizeBytes,
  });
};
