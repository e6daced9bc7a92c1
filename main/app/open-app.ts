import type { OpenedApp } from './app.ts';
import { claimFolder } from './folder/claim-folder.ts';
import { prepareDataFolder } from './folder/prepare-data-folder.ts';
import { placesIn } from './folder/places.ts';
import { liveSource } from './live/live-source.ts';
import { demoSource, findSource, folderSource } from './project/find-source.ts';
import type { ProjectIdentity } from './project/project-identity.ts';
import { createProjectList } from './project/project-list.ts';
import type { FoundSource } from './project/project-source.ts';
import { removeLeftFolders } from '../scenario/temporary-folder.ts';
import { type AppOptions, RunningApp } from './running-app.ts';

const unheard = (): void => undefined;

/** The one that was open last, also where its folder is broken or away now; else the demo. */
const findLast = async ({ dataFolder, services }: AppOptions): Promise<FoundSource> => {
  const last = createProjectList({ folder: dataFolder, tell: unheard, onChange: unheard }).last();
  const place = {
    places: placesIn(dataFolder),
    keys: services.keys,
    // There is no log yet; the project hides its key from the one that there is going to be.
    log: { write: unheard, hide: unheard },
  };
  const find = (identity: ProjectIdentity): Promise<FoundSource> =>
    identity.kind === 'live' ? liveSource(identity, place) : findSource(identity, true);
  const found = last === null ? null : await find(last);
  return found?.ok === true ? found : { ok: true, source: demoSource() };
};

const openClaimed = async (options: AppOptions, release: () => void): Promise<OpenedApp> => {
  const { projectFolder } = options;
  const found = await (projectFolder === null ? findLast(options) : folderSource(projectFolder));
  if (!found.ok) return { ok: false, problem: { code: 'project', message: found.message } };
  void removeLeftFolders();
  const running = new RunningApp(options, found.source, release);
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
