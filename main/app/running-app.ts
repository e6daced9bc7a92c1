import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Documents,
  type Settings,
  defaultSettings,
  storedSettingsSchema,
} from '../../shared/contract/documents.ts';
import { type Layout, layoutSchema } from '../../shared/contract/layout.ts';
import { type Outcome, done, problem } from '../../shared/contract/outcome.ts';
import type { StreamMessage } from '../../shared/contract/stream.ts';
import { realClock } from '../clock/clock.ts';
import { createInTurn } from '../clock/in-turn.ts';
import { type SettingsFile, openSettingsFile } from '../store/settings-file.ts';
import type { App, HostServices } from './app.ts';
import { type Picture, createBroadcast } from './broadcast.ts';
import { createCheckedCall } from './checked-call.ts';
import { wipedNames } from './folder/own-folder.ts';
import { type Places, placesIn } from './folder/places.ts';
import { createGuestDesk, recordingFirst } from './guest/guest-desk.ts';
import { createHandlers } from './handlers.ts';
import { type KeptValue, keepValue } from './kept-value.ts';
import { type Log, openLog } from './log.ts';
import { type ProjectDesk, createProjectDesk } from './project/project-desk.ts';
import type { ProjectSource } from './project/project-source.ts';
import { openPhoneDesk } from './phone/open-phone-desk.ts';
import type { PhoneDesk } from './phone/phone-desk.ts';
import { readReportFile } from './report/report-file.ts';
import { createScenarioDesk } from './scenario/scenario-desk.ts';
import { createScenarioLibrary } from './scenario/scenario-library.ts';
import type { RunningSession } from './session/run-session.ts';
import type { SessionProblem } from './session/session.ts';
import { type Shown, shownSession } from './shown.ts';
import type { Look } from './stage/look.ts';
import { createPapers } from './stage/papers.ts';
import type { SessionDocuments } from './view.ts';

export interface AppOptions {
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: the project that was open last, or the demo. */
  readonly projectFolder: string | null;
  readonly services: HostServices;
  /** Where its window is, for whoever starts it twice; null: it has one of its own. */
  readonly windowAddress: string | null;
}

const openSettings = (places: Places, log: Log): SettingsFile<Settings> =>
  openSettingsFile(
    places.root,
    'settings.json',
    storedSettingsSchema,
    defaultSettings,
    (problem) => {
      log.write('app', problem);
    },
  );

const openLayout = (places: Places, log: Log): KeptValue<Layout> =>
  keepValue({
    file: openSettingsFile(places.root, 'layout.json', layoutSchema, {}, (problem) => {
      log.write('app', problem);
    }),
    first: {},
    onProblem: (problem) => log.write('window', `The layout is not on disk: ${problem}`),
  });

