import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { asar } from './of-electron-builder.ts';
import { makeStandInRuntime } from './stand-in-runtime.ts';

/** What all tests look at: the app packaged by the command that people use, with no real runtime. */
export interface Packed {
  readonly unpackedFolder: string;
  /** What is in its archive, with nothing else above or beside it. */
  readonly appFolder: string;
  /** The same app with the fuses of a build for tests. */
  readonly forTestsFolder: string;
  /** Null: there is no dpkg-deb to make it. */
  readonly deb: PackedDeb | null;
}

export interface PackedDeb {
  readonly file: string;
  /** What it installs. */
  readonly filesFolder: string;
  /** What the package manager reads. */
  readonly controlFolder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: nothing can be packaged here. */
    packed: Packed | null;
  }
}

/** The time that the package is said to be of. */
export const sourceSeconds = 1_700_000_000;

const root = path.resolve(import.meta.dirname, '../../..');

const isThere = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Runs `npm run dist` with arguments, into a folder of ours. */
const dist = (...given: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'main/tools/dist.ts'), ...given],
    {
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: String(sourceSeconds) },
    },
  );
  if (status !== 0) throw new Error(`Packaging failed.\n${stdout}\n${stderr}`);
};

const folderBelow = (folder: string): string => {
  const name = readdirSync(folder).find((entry) => entry.endsWith('-unpacked'));
  if (name === undefined) throw new Error(`There is no unpacked app in ${folder}.`);
  return path.join(folder, name);
};

const electronVersion = (): string => {
  const file = path.join(root, 'node_modules/electron/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

const takeOutApp = (unpackedFolder: string, folder: string): string => {
  asar.extractAll(path.join(unpackedFolder, 'resources/app.asar'), folder);
  return folder;
};

const takeOutDeb = (made: string, folder: string): PackedDeb | null => {
  const name = readdirSync(made).find((entry) => entry.endsWith('.deb'));
  if (name === undefined) return null;
  const file = path.join(made, name);
  const [filesFolder, controlFolder] = [path.join(folder, 'files'), path.join(folder, 'control')];
  mkdirSync(folder);
  execFileSync('dpkg-deb', ['--extract', file, filesFolder]);
  execFileSync('dpkg-deb', ['--control', file, controlFolder]);
  return { file, filesFolder, controlFolder };
};

const pack = (folder: string): Packed => {
  const inFolder = (name: string): string => path.join(folder, name);
  makeStandInRuntime(inFolder('runtime'), electronVersion());
  const target = isThere('dpkg-deb') ? 'deb' : 'dir';
  dist(target, '--runtime', inFolder('runtime'), '--out', inFolder('people'));
  dist('--for-tests', '--runtime', inFolder('runtime'), '--out', inFolder('tests'));
  const unpackedFolder = folderBelow(inFolder('people'));
  return {
    unpackedFolder,
    appFolder: takeOutApp(unpackedFolder, inFolder('app')),
    forTestsFolder: folderBelow(inFolder('tests')),
    deb: takeOutDeb(inFolder('people'), inFolder('deb')),
  };
};

/** Packages once for all files of tests, and removes it when they are done. */
export default function packOnce(project: TestProject): (() => void) | undefined {
  if (process.platform !== 'linux') {
    project.provide('packed', null);
    return undefined;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-packaging-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide('packed', pack(folder));
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
