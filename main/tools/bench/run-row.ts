import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeProblem } from '../../store/problem.ts';
import { spawnAndWait } from '../run/spawn.mjs';
import { BENCH_FLAGS } from './kit/child.ts';
import type { Result } from './row.ts';

/** What the process of a row answers with. */
export type RowAnswer =
  | { readonly ok: true; readonly results: readonly Result[] }
  | { readonly ok: false; readonly problem: string; readonly isStopped?: true };

export interface RowRequest {
  readonly name: string;
  readonly isQuick: boolean;
}

const script = path.join(import.meta.dirname, 'row-process.ts');

const inTemporaryFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const measureIn = async (folder: string, { name, isQuick }: RowRequest): Promise<RowAnswer> => {
  const heard: { answer: RowAnswer | null } = { answer: null };
  const { status, signal, stoppedBy } = await spawnAndWait(
    process.execPath,
    [...BENCH_FLAGS, script, name, folder, isQuick ? 'quick' : 'full'],
    { stdio: ['ignore', 2, 2, 'ipc'] },
    (child) => {
      child.on('message', (message) => (heard.answer = message as RowAnswer));
    },
  );
  if (stoppedBy !== null) return { ok: false, problem: 'it was stopped', isStopped: true };
  const how = signal ?? `status ${String(status)}`;
  return heard.answer ?? { ok: false, problem: `its process ended with ${how}` };
};

/** Measures a row in a process of its own; a signal that ends us ends it first. */
export const runRow = async (request: RowRequest): Promise<RowAnswer> => {
  try {
    return await inTemporaryFolder((folder) => measureIn(folder, request));
  } catch (error) {
    return { ok: false, problem: describeProblem(error) };
  }
};
