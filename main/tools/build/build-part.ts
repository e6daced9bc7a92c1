import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../../shared/error-text.ts';
import { licencesText } from './licences.ts';
import { type Part, distIn } from './parts.ts';
import { hasStamp, isThere, stampOf } from './stamp.ts';

/** One sentence that says what could not be built, and the tool's own words about why. */
export class BuildError extends Error {}

const remove = (place: string): void => {
  rmSync(place, { recursive: true, force: true });
};

const bundle = async (config: string, outDir: string): Promise<void> => {
  // It takes a while to load, which is for nothing where all is up to date.
  const { build } = await import('vite');
  await build({
    root: path.dirname(config),
    configFile: config,
    configLoader: 'native',
    // What goes wrong is told by whoever asked for the build, once.
    logLevel: 'silent',
    build: { outDir, emptyOutDir: true },
  });
};

/** Whoever looks meanwhile sees the former folder or the new one, but for one moment none. */
const replaceFolder = (built: string, place: string): void => {
  const former = `${built}-former`;
  if (existsSync(place)) renameSync(place, former);
  renameSync(built, place);
  remove(former);
};

/** The folder is another part's, too: only what is built again is replaced. */
const moveFiles = (built: string, place: string): void => {
  mkdirSync(place, { recursive: true });
  for (const entry of readdirSync(built, { withFileTypes: true })) {
    const target = path.join(place, entry.name);
    // A file takes the place of another in one step; a folder cannot.
    if (entry.isDirectory()) remove(target);
    renameSync(path.join(built, entry.name), target);
  }
};

const make = async (root: string, part: Part, built: string, stamp: string): Promise<void> => {
  const dist = distIn(root);
  const place = path.join(dist, part.output);
  if (part.kind === 'json') {
    writeFileSync(built, licencesText(root));
    renameSync(built, place);
  } else {
    await bundle(path.join(root, part.config), built);
    if (part.kind === 'folder') {
      writeFileSync(path.join(built, path.basename(part.stamp)), stamp);
      replaceFolder(built, place);
      return;
    }
    moveFiles(built, place);
  }
  writeFileSync(path.join(dist, part.stamp), stamp);
};

/** Where in the bundler it was noticed helps nobody. */
const reason = (error: unknown): string =>
  messageOf(error)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n');

/** Builds a part unless it is up to date, or there is nothing to build it of. */
export const buildPart = async (root: string, part: Part): Promise<'built' | 'up-to-date'> => {
  if (!isThere(root, part)) return 'up-to-date';
  // Before it is built: what is changed meanwhile makes it stale again.
  const stamp = stampOf(root, part);
  if (hasStamp(root, part, stamp)) return 'up-to-date';
  mkdirSync(distIn(root), { recursive: true });
  const built = path.join(distIn(root), `.${part.output}-${randomUUID()}`);
  try {
    await make(root, part, built, stamp);
    return 'built';
  } catch (error) {
    throw new BuildError(`Building ${part.title} failed: ${reason(error)}`, { cause: error });
  } finally {
    remove(built);
  }
};
