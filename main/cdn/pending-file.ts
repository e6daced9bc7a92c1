import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../shared/error-text.ts';
import { type Marked, markedAs } from '../../shared/errors.ts';
import { syncFolder } from '../store/disk-folder.ts';
import type { DiskSpace, FileName } from '../store/disk.ts';
import { createTemporaryFile } from './temporary-file.ts';

export interface EvictedFile {
  readonly name: FileName;
  readonly sizeBytes: number;
}

/** What became of a file that was written. */
export type Finished =
  | { readonly status: 'saved'; readonly evicted: readonly EvictedFile[] }
  | { readonly status: 'unwanted' }
  | ({ readonly status: 'failed'; readonly problem: string } & Marked);

/** A file on its way into the cache. One of the last two calls ends it, and leaves no trace of it. */
export interface PendingFile {
  /** True: the disk still takes it. */
  write(chunk: Uint8Array): boolean;
  /** Puts it in its place, if it is wanted. */
  finish(isWanted: () => boolean): Finished;
  discard(): void;
}

export interface PendingFileOptions {
  readonly target: string;
  /** Whether its bytes must be on the disk itself before it gets its name. */
  readonly isDurable: boolean;
  readonly space: DiskSpace;
  /** It has got its name; says what had to go for it. */
  readonly onPlaced: (sizeBytes: number) => readonly EvictedFile[];
}

export const createPendingFile = (options: PendingFileOptions): PendingFile => {
  const { target, isDurable, space, onPlaced } = options;
  const temporary = createTemporaryFile(target, space);

  const place = (): Finished => {
    try {
      fs.renameSync(temporary.path, target);
      // Envelopes on disk will point to it: a power cut must not take its name away.
      if (isDurable) syncFolder(path.dirname(target));
    } catch (error) {
      return { status: 'failed', problem: messageOf(error) };
    }
    return { status: 'saved', evicted: onPlaced(temporary.sizeBytes()) };
  };

  const close = (isWanted: () => boolean): Finished => {
    temporary.close(isDurable);
    const problem = temporary.problem();
    if (problem !== null)
      return markedAs({ status: 'failed', problem }, space.isFull ? { isOnPurpose: true } : {});
    return isWanted() ? place() : { status: 'unwanted' };
  };

  return Object.freeze({
    write: (chunk: Uint8Array) => {
      temporary.write(chunk);
      return temporary.problem() === null;
    },
    finish: (isWanted: () => boolean) => {
      const finished = close(isWanted);
      if (finished.status !== 'saved') temporary.discard();
      return finished;
    },
    discard: () => {
      temporary.discard();
    },
  });
};
