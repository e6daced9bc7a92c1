import { readdir, rm } from 'node:fs/promises';
import type { Settings } from '../../../shared/contract/documents.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import type { InTurn } from '../../clock/in-turn.ts';
import { describeProblem } from '../../store/problem.ts';
import type { HostServices } from '../app.ts';
import type { Places } from '../folder/places.ts';
import { type GuestDesk, recordingFirst } from '../guest/guest-desk.ts';
import type { Log } from '../log.ts';
import type { SessionProblem } from '../session/session.ts';
import { demoSource, findSource, folderSource, jsonSource } from './find-source.ts';
import { liveSource } from '../live/live-source.ts';
import { OpenProject } from './open-project.ts';
import { demoIdentity, projectId } from './project-identity.ts';
import { type ProjectList, createProjectList } from './project-list.ts';
import type { FoundSource, ProjectSource } from './project-source.ts';

/** The project that is open, and those that were. */
export interface ProjectDesk {
  /** What stands on the desk now; another one after each switch. */
  current(): OpenProject;
  readonly list: ProjectList;
  /** Null: it runs. Otherwise why it does not. */
  start(): Promise<SessionProblem | null>;
  /** Puts another one in the place of the one that is open; where it cannot, nothing changes. */
  open(found: FoundSource | Promise<FoundSource>): Promise<Outcome<null>>;
  openFolder(folder: string): Promise<Outcome<null>>;
  /** A JSON file by itself. */
  openJson(name: string, text: string): Promise<Outcome<null>>;
  /** One that was open before, or the demo. */
  openAgain(id: string): Promise<Outcome<null>>;
  /** It is off the list, and all of its data is gone; the folder itself is left alone. */
  forget(id: string): Promise<Outcome<null>>;
  /** Opens the demo anew, once `remove` has removed what there was of any project. */
  startOver<Removed>(remove: () => Promise<Removed>): Promise<Removed>;
  close(): Promise<void>;
}

export interface ProjectDeskOptions {
  readonly first: ProjectSource;
  readonly places: Places;
  readonly services: HostServices;
  readonly log: Log;
  readonly port?: number;
  readonly settings: () => Settings;
  readonly guests: Pick<GuestDesk, 'isRecording' | 'clear'>;
  /** Sessions are opened and closed one after the other. */
  readonly inTurn: InTurn;
  readonly onChange: () => void;
  /** Windows are shown another session now. */
  readonly onSwitch: () => void;
}

export const createProjectDesk = (options: ProjectDeskOptions): ProjectDesk => {
  const { places, log, guests, inTurn, onChange, onSwitch } = options;
  const { keys } = options.services;
  const list = createProjectList({
    folder: places.root,
    tell: (text) => log.write('app', text),
    onChange: (projects) => {
      options.services.showRecent?.(projects);
      onChange();
    },
  });

  const projectOf = (source: ProjectSource): OpenProject =>
    new OpenProject({ ...options, source, place: places.project(source.identity.id) });

  let current = projectOf(options.first);

  const become = (next: OpenProject): void => {
    current = next;
    list.opened(next.identity);
    onSwitch();
  };

  /** Whatever a dropped file left is of no use once it is closed. */
  const removeUnkept = async ({ identity }: OpenProject): Promise<void> => {
    if (identity.kind !== 'file') return;
    await rm(places.project(identity.id), { recursive: true, force: true });
  };

  /** The app may have been killed while one was open. */
  const sweep = async (): Promise<void> => {
    const names = await readdir(places.projects).catch(() => []);
    const left = names.filter((name) => name.startsWith('file-') && projectId.test(name));
    for (const name of left)
      await rm(places.project(name), { recursive: true, force: true }).catch(() => undefined);
  };

  const startAgain = async (project: OpenProject, isForeground: boolean): Promise<void> => {
    const why = await project.start(isForeground);
    if (why !== null) throw new Error(why.message);
    onSwitch();
  };

  /** The port and the data are the former one's until it has ended. */
  const switchTo = async (source: ProjectSource): Promise<Outcome<null>> => {
    const before = current;
    const isForeground = before.running.session.engine.isForeground();
    guests.clear();
    await before.pause();
    const next = projectOf(source);
    const why = await next.start(isForeground);
    if (why !== null) {
      await next.close();
      await startAgain(before, isForeground);
      return problem('system', why.message);
    }
    become(next);
    await before.close();
    if (before.identity.id !== source.identity.id) await removeUnkept(before);
    return done(null);
  };

  const openNow = async (found: FoundSource): Promise<Outcome<null>> => {
    list.look();
    if (!found.ok) return problem('refused', found.message);
    if (!guests.isRecording()) return switchTo(found.source);
    found.source.close();
    return recordingFirst;
  };

  const open = (find: () => FoundSource | Promise<FoundSource>): Promise<Outcome<null>> =>
    inTurn(async () => (guests.isRecording() ? recordingFirst : openNow(await find())));

  const openAgain = (id: string): Promise<Outcome<null>> => {
    const identity = id === demoIdentity.id ? demoIdentity : list.find(id);
    if (identity === null)
      return Promise.resolve(problem('not-found', 'This project is not on the list any more.'));
    return open(() =>
      identity.kind === 'live' ? liveSource(identity, { places, keys, log }) : findSource(identity),
    );
  };

  const removeData = async (id: string): Promise<Outcome<null>> => {
    const place = places.project(id);
    try {
      await rm(place, { recursive: true, force: true });
    } catch (error) {
      return problem(
        'system',
        `Not everything of it could be removed: ${describeProblem(error)}. Close other programs that use ${place}, and try again.`,
      );
    }
    list.forget(id);
    const key = keys.remove(id);
    return key.status === 'removed'
      ? done(null)
      : problem('system', `Its key could not be removed: ${key.message}.`);
  };

  return Object.freeze({
    current: () => current,
    list,
    start: async () => {
      await sweep();
      const why = await current.start(true);
      if (why === null) become(current);
      return why;
    },
    open: (found: FoundSource | Promise<FoundSource>) => open(() => found),
    openFolder: (folder: string) => open(() => folderSource(folder)),
    openJson: (name: string, text: string) => open(() => jsonSource(name, text)),
    openAgain,
    forget: async (id: string) => {
      if (id === demoIdentity.id) return problem('refused', 'The demo cannot be forgotten.');
      if (list.find(id) === null)
        return problem('not-found', 'This project is not on the list any more.');
      if (current.identity.id === id) {
        const opened = await open(() => findSource(demoIdentity));
        if (!opened.ok) return opened;
      }
      return inTurn(() => removeData(id));
    },
    startOver: async <Removed>(remove: () => Promise<Removed>) => {
      guests.clear();
      await current.close(true);
      list.clear();
      keys.removeAll();
      const removed = await remove();
      current = projectOf(demoSource());
      await startAgain(current, true);
      return removed;
    },
    close: async () => {
      await current.close();
      await removeUnkept(current);
    },
  });
};
