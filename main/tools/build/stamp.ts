import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Part, distIn } from './parts.ts';

const lockFile = 'package-lock.json';

const filesBelow = (place: string): readonly string[] => {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
};

/** Changes with whatever the part is made of: names and contents, and the versions of all tools. */
export const stampOf = (root: string, part: Part): string => {
  const hash = createHash('sha256');
  const places = part.inputs.map((place) => path.join(root, place));
  for (const file of [path.join(root, lockFile), ...places.flatMap(filesBelow)])
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** Whether what is built was made of this. */
export const hasStamp = (root: string, part: Part, stamp: string): boolean => {
  const [file, output] = [part.stamp, part.output].map((name) => path.join(distIn(root), name));
  if (file === undefined || output === undefined || !existsSync(output)) return false;
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
};

/** Whether there is anything to build the part of. */
export const isThere = (root: string, part: Part): boolean =>
  part.kind === 'json' || existsSync(path.join(root, part.config));

export const isStale = (root: string, part: Part): boolean =>
  isThere(root, part) && !hasStamp(root, part, stampOf(root, part));
