import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stampFile = '.inputs';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** Changes with whatever the page is made of. */
const stampOf = (root: string): string => {
  const hash = createHash('sha256');
  const folders = ['renderer/preview', 'shared'].map((folder) => path.join(root, folder));
  for (const file of [path.join(root, 'package-lock.json'), ...folders.flatMap(filesBelow)])
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const isUpToDate = (folder: string, stamp: string): boolean => {
  const file = path.join(folder, stampFile);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
};

const buildInto = async (root: string, folder: string): Promise<void> => {
  // Most runs find the page built, and vite takes a while to load.
  const { build } = await import('vite');
  const source = path.join(root, 'renderer', 'preview');
  await build({
    root: source,
    configFile: path.join(source, 'vite.config.ts'),
    configLoader: 'native',
    build: { outDir: folder, emptyOutDir: true },
  });
};

/** Another process may build at the same time: what is there is always whole. */
const putInPlace = (built: string, folder: string, stamp: string): void => {
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(built, folder);
  } catch (error) {
    if (!isUpToDate(folder, stamp)) throw error;
  }
};

/** Builds the page that shows paywalls where it is missing or older than its sources. */
export const buildPreview = async (root: string): Promise<string> => {
  const folder = path.join(root, 'dist', 'preview');
  const stamp = stampOf(root);
  if (isUpToDate(folder, stamp)) return folder;
  const built = path.join(root, 'dist', `.preview-${randomUUID()}`);
  try {
    await buildInto(root, built);
    writeFileSync(path.join(built, stampFile), stamp);
    putInPlace(built, folder, stamp);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
  return folder;
};
