import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface ChildResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a file of this folder in a process of its own. */
export const runChild = async (
  name: string,
  parameters: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'uid' | 'gid'> = {},
): Promise<ChildResult> => {
  const file = path.join(import.meta.dirname, name);
  const child = spawn(process.execPath, [file, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status, signal] = await closed;
  return { status, signal, output, errors };
};

/** Runs it and reads the JSON that it prints. */
export const askChild = async (
  name: string,
  parameters: readonly string[],
  options: Pick<SpawnOptions, 'env' | 'uid' | 'gid'> = {},
): Promise<unknown> => {
  const { status, output, errors } = await runChild(name, parameters, options);
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${errors}`);
  return JSON.parse(output) as unknown;
};
