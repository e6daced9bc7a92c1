import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describeProblem, systemCode } from '../store/problem.ts';

/** A folder that is gone when it is not needed any more. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export type MadeFolder =
  | { readonly ok: true; readonly folder: TemporaryFolder }
  | { readonly ok: false; readonly message: string };

/** With the id of its process, so that it is known whose it was when that was killed. */
const prefix = 'paywall-preview-';
const folderName = new RegExp(`^${prefix}(\\d+)-\\w{6}$`);

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const removeFolder = (folder: string): void => {
  // A file that somebody else opened meanwhile can hinder it for a moment on Windows.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};

/** An interrupted run leaves nothing behind, and still ends as an interrupted process ends. */
const removeAtTheEnd = (folder: string, hasProcess: boolean): (() => void) => {
  const handler = (signal: NodeJS.Signals): void => {
    for (const name of signals) process.off(name, handler);
    removeFolder(folder);
    process.kill(process.pid, signal);
  };
  const onExit = (): void => {
    removeFolder(folder);
  };
  if (hasProcess) for (const name of signals) process.on(name, handler);
  process.on('exit', onExit);
  return () => {
    for (const name of signals) process.off(name, handler);
    process.off('exit', onExit);
  };
};

/**
 * Makes a folder of its own for one run, among the system's temporary ones. Where the process is
 * somebody else's, they decide what becomes of it when a signal comes.
 */
export const makeTemporaryFolder = (hasProcess: boolean): MadeFolder => {
  const parent = os.tmpdir();
  try {
    const folder = mkdtempSync(path.join(parent, `${prefix}${String(process.pid)}-`));
    const forget = removeAtTheEnd(folder, hasProcess);
    const remove = (): void => {
      forget();
      removeFolder(folder);
    };
    return { ok: true, folder: { path: folder, remove } };
  } catch (error) {
    const message = `No temporary folder can be made in ${parent}: ${describeProblem(error)}.`;
    return { ok: false, message };
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's is there all the same.
    return systemCode(error) !== 'ESRCH';
  }
};

/** What runs left that were killed, and could not remove it; what cannot be removed is left there. */
export const removeLeftFolders = async (): Promise<void> => {
  const parent = os.tmpdir();
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const pid = folderName.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
};
