import { readdir, rm } from 'node:fs/promises';
import type { Settings } from '../../../shared/contract/documents.ts';
import { type Outcome, done, doneUnless, problem } from '../../../shared/contract/outcome.ts';
import type { FileStore } from '../../cdn/file-cache.ts';
import type { OpenedFile } from '../../cdn/opened-file.ts';
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
import { type ProjectIdentity, demoIdentity, projectId } from './project-identity.ts';
import { type ProjectList, createProjectList } from './project-list.ts';
import type { FoundSource, ProjectSource } from './project-source.ts';

/** The project that is open, and those that were. */
export interface ProjectDesk {
  /** What stands on the desk now; another one after each switch. */
  current(): OpenProject;
  readonly list: ProjectList;
  /** A file of the project that was open before: windows show its pictures until they hear of the switch. */
  openFormer(name: string): Promise<OpenedFile | null>;
  /** Null: it runs. Otherwise why it does not. */
  start(): Promise<SessionProblem | null>;
  /** Puts another one in the place of the one that is open; where it cannot, nothing changes. */
  open(find: () => Promise<FoundSource>): Promise<Outcome<null>>;
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
  readonly settings: () => Settings;
  readonly guests: Pick<GuestDesk, 'isRecording' | 'clear'>;
  /** Sessions are opened and closed one after the other. */
  readonly inTurn: InTurn;
  readonly onChange: () => void;
  /** Windows are shown another session now. */
  readonly onSwitch: () => void;
}

const notOnList = problem('not-found', 'This project is not on the list any more.');

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
  let former: { readonly id: string; readonly files: FileStore } | null = null;

  /** Null: nothing of it is left. Otherwise what is, in one sentence. */
  const removeData = async (id: string): Promise<string | null> => {
    if (former?.id === id) former = null;
    // First: while it is there, the project can be opened, and so be forgotten.
    const key = keys.remove(id);
    if (key.status === 'failed')
      return `Its key could not be removed: ${key.message}. Open it, and try again.`;
    const place = places.project(id);
    try {
      await rm(place, { recursive: true, force: true });
      return null;
    } catch (error) {
      return `Not everything of it could be removed: ${describeProblem(error)}. Close other programs that use ${place}, and try again.`;
    }
  };

  const become = async (next: OpenProject): Promise<void> => {
    if (next !== current)
      former = { id: current.identity.id, files: current.running.session.files };
    current = next;
    const fallen = list.opened(next.identity);
    onSwitch();
    for (const id of fallen) {
      const why = await removeData(id);
      if (why !== null) log.write('app', why);
    }
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

  /** The data is the former one's until it has ended. */
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
    await become(next);
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

  const findAgain = (identity: ProjectIdentity): Promise<FoundSource> =>
    identity.kind === 'live' ? liveSource(identity, { places, keys, log }) : findSource(identity);

  /** It may be forgotten until it is its turn. */
  const openAgain = (id: string): Promise<Outcome<null>> =>
    inTurn(async () => {
      const identity = id === demoIdentity.id ? demoIdentity : list.find(id);
      if (identity === null) return notOnList;
      return guests.isRecording() ? recordingFirst : openNow(await findAgain(identity));
    });

  /** In one turn, so that nobody opens it anew meanwhile. */
  const forget = async (id: string): Promise<Outcome<null>> => {
    if (list.find(id) === null) return notOnList;
    if (current.identity.id === id) {
      const opened = await openNow(await findSource(demoIdentity));
      if (!opened.ok) return opened;
    }
    const why = await removeData(id);
    // Else it stays on the list, so that it can be tried again.
    if (why === null) list.forget(id);
    return doneUnless('system', why);
  };

  return Object.freeze({
    current: () => current,
    list,
    openFormer: async (name: string) => (await former?.files.open(name)) ?? null,
    start: async () => {
      await sweep();
      const why = await current.start(true);
      if (why === null) await become(current);
      return why;
    },
    open,
    openFolder: (folder: string) => open(() => folderSource(folder)),
    openJson: (name: string, text: string) => open(() => jsonSource(name, text)),
    openAgain,
    forget: (id: string) =>
      id === demoIdentity.id
        ? Promise.resolve(problem('refused', 'The demo cannot be forgotten.'))
        : inTurn(() => forget(id)),
    startOver: async <Removed>(remove: () => Promise<Removed>) => {
      guests.clear();
      former = null;
      await current.close(true);
      list.clear();
      keys.removeAll();
      const removed = await remove();
      // Until it runs, phones and windows have the one that was.
      const next = projectOf(demoSource());
      const why = await next.start(true);
      if (why !== null) throw new Error(why.message);
      current = next;
      onSwitch();
      return removed;
    },
    close: async () => {
      await current.close();
      await removeUnkept(current);
    },
  });
};
