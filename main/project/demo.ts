import { fileURLToPath } from 'node:url';
import type { ServedProject } from '../backend/backend.ts';
import { loadProjectFolder } from './load-folder.ts';

export const demoFolder = fileURLToPath(new URL('./demo', import.meta.url));

/** Loads the project that is bundled with the app; a broken one is a fault of the build. */
export const loadDemoProject = (folder = demoFolder): ServedProject => {
  const loaded = loadProjectFolder(folder);
  if (!loaded.ok) throw new Error(loaded.problem.message);
  return loaded.project;
};
