import { closeSync, linkSync, openSync, renameSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import type { DiskSpace, WriteResult } from './disk.ts';
import { fileMode, isRealFolder, makeFolder, remove, syncFolder } from './disk-folder.ts';
import { createStage, whyLeftAlone } from './document-file.ts';
import { probeName, stagingFileName } from './names.ts';
import { describeProblem, systemCode } from './problem.ts';
import type { Quarantine } from './quarantine.ts';

/** Replaces a document of one folder, or leaves the one that is there as it is. */
export type WriteDocument = (fileName: string, text: string) => WriteResult;

const failed = (problem: string) => ({ status: 'failed', problem }) as const;

const tryLink = (file: string, name: string): void => {
  try {
    linkSync(file, name);
  } catch {
    // It is not there any more, or the file system knows no links.
  }
};

/**
 * Asks of a folder what the library will ask of it: that tries a refusal again for a second with the
 * event loop blocked, and not every refusal shows in the folder's permissions. A file that is made and
 * removed costs as much as half a write, another name for a file that is there next to nothing.
 */
const tryOut = (folder: string, neighbour: string | null): void => {
  const [probe, staging] = [path.join(folder, probeName), path.join(folder, stagingFileName)];
  if (neighbour !== null) tryLink(neighbour, probe);
  // It is made here where it could not be linked, and it is never written to.
  closeSync(openSync(probe, 'a', fileMode));
  renameSync(probe, staging);
  // Nobody may write to a second name of a good file.
  unlinkSync(staging);
};

const requireStaging = (folder: string, neighbour: string | null): void => {
  try {
    tryOut(folder, neighbour);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    makeFolder(folder);
    tryOut(folder, neighbour);
  }
};

/** Makes the writer of one folder; `createStage`'s library reports success on a full disk. */
export const createWriter = (
  folder: string,
  space: DiskSpace,
  quarantine: Quarantine,
): WriteDocument => {
  const staging = path.join(folder, stagingFileName);
  const stage = createStage(folder);
  /** The file that was written last. */
  let latest: string | null = null;
  /** Written by this run: what a newer version left is looked for once, before the first write. */
  const ours = new Set<string>();

  const publish = (target: string): void => {
    try {
      renameSync(staging, target);
    } catch (error) {
      // A folder in a document's place would refuse every write for ever.
      if (!isRealFolder(target) || !quarantine.take(target)) throw error;
      renameSync(staging, target);
    }
    // When this fails the new document is in place, but a power cut may undo it: no success.
    syncFolder(folder);
  };

  const replace = (target: string, text: string): WriteResult => {
    const sizeBytes = Buffer.byteLength(text);
    requireStaging(folder, latest);
    stage(text);
    const writtenBytes = statSync(staging).size;
    if (writtenBytes !== sizeBytes) {
      remove(staging);
      return failed('there is no space left');
    }
    publish(target);
    latest = target;
    return { status: 'written', sizeBytes };
  };

  return (fileName, text) => {
    if (space.isFull) return { ...failed('there is no space left'), isOnPurpose: true };
    const target = path.join(folder, fileName);
    const problem = ours.has(fileName) ? null : whyLeftAlone(target);
    if (problem !== null) return failed(problem);
    try {
      const result = replace(target, text);
      if (result.status === 'written') ours.add(fileName);
      return result;
    } catch (error) {
      for (const name of [probeName, stagingFileName]) remove(path.join(folder, name));
      return failed(describeProblem(error));
    }
  };
};
