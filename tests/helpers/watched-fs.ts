// Imported before electron-store, whose file system layer keeps the functions that it finds.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

type Call = (...parameters: unknown[]) => unknown;

/** Runs before every synchronous call of the file system, and may throw in its place. */
export const watch: { before: ((name: string) => void) | null } = { before: null };

/** The file system itself, which nobody watches. */
export const untouched = { writeSync: fs.writeSync };

const functions = fs as unknown as Record<string, Call>;

for (const [name, original] of Object.entries(functions)) {
  // It never throws, whatever happens below it.
  if (!name.endsWith('Sync') || name === 'existsSync') continue;
  functions[name] = (...parameters) => {
    watch.before?.(name);
    return original(...parameters);
  };
}
syncBuiltinESMExports();

export type FaultCode = 'EIO' | 'ENOSPC' | 'EACCES' | 'EMFILE' | 'EPERM' | 'EBUSY';

/** The error that the system would give. */
export const systemError = (code: FaultCode, syscall: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), {
    code,
    errno: -constants.errno[code],
    syscall,
  });

/** Counts the calls of the file system during `run`. */
export const countCalls = (run: () => void): number => {
  let calls = 0;
  watch.before = () => {
    calls += 1;
  };
  try {
    run();
  } finally {
    watch.before = null;
  }
  return calls;
};
