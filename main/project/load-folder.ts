import path from 'node:path';
import { createServedProject } from '../backend/served-project.ts';
import { describeProblem } from '../store/problem.ts';
import { plainAddress } from './asset-addresses.ts';
import { createFolderMemory } from './folder-memory.ts';
import { type LoadedProject, type ProjectProblem, ProjectProblemError } from './problem.ts';
import { readFolder } from './read-folder.ts';
import { runAtOnce } from './slices.ts';

/** What a reading that was given up says to a person. */
export const problemOf = (folder: string, error: unknown): ProjectProblem => {
  if (error instanceof ProjectProblemError) return error.problem;
  return { file: folder, message: `${folder} cannot be read: ${describeProblem(error)}.` };
};

/** Reads a project folder; its assets are read when they are asked for. */
export const loadProjectFolder = (folderPath: string): LoadedProject => {
  const folder = path.resolve(folderPath);
  const reading = { folder, memory: createFolderMemory(), address: plainAddress };
  try {
    return { ok: true, project: createServedProject(runAtOnce(readFolder(reading))) };
  } catch (error) {
    return { ok: false, problem: problemOf(folder, error) };
  }
};
