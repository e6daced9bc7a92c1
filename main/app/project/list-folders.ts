import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type FolderList, mostListedFolders } from '../../../shared/contract/project.ts';
import { describeProblem, systemCode } from '../../store/problem.ts';
import { typedPath } from './typed-path.ts';

const isProject = (folder: string): boolean =>
  ['offerings.json', 'workflows.json'].every((name) => existsSync(path.join(folder, name)));

const isFolder = async (at: string): Promise<boolean> =>
  (await stat(at).catch(() => null))?.isDirectory() === true;

/** What is looked into, and how the names in it begin. */
interface Wanted {
  readonly folder: string;
  readonly start: string;
}

/** Somebody who is still typing has the beginning of a name at the end. */
const wantedBy = async (typed: string): Promise<Wanted | null> => {
  const whole = typed.trim() === '' ? os.homedir() : typedPath(typed);
  if (whole === null) return null;
  const isWhole = typed.trim() === '' || /[\\/]\s*$/.test(typed);
  if (isWhole || (await isFolder(whole))) return { folder: whole, start: '' };
  return { folder: path.dirname(whole), start: path.basename(whole).toLowerCase() };
};

const namesIn = async ({ folder, start }: Wanted): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const named = entries.filter(
    ({ name }) => name.toLowerCase().startsWith(start) && (start !== '' || !name.startsWith('.')),
  );
  const folders: string[] = [];
  for (const entry of named) {
    if (folders.length >= mostListedFolders) break;
    const isOne =
      entry.isDirectory() ||
      (entry.isSymbolicLink() && (await isFolder(path.join(folder, entry.name))));
    if (isOne) folders.push(entry.name);
  }
  return folders.toSorted();
};

const problemWords = (folder: string, error: unknown): string =>
  systemCode(error) === 'ENOENT'
    ? `There is no folder ${folder}.`
    : `${folder} cannot be looked into: ${describeProblem(error)}.`;

/** The folders that a path could lead on to. */
export const listFolders = async (typed: string): Promise<FolderList> => {
  const wanted = await wantedBy(typed);
  const nothing = { separator: path.sep, isProject: false, folders: [] };
  if (wanted === null)
    return { ...nothing, folder: '', problem: 'Begin with the root of the disk, or with ~.' };
  const { folder } = wanted;
  try {
    const names = await namesIn(wanted);
    const folders = names.map((name) => path.join(folder, name));
    return {
      ...nothing,
      folder,
      isProject: isProject(folder),
      folders: folders.map((at) => ({ path: at, isProject: isProject(at) })),
      problem: null,
    };
  } catch (error) {
    return { ...nothing, folder, problem: problemWords(folder, error) };
  }
};
