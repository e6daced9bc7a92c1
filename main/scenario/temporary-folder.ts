import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeProblem } from '../store/problem.ts';

/** A folder that is gone when it is not needed any more. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export type MadeFolder =
  | { readonly ok: true; readonly folder: TemporaryFolder }
  | { readonly ok: false; readonly message: string };

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
    const folder = mkdtempSync(path.join(parent, 'paywall-preview-'));
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
