import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DiskSpace, WriteResult } from './disk.ts';
import {
  fileMode,
  isRealFolder,
  makeFolder,
  remove,
  requireWritable,
  syncFolder,
} from './disk-folder.ts';
import { createStage } from './document-file.ts';
import { probeName, stagingFileName } from './names.ts';
import { describeProblem, systemCode } from './problem.ts';
import type { Quarantine } from './quarantine.ts';

/** Replaces a document of one folder, or leaves the one that is there as it is. */
export type WriteDocument = (fileName: string, text: string) => WriteResult;

const failed = (problem: string): WriteResult => ({ status: 'failed', problem });

/** What the library will ask of the folder, asked once with an empty file. */
const tryOut = (folder: string): void => {
  const file = path.join(folder, probeName);
  closeSync(openSync(file, 'w', fileMode));
  renameSync(file, path.join(folder, stagingFileName));
};

const orMakeFolder = (folder: string, check: (folder: string) => void): void => {
  try {
    check(folder);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    makeFolder(folder);
    check(folder);
  }
};

/** Makes the writer of one folder; `createStage`'s library reports success on a full disk. */
export const createWriter = (
  folder: string,
  space: DiskSpace,
  quarantine: Quarantine,
): WriteDocument => {
  const staging = path.join(folder, stagingFileName);
  let hasFailed = false;
  const stage = createStage(folder);

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
    // The library retries a refusal for a second with the event loop blocked: ask before, and ask
    // more closely (which costs half a write) while the last write was refused.
    orMakeFolder(folder, hasFailed ? tryOut : requireWritable);
    stage(text);
    const writtenBytes = statSync(staging).size;
    if (writtenBytes !== sizeBytes) {
      remove(staging);
      return failed('there is no space left');
    }
    publish(target);
    hasFailed = false;
    return { status: 'written', sizeBytes };
  };

  return (fileName, text) => {
    if (space.isFull) return failed('there is no space left');
    try {
      return replace(path.join(folder, fileName), text);
    } catch (error) {
      hasFailed = true;
      for (const name of [probeName, stagingFileName]) remove(path.join(folder, name));
      return failed(describeProblem(error));
    }
  };
};