/** The app as it runs: what is set up for all projects, and the one that is open. */
export class RunningApp {
  readonly #services: HostServices;
  /** Gives the data folder back. */
  readonly #release: () => void;
  readonly #places: Places;
  readonly #log: Log;
  readonly #settingsFile: SettingsFile<Settings>;
  readonly #layout: KeptValue<Layout>;
  readonly #broadcast = createBroadcast({
    picture: () => this.#picture(),
    events: (from, most) => this.#shown.timeline.since(from, most),
    nextEvent: () => this.#shown.timeline.nextId(),
  });
  readonly #scenarios = createScenarioDesk({
    log: { write: (area, text) => this.#log.write(area, text) },
    onChange: () => this.#broadcast.changed(),
  });
  readonly #guests = createGuestDesk({
    log: { write: (area, text) => this.#log.write(area, text) },
    onChange: () => this.#broadcast.changed(),
    onSwitch: () => this.#shownAnew(),
  });
  readonly #papers = createPapers();
  readonly #projects: ProjectDesk;
  readonly #phone: PhoneDesk;
  #settings: Settings;
  /** Sessions are opened and closed one after the other. */
  readonly #inTurn = createInTurn();

  constructor(options: AppOptions, first: ProjectSource, release: () => void) {
    const { services } = options;
    this.#release = release;
    this.#services = services;
    this.#places = placesIn(options.dataFolder);
    this.#log = openLog(this.#places.logs, () => realClock.now());
    this.#settingsFile = openSettings(this.#places, this.#log);
    this.#settings = this.#settingsFile.read();
    this.#layout = openLayout(this.#places, this.#log);
    this.#projects = createProjectDesk({
      first,
      places: this.#places,
      services,
      log: this.#log,
      settings: () => this.#settings,
      guests: this.#guests,
      inTurn: this.#inTurn,
      onChange: () => this.#broadcast.changed(),
      onSwitch: () => this.#switched(),
    });
    this.#phone = openPhoneDesk({
      folder: this.#places.root,
      log: this.#log,
      project: () => this.#projects.current(),
      onChange: () => this.#broadcast.changed(),
    });
  }

  /** Windows, and phones, have another session. */
  #switched(): void {
    this.#phone.sessionChanged();
    this.#shownAnew();
  }

  #shownAnew(): void {
    this.#papers.forget();
    this.#broadcast.restart();
  }

  /** The session that calls work on. */
  get #live(): RunningSession {
    return this.#guests.running() ?? this.#projects.current().running;
  }

  /** What windows show. */
  get #shown(): Shown {
    return this.#guests.shown() ?? shownSession(this.#projects.current().running);
  }

  /** How paywalls are looked at. */
  get #look(): Look {
    return this.#guests.look() ?? this.#projects.current().stage;
  }

  /** Null: it runs. Otherwise why it does not, in one sentence. */
  start(): Promise<SessionProblem | null> {
    return this.#projects.start();
  }

  app(): App {
    const call = createCheckedCall(this.#handlers(), this.#log);
    return Object.freeze({
      call,
      listen: (send: (message: StreamMessage) => void) => this.#broadcast.listen(send),
      setForeground: (isForeground: boolean) => {
        // Where a scenario's app is, its steps say.
        this.#projects.current().running.session.engine.setForeground(isForeground);
      },
      openScenario: (file: string) => this.#scenarios.openFile(file),
      openReport: async (file: string) => {
        const read = readReportFile(file);
        return read.ok ? this.#guests.showReport(read.value) : read;
      },
      openAsset: async (name: string) =>
        (await this.#shown.files.open(name)) ??
        (await this.#projects.current().running.session.files.open(name)) ??
        (await this.#guests.openFormer(name)) ??
        this.#projects.openFormer(name),
      close: () =>
        this.#inTurn(async () => {
          this.#broadcast.close();
          await this.#phone.stop();
          await this.#scenarios.end();
          await this.#guests.end();
          this.#layout.flush();
          await this.#projects.close();
          this.#release();
        }),
    });
  }

  #handlers() {
    const projects = this.#projects;
    const handlers = createHandlers({
      places: this.#places,
      services: this.#services,
      log: this.#log,
      scenarios: this.#scenarios,
      library: createScenarioLibrary(this.#places.scenarios),
      guests: this.#guests,
      projects,
      layout: this.#layout,
      papers: this.#papers,
      phone: this.#phone,
      running: () => this.#live,
      shown: () => this.#shown,
      look: () => this.#look,
      known: () => this.#known(),
      settings: () => this.#settings,
      changeSettings: (change) => this.#inTurn(() => this.#changeSettings(change)),
      wipe: () => this.#inTurn(() => this.#wipe()),
    });
    return this.#guests.guard(handlers);
  }

  async #changeSettings(change?: Partial<Settings>): Promise<string | null> {
    const before = this.#settings;
    this.#settings = change === undefined ? defaultSettings : { ...before, ...change };
    const problem = this.#settingsFile.write(this.#settings);
    const needsRestart = (Object.keys(before) as (keyof Settings)[]).some(
      (key) => key !== 'appearance' && before[key] !== this.#settings[key],
    );
    if (needsRestart) await this.#restart();
    this.#broadcast.changed();
    return problem && `The settings hold until the app is closed, but are not on disk: ${problem}.`;
  }

  async #restart(): Promise<void> {
    const problem = await this.#projects.current().restart();
    if (problem !== null) throw new Error(problem.message);
    this.#switched();
  }

  /** Everything that the app ever kept goes: caches, settings, projects, who was here. */
  async #wipe(): Promise<Outcome<null>> {
    if (this.#guests.isRecording()) return recordingFirst;
    // First, or what is changed meanwhile would be written beside what was there.
    this.#settings = defaultSettings;
    this.#layout.forget();
    await this.#phone.stop();
    this.#phone.forget();
    const removed = await this.#projects.startOver(() =>
      Promise.allSettled(
        wipedNames.map((name) =>
          rm(path.join(this.#places.root, name), { recursive: true, force: true }),
        ),
      ),
    );
    const failed = removed.find((result) => result.status === 'rejected');
    return failed === undefined
      ? done(null)
      : problem(
          'system',
          `Not everything could be removed: ${String(failed.reason)}. Close other programs that use ${this.#places.root}, and try again.`,
        );
  }

  /** Whoever comes in a scenario is nobody's to remember. */
  #known(): readonly string[] {
    const { known } = this.#projects.current();
    const guest = this.#guests.running()?.session.engine.user();
    return guest === undefined ? known : [...new Set([guest, ...known])];
  }

  #picture(): Picture {
    const { documents, offerings, workflows } = this.#shown.view(this.#known());
    const project = this.#projects.current();
    const own: Omit<Documents, keyof SessionDocuments> = {
      app: {
        ...this.#services.about,
        dataFolder: this.#places.root,
        logFolder: this.#places.logs,
      },
      project: project.document(),
      projects: this.#projects.list.document(),
      settings: this.#settings,
      stage: this.#look.read(),
      pictures: project.pictures.document(),
      scenario: this.#scenarios.document(),
      guest: this.#guests.document(),
      phone: this.#phone.document(),
    };
    return { documents: { ...own, ...documents }, offerings, workflows };
  }
}
