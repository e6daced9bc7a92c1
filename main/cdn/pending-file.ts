import fs from 'node:fs';
import type { Activity } from '../clock/activity.ts';
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
  | { readonly status: 'failed'; readonly problem: string };

/** A file on its way into the cache. One of the last two calls ends it, and leaves no trace of it. */
export interface PendingFile {
  /** Never rejects; true: the disk still takes it. */
  write(chunk: Uint8Array): Promise<boolean>;
  /** Puts it in its place, if it is wanted: that is asked in the same step in which it is done. */
  finish(isWanted: () => boolean): Promise<Finished>;
  discard(): Promise<void>;
}

export interface PendingFileOptions {
  readonly target: string;
  /** Whether its bytes must be on the disk itself before it gets its name. */
  readonly isDurable: boolean;
  readonly space: DiskSpace;
  readonly activity: Activity;
  /** It has got its name; says what had to go for it. */
  readonly onPlaced: (sizeBytes: number) => readonly EvictedFile[];
}

export const createPendingFile = (options: PendingFileOptions): PendingFile => {
  const { target, isDurable, space, activity, onPlaced } = options;
  const temporary = createTemporaryFile(target, space);

  const during = async <T>(run: () => Promise<T>): Promise<T> => {
    const end = activity.begin();
    try {
      return await run();
    } finally {
      end();
    }
  };

  const place = (): Finished => {
    try {
      fs.renameSync(temporary.path, target);
    } catch (error) {
      return { status: 'failed', problem: error instanceof Error ? error.message : String(error) };
    }
    return { status: 'saved', evicted: onPlaced(temporary.sizeBytes()) };
  };

  const finish = async (isWanted: () => boolean): Promise<Finished> => {
    await temporary.close(isDurable);
    const problem = temporary.problem();
    if (problem !== null) return { status: 'failed', problem };
    return isWanted() ? place() : { status: 'unwanted' };
  };

  return Object.freeze({
    write: (chunk: Uint8Array) =>
      during(async () => {
        await temporary.write(chunk);
        return temporary.problem() === null;
      }),
    finish: (isWanted: () => boolean) =>
      during(async () => {
        const finished = await finish(isWanted);
        if (finished.status !== 'saved') await temporary.discard();
        return finished;
      }),
    discard: () => during(() => temporary.discard()),
  });
};
