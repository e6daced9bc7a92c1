import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Documents,
  type Settings,
  defaultSettings,
  storedSettingsSchema,
} from '../../shared/contract/documents.ts';
import type { StreamMessage } from '../../shared/contract/stream.ts';
import type { AppUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { ServedProject } from '../backend/backend.ts';
import { realClock } from '../clock/clock.ts';
import { type SettingsFile, openSettingsFile } from '../store/settings-file.ts';
import type { App, HostServices } from './app.ts';
import { type Picture, createBroadcast } from './broadcast.ts';
import { createCheckedCall } from './checked-call.ts';
import { createHandlers } from './handlers.ts';
import { type Log, openLog } from './log.ts';
import { wipedNames } from './own-folder.ts';
import { type Places, placesIn } from './places.ts';
import { type RunningSession, runSession } from './run-session.ts';
import type { SessionProblem } from './session.ts';
import { type SetUp, firstSetUp, setUpSchema, withUser } from './set-up.ts';
import { viewOf } from './view.ts';

export interface AppOptions {
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: the demo project. */
  readonly projectFolder: string | null;
  /** The backend's port; undefined: any free one. */
  readonly port?: number;
  readonly services: HostServices;
  /** Where its window is, for whoever starts it twice; null: it has one of its own. */
  readonly windowAddress: string | null;
}

/** What the app keeps in files of its own. */
interface Kept {
  readonly settings: SettingsFile<Settings>;
  readonly setUp: SettingsFile<SetUp>;
}

const openKept = (places: Places, projectFolder: string | null): Kept => ({
  settings: openSettingsFile(places.root, 'settings.json', storedSettingsSchema, defaultSettings),
  setUp: openSettingsFile(places.project(projectFolder), 'set-up.json', setUpSchema, firstSetUp),
});

/** The app as it runs: what is set up, and the session that runs on it. */
export class RunningApp {
  readonly #options: AppOptions;
  /** Gives the data folder back. */
  readonly #release: () => void;
  readonly #project: ServedProject;
  readonly #places: Places;
  readonly #kept: Kept;
  readonly #log: Log;
  readonly #broadcast = createBroadcast({
    picture: () => this.#picture(),
    events: (from) => this.#live.session.timeline.since(from),
    nextEvent: () => this.#live.session.timeline.nextId(),
  });
  #settings: Settings;
  #setUp: SetUp;
  #running: RunningSession | null = null;
  /** Sessions are opened and closed one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: AppOptions, project: ServedProject, release: () => void) {
    this.#release = release;
    this.#options = options;
    this.#project = project;
    this.#places = placesIn(options.dataFolder);
    this.#kept = openKept(this.#places, options.projectFolder);
    this.#log = openLog(this.#places.logs, () => realClock.now());
    this.#settings = this.#kept.settings.read();
    this.#setUp = this.#kept.setUp.read();
  }

  get #live(): RunningSession {
    if (this.#running === null) throw new Error('no session runs');
    return this.#running;
  }

  /** Null: it runs. Otherwise why it does not, in one sentence. */
  async start(isForeground = true): Promise<SessionProblem | null> {
    const started = await runSession({
      project: this.#project,
      dataFolder: this.#places.project(this.#options.projectFolder),
      setUp: this.#setUp,
      settings: this.#settings,
      isForeground,
      ...(this.#options.port === undefined ? {} : { port: this.#options.port }),
      onChange: () => {
        this.#broadcast.changed();
      },
    });
    if (!started.ok) return started.problem;
    this.#running = started.running;
    this.#broadcast.restart();
    return null;
  }

  app(): App {
    const call = createCheckedCall(this.#handlers(), this.#log);
    return Object.freeze({
      call,
      listen: (send: (message: StreamMessage) => void) => this.#broadcast.listen(send),
      setForeground: (isForeground: boolean) => {
        this.#live.session.engine.setForeground(isForeground);
      },
      close: () =>
        this.#inTurn(async () => {
          this.#broadcast.close();
          await this.#running?.close();
          this.#running = null;
          this.#release();
        }),
    });
  }

  #handlers() {
    return createHandlers({
      places: this.#places,
      services: this.#options.services,
      log: this.#log,
      running: () => this.#live,
      remember: (change) => {
        this.#remember(change);
      },
      changeSettings: (change) => this.#inTurn(() => this.#changeSettings(change)),
      wipe: () => this.#inTurn(() => this.#wipe()),
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #remember({ user, rules }: { readonly user?: AppUserId; readonly rules?: RuleSet }): void {
    const before = user === undefined ? this.#setUp : withUser(this.#setUp, user);
    this.#setUp = rules === undefined ? before : { ...before, rules };
    const problem = this.#kept.setUp.write(this.#setUp);
    if (problem !== null) this.#log.write('app', `What was set up is not on disk: ${problem}`);
    this.#broadcast.changed();
  }

  async #changeSettings(change?: Partial<Settings>): Promise<string | null> {
    const before = this.#settings;
    this.#settings = change === undefined ? defaultSettings : { ...before, ...change };
    const problem = this.#kept.settings.write(this.#settings);
    const needsRestart = (Object.keys(before) as (keyof Settings)[]).some(
      (key) => key !== 'appearance' && before[key] !== this.#settings[key],
    );
    if (needsRestart) await this.#restart();
    this.#broadcast.changed();
    return problem && `The settings hold until the app is closed, but are not on disk: ${problem}.`;
  }

  async #restart(): Promise<void> {
    const isForeground = this.#live.session.engine.isForeground();
    await this.#live.close();
    const problem = await this.start(isForeground);
    if (problem !== null) throw new Error(problem.message);
  }

  /** Everything that the app ever kept goes: caches, settings, who was here. */
  async #wipe(): Promise<string | null> {
    await this.#live.close();
    // First, or whoever logs in meanwhile would be written beside those who were here.
    this.#settings = defaultSettings;
    this.#setUp = firstSetUp;
    const removed = await Promise.allSettled(
      wipedNames.map((name) =>
        rm(path.join(this.#places.root, name), { recursive: true, force: true }),
      ),
    );
    const problem = await this.start();
    if (problem !== null) throw new Error(problem.message);
    const failed = removed.find((result) => result.status === 'rejected');
    return failed === undefined
      ? null
      : `Not everything could be removed: ${String(failed.reason)}. Close other programs that use ${this.#places.root}, and try again.`;
  }

  #picture(): Picture {
    const { session, watch } = this.#live;
    const { documents, offerings, workflows } = viewOf(session, watch, this.#setUp.known);
    const { services, projectFolder } = this.#options;
    const own: Pick<Documents, 'app' | 'project' | 'settings'> = {
      app: {
        ...services.about,
        dataFolder: this.#places.root,
        logFolder: this.#places.logs,
      },
      project: {
        name: this.#project.name,
        folder: projectFolder,
        backendOrigin: session.backend.origins.api,
      },
      settings: this.#settings,
    };
    return { documents: { ...own, ...documents }, offerings, workflows };
  }
}
