import { existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { StepInputs } from '../../shared/scenario/format.ts';
import type { ServedSession } from '../app/session/session.ts';

type CorruptInput = StepInputs['corrupt'];

const pathsOf = (
  { disk, files, backend }: ServedSession,
  { what, id = '' }: CorruptInput,
): string[] => {
  if (what === 'cdn-file') return backend.project.bodyRefs(id).map((ref) => files.pathOf(ref));
  return [disk.pathOf(what === 'envelope' ? { kind: what, id } : { kind: what })];
};

const damages: Readonly<Record<CorruptInput['how'], (path: string) => void>> = {
  truncate: (path) => {
    truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  empty: (path) => {
    truncateSync(path, 0);
  },
  garbage: (path) => {
    writeFileSync(path, 'neither JSON \u0000 nor anything else {]');
  },
  remove: (path) => {
    rmSync(path);
  },
};

/** Damages what is on disk behind the engine's back, and says how many files that were. */
export const damage = (session: ServedSession, input: CorruptInput): number => {
  const paths = pathsOf(session, input).filter((path) => existsSync(path));
  for (const path of paths) damages[input.how](path);
  return paths.length;
};
