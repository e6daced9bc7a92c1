import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeProblem, systemCode } from '../store/problem.ts';
import { listFile, offeringsFile, workflowFile, workflowsFolder } from './read-folder.ts';
import type { SavedProject } from './saved-project.ts';

/** Null: it is there. Otherwise why not, in one sentence. */
type Saved = string | null;

const notEmpty = (folder: string): string =>
  `${folder} is not empty: choose a new folder, or an empty one.`;

/** Null: it can become the project's folder. */
const whyNot = async (folder: string): Promise<Saved> => {
  try {
    return (await readdir(folder)).length === 0 ? null : notEmpty(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return null;
    return code === 'ENOTDIR'
      ? `${folder} is a file: choose a folder.`
      : `${folder} cannot be used: ${describeProblem(error)}.`;
  }
};

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const write = async (folder: string, file: string, content: string | Uint8Array): Promise<void> => {
  const at = path.join(folder, ...file.split('/'));
  await mkdir(path.dirname(at), { recursive: true });
  await writeFile(at, content, { flag: 'wx' });
};

const writeAll = async (folder: string, project: SavedProject): Promise<void> => {
  await mkdir(path.join(folder, workflowsFolder));
  await write(folder, offeringsFile, jsonText(project.offerings));
  await write(folder, listFile, jsonText(project.list));
  for (const [id, workflow] of project.workflows)
    await write(folder, workflowFile(id), jsonText(workflow));
  for await (const { file, bytes } of project.assets()) await write(folder, file, bytes);
};

/** An empty one is in the way of a rename on some systems. */
const putInPlace = async (made: string, folder: string): Promise<void> => {
  await rmdir(folder).catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error;
  });
  await rename(made, folder);
};

/** Those that were made on the way to it, as long as nothing is in them. */
const removeParents = async (folder: string, first: string | undefined): Promise<void> => {
  if (first === undefined) return;
  try {
    for (let at = path.dirname(folder); ; at = path.dirname(at)) {
      await rmdir(at);
      if (at === first) return;
    }
  } catch {
    // Somebody else uses it already.
  }
};

/** Writes a project as a folder that can be opened; the folder is there as a whole, or not at all. */
export const saveProjectFolder = async (folder: string, project: SavedProject): Promise<Saved> => {
  const why = await whyNot(folder);
  if (why !== null) return why;
  const made = `${folder}.saving-${randomBytes(4).toString('hex')}`;
  let firstParent: string | undefined;
  try {
    firstParent = await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(made);
    await writeAll(made, project);
    await putInPlace(made, folder);
    return null;
  } catch (error) {
    await rm(made, { recursive: true, force: true }).catch(() => undefined);
    await removeParents(folder, firstParent);
    return `The project was not saved to ${folder}: ${describeProblem(error)}.`;
  }
};
