import path from 'node:path';
import { spawnAndWait } from '../run/spawn.mjs';
import { type PartName, parts } from './parts.ts';
import { isStale } from './stamp.ts';

export type Built = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Those of the parts whose sources are newer than what was built of them. */
const staleParts = (root: string, names: readonly PartName[]): readonly PartName[] =>
  names.filter((name) => isStale(root, parts[name]));

/**
 * Builds those parts that are missing or stale, in a process of its own: a bundler takes a lot of
 * memory, and decides by NODE_ENV whether what it makes is for tests.
 */
export const ensureBuilt = async (
  root: string,
  names: readonly PartName[],
  onStale: () => void = () => undefined,
): Promise<Built> => {
  const stale = staleParts(root, names);
  if (stale.length === 0) return { ok: true };
  onStale();
  const lines: string[] = [];
  const { status } = await spawnAndWait(
    process.execPath,
    [path.join(import.meta.dirname, '..', 'build.ts'), ...stale],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'pipe'] },
    (child) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
    },
  );
  if (status === 0) return { ok: true };
  return { ok: false, message: lines.join('').trim() || 'The build was stopped.' };
};
