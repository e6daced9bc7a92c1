import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Documents,
  type Settings,
  defaultSettings,
  storedSettingsSchema,
} from '../../shared/contract/documents.ts';
import { type Layout, layoutSchema } from '../../shared/contract/layout.ts';
import type { StreamMessage } from '../../shared/contract/stream.ts';
import type { AppUserId } from '../../shared/model/ids.ts';
import type { RuleSet } from '../../shared/policies.ts';
import { type StageSetUp, defaultStage, storedStageSchema } from '../../shared/stage/set-up.ts';
import type { ServedProject } from '../backend/backend.ts';
import { realClock } from '../clock/clock.ts';
import { createInTurn } from '../clock/in-turn.ts';
import { type SettingsFile, openSettingsFile } from '../store/settings-file.ts';
import type { App, HostServices } from './app.ts';
import { type Picture, createBroadcast } from './broadcast.ts';
import { createCheckedCall } from './checked-call.ts';
import { createGuestDesk } from './guest/guest-desk.ts';
import type { RecordingStart } from './guest/recording.ts';
import { createHandlers } from './handlers.ts';
import { type KeptValue, keepValue } from './kept-value.ts';
import { type Log, openLog } from './log.ts';
import { wipedNames } from './folder/own-folder.ts';
import { createPapers } from './stage/papers.ts';
import { type PictureDesk, createPictureDesk } from './pictures/picture-desk.ts';
import { type Places, placesIn } from './folder/places.ts';
import { type RunningSession, runSession } from './session/run-session.ts';
import { createScenarioDesk } from './scenario/scenario-desk.ts';
import { createScenarioLibrary } from './scenario/scenario-library.ts';
import type { SessionProblem } from './session/session.ts';
import { type SetUp, firstSetUp, setUpSchema, withUser } from './session/set-up.ts';
import { type SessionDocuments, viewOf } from './view.ts';

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
  readonly stage: SettingsFile<StageSetUp>;
  readonly layout: SettingsFile<Layout>;
}

const openKept = (places: Places, projectFolder: string | null, log: Log): Kept => {
  const tell = (problem: string): void => {
    log.write('app', problem);
  };
  const own = places.project(projectFolder);
  return {
    stage: openSettingsFile(own, 'stage.json', storedStageSchema, defaultStage, tell),
    layout: openSettingsFile(places.root, 'layout.json', layoutSchema, {}, tell),
    settings: openSettingsFile(
      places.root,
      'settings.json',
      storedSettingsSchema,
      defaultSettings,
      tell,
    ),
    setUp: openSettingsFile(own, 'set-up.json', setUpSchema, firstSetUp, tell),
  };
};

