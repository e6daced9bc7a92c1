import type { ServedProject } from '../backend/backend.ts';
import { loadDemoProject } from '../project/demo.ts';
import { loadProjectFolder } from '../project/load-folder.ts';
import type { OpenedApp } from './app.ts';
import { claimFolder } from './folder/claim-folder.ts';
import { prepareDataFolder } from './folder/prepare-data-folder.ts';
import { type AppOptions, RunningApp } from './running-app.ts';

type Loaded =
  | { readonly ok: true; readonly project: ServedProject }
  | { readonly ok: false; readonly message: string };

const load = (folder: string | null): Loaded => {
  if (folder === null) return { ok: true, project: loadDemoProject() };
  const loaded = loadProjectFolder(folder);
  return loaded.ok ? loaded : { ok: false, message: loaded.problem.message };
};

const openClaimed = async (options: AppOptions, release: () => void): Promise<OpenedApp> => {
  const loaded = load(options.projectFolder);
  if (!loaded.ok) return { ok: false, problem: { code: 'project', message: loaded.message } };
  const running = new RunningApp(options, loaded.project, release);
  const problem = await running.start();
  if (problem !== null) return { ok: false, problem };
  return { ok: true, app: running.app() };
};

/** Opens the app: its project, its data folder, and the session that asks for the offerings. */
export const openApp = async (options: AppOptions): Promise<OpenedApp> => {
  const unusable = prepareDataFolder(options.dataFolder);
  if (unusable !== null) return { ok: false, problem: { code: 'data-folder', message: unusable } };
  const claim = await claimFolder(options.dataFolder, options.windowAddress);
  if (!claim.ok) return { ok: false, problem: { code: 'data-folder', message: claim.message } };
  const opened = await openClaimed(options, claim.release);
  if (!opened.ok) claim.release();
  return opened;
};
