import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hash } from 'node:crypto';
import path from 'node:path';

const folderMode = 0o755;
const fileMode = 0o644;
const programMode = 0o755;

/** A file or link of the tree; folders are what they are in. */
interface Entry {
  /** Below the tree, with slashes. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly isLink: boolean;
}

/** The folder that becomes a package, filled piece by piece. */
export interface Tree {
  readonly folder: string;
  readonly putFile: (name: string, content: string | Buffer, isProgram?: boolean) => void;
  readonly putLink: (name: string, target: string) => void;
  /** Copies a folder with everything in it. */
  readonly putFolder: (name: string, source: string) => void;
  readonly setMode: (name: string, mode: number) => void;
  /** What there is by now, in a fixed order. */
  readonly entries: () => readonly Entry[];
}

/** Whoever builds, under whatever mask: everybody may read, and only the owner may write. */
const normalize = (place: string): void => {
  const stats = lstatSync(place);
  if (stats.isSymbolicLink()) return;
  const isProgram = (stats.mode & 0o100) !== 0;
  chmodSync(place, stats.isDirectory() ? folderMode : isProgram ? programMode : fileMode);
  if (!stats.isDirectory()) return;
  for (const name of readdirSync(place)) normalize(path.join(place, name));
};

const entriesBelow = (folder: string): readonly Entry[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((place) => {
      const stats = lstatSync(place);
      const name = path.relative(folder, place);
      return { name, sizeBytes: stats.size, isLink: stats.isSymbolicLink() };
    });

/** Starts a tree in a folder that is not there yet. */
export const plantTree = (folder: string): Tree => {
  const makeFolder = (name: string): void => {
    mkdirSync(path.join(folder, name), { recursive: true });
    chmodSync(path.join(folder, name), folderMode);
  };
  const makeFolders = (name: string): void => {
    const parent = path.posix.dirname(name);
    if (parent !== '.') makeFolders(parent);
    makeFolder(name);
  };
  const place = (name: string): string => {
    makeFolders(path.posix.dirname(name));
    return path.join(folder, name);
  };
  makeFolder('.');
  return Object.freeze({
    folder,
    putFile: (name: string, content: string | Buffer, isProgram = false) => {
      const file = place(name);
      writeFileSync(file, content);
      chmodSync(file, isProgram ? programMode : fileMode);
    },
    putLink: (name: string, target: string) => symlinkSync(target, place(name)),
    putFolder: (name: string, source: string) => {
      cpSync(source, place(name), { recursive: true, verbatimSymlinks: true });
      normalize(path.join(folder, name));
    },
    setMode: (name: string, mode: number) => chmodSync(path.join(folder, name), mode),
    entries: () => entriesBelow(folder),
  });
};

/** What `dpkg --verify` compares the files with. */
export const checksumsOf = ({ folder, entries }: Tree): string =>
  entries()
    .filter(({ isLink }) => !isLink)
    .map(({ name }) => `${hash('md5', readFileSync(path.join(folder, name)))}  ${name}\n`)
    .join('');

const blockBytes = 1024;

/** The room that it takes, each file rounded up as Debian counts. */
export const installedKib = ({ entries }: Tree): number =>
  entries().reduce((sum, { sizeBytes }) => sum + Math.ceil(sizeBytes / blockBytes), 0);