/** The app as it runs: what is set up, and the session that runs on it. */
export class RunningApp {
  readonly #options: AppOptions;
  /** Gives the data folder back. */
  readonly #release: () => void;
  readonly #project: ServedProject;
  readonly #places: Places;
  readonly #kept: Kept;
  readonly #log: Log;
  readonly #stage: KeptValue<StageSetUp>;
  readonly #layout: KeptValue<Layout>;
  readonly #papers = createPapers();
  readonly #pictures: PictureDesk;
  readonly #broadcast = createBroadcast({
    picture: () => this.#picture(),
    events: (from, most) => this.#live.session.timeline.since(from, most),
    nextEvent: () => this.#live.session.timeline.nextId(),
  });
  readonly #scenarios = createScenarioDesk({
    log: { write: (area, text) => this.#log.write(area, text) },
    onChange: () => this.#broadcast.changed(),
  });
  readonly #guests = createGuestDesk({
    log: { write: (area, text) => this.#log.write(area, text) },
    onChange: () => this.#broadcast.changed(),
    onSwitch: () => this.#broadcast.restart(),
  });
  #settings: Settings;
  #setUp: SetUp;
  /** The person's own session: it goes on while a guest is shown in its place. */
  #running: RunningSession | null = null;
  /** Sessions are opened and closed one after the other. */
  readonly #inTurn = createInTurn();

  constructor(options: AppOptions, project: ServedProject, release: () => void) {
    this.#release = release;
    this.#options = options;
    this.#project = project;
    this.#places = placesIn(options.dataFolder);
    this.#log = openLog(this.#places.logs, () => realClock.now());
    this.#kept = openKept(this.#places, options.projectFolder, this.#log);
    this.#settings = this.#kept.settings.read();
    this.#setUp = this.#kept.setUp.read();
    this.#stage = keepValue({
      file: this.#kept.stage,
      first: defaultStage,
      onProblem: (problem) =>
        this.#log.write('stage', `How paywalls are shown is not on disk: ${problem}`),
      onChange: () => this.#broadcast.changed(),
    });
    this.#layout = keepValue({
      file: this.#kept.layout,
      first: {},
      onProblem: (problem) => this.#log.write('window', `The layout is not on disk: ${problem}`),
    });
    this.#pictures = createPictureDesk({
      services: options.services,
      project: project.name,
      log: this.#log,
      onChange: () => this.#broadcast.changed(),
    });
  }

  get #own(): RunningSession {
    if (this.#running === null) throw new Error('no session runs');
    return this.#running;
  }

  /** The session that windows show. */
  get #live(): RunningSession {
    return this.#guests.running() ?? this.#own;
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
        // Where a scenario's app is, its steps say.
        this.#own.session.engine.setForeground(isForeground);
      },
      openScenario: (file: string) => this.#scenarios.openFile(file),
      openAsset: async (name: string) =>
        (await this.#guests.openFile(name)) ??
        (await this.#running?.session.files.open(name)) ??
        null,
      close: () =>
        this.#inTurn(async () => {
          this.#broadcast.close();
          await this.#scenarios.end();
          await this.#guests.end();
          await this.#pictures.end();
          this.#stage.flush();
          this.#layout.flush();
          await this.#running?.close();
          this.#running = null;
          this.#release();
        }),
    });
  }

  #handlers() {
    const handlers = createHandlers({
      places: this.#places,
      services: this.#options.services,
      log: this.#log,
      scenarios: this.#scenarios,
      library: createScenarioLibrary(this.#places.scenarios),
      guests: this.#guests,
      recordingStart: () => this.#recordingStart(),
      layout: this.#layout,
      stage: this.#stage,
      papers: this.#papers,
      pictures: this.#pictures,
      running: () => this.#live,
      remember: (change) => {
        this.#remember(change);
      },
      changeSettings: (change) => this.#inTurn(() => this.#changeSettings(change)),
      wipe: () => this.#inTurn(() => this.#wipe()),
    });
    return this.#guests.guard(handlers);
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
    const isForeground = this.#own.session.engine.isForeground();
    await this.#own.close();
    const problem = await this.start(isForeground);
    if (problem !== null) throw new Error(problem.message);
  }

  /** Everything that the app ever kept goes: caches, settings, who was here. */
  async #wipe(): Promise<string | null> {
    if (this.#guests.isRecording())
      return 'A recording is on the desk. Save it or discard it first.';
    this.#guests.clear();
    await this.#pictures.end();
    await this.#own.close();
    // First, or whoever logs in meanwhile would be written beside those who were here.
    this.#settings = defaultSettings;
    this.#setUp = firstSetUp;
    this.#stage.forget();
    this.#layout.forget();
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

  /** Whoever comes in a scenario is nobody's to remember. */
  #known(): readonly string[] {
    const { known } = this.#setUp;
    const guest = this.#guests.running()?.session.engine.user();
    return guest === undefined ? known : [...new Set([guest, ...known])];
  }

  #recordingStart(): RecordingStart {
    const { projectFolder } = this.#options;
    const { persistOnDemand, fallbackHost } = this.#settings;
    const { user, rules } = this.#setUp;
    return {
      project: projectFolder === null ? { kind: 'demo' } : { kind: 'folder', path: projectFolder },
      rules,
      start: {
        user,
        foreground: true,
        settings: { persistOnDemand, fallbackHost, workflows: true },
      },
    };
  }

  #picture(): Picture {
    const { session } = this.#live;
    const { documents, offerings, workflows } = viewOf(this.#live, this.#known());
    const { services, projectFolder } = this.#options;
    const own: Omit<Documents, keyof SessionDocuments> = {
      app: {
        ...services.about,
        dataFolder: this.#places.root,
        logFolder: this.#places.logs,
      },
      project: {
        name: session.backend.project.name,
        folder: projectFolder,
        backendOrigin: session.backend.origins.api,
      },
      settings: this.#settings,
      stage: this.#stage.read(),
      pictures: this.#pictures.document(),
      scenario: this.#scenarios.document(),
      guest: this.#guests.document(),
    };
    return { documents: { ...own, ...documents }, offerings, workflows };
  }
}
