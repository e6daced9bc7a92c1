import type { Documents, Settings } from '../../../shared/contract/documents.ts';
import type { AppUserId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { type StageSetUp, defaultStage, storedStageSchema } from '../../../shared/stage/set-up.ts';
import { type SettingsFile, openSettingsFile } from '../../store/settings-file.ts';
import type { FolderNews } from '../../project/live-folder.ts';
import type { HostServices } from '../app.ts';
import type { RecordingStart } from '../guest/recording.ts';
import { type KeptValue, keepValue } from '../kept-value.ts';
import type { Log } from '../log.ts';
import { type PictureDesk, createPictureDesk } from '../pictures/picture-desk.ts';
import { type RunningSession, runSession } from '../session/run-session.ts';
import type { SessionProblem, SessionSource } from '../session/session.ts';
import { type SetUp, firstSetUp, setUpSchema, withUser } from '../session/set-up.ts';
import type { ProjectIdentity } from './project-identity.ts';
import type { ProjectSource } from './project-source.ts';

export interface OpenProjectOptions {
  readonly source: ProjectSource;
  /** Where its caches are, and what is set up in it; absolute. */
  readonly place: string;
  readonly services: Pick<HostServices, 'camera' | 'picturesFolder'>;
  readonly log: Pick<Log, 'write' | 'hide'>;
  readonly settings: () => Settings;
  readonly onChange: () => void;
}

const openSetUp = ({ place, log, source }: OpenProjectOptions): SettingsFile<SetUp> => {
  const first = source.firstSetUp?.() ?? firstSetUp;
  return openSettingsFile(place, 'set-up.json', setUpSchema, first, (problem) => {
    log.write('app', problem);
  });
};

const openStage = ({ place, log }: OpenProjectOptions): SettingsFile<StageSetUp> =>
  openSettingsFile(place, 'stage.json', storedStageSchema, defaultStage, (problem) => {
    log.write('app', problem);
  });

const keepStage = (
  file: SettingsFile<StageSetUp>,
  { log, onChange }: OpenProjectOptions,
): KeptValue<StageSetUp> =>
  keepValue({
    file,
    first: defaultStage,
    onProblem: (problem) => log.write('stage', `How paywalls are shown is not on disk: ${problem}`),
    onChange,
  });

/** A change of everything is not listed. */
const mostNamed = 3;

const newsWords = (files: readonly string[]): string => {
  const named = files.slice(0, mostNamed).join(', ');
  const others = files.length - mostNamed;
  return others > 0 ? `${named} and ${others} more` : named;
};

/** A project with all that is its own: what is set up in it, and the session that runs on it. */
export class OpenProject {
  readonly stage: KeptValue<StageSetUp>;
  readonly pictures: PictureDesk;
  readonly #options: OpenProjectOptions;
  readonly #setUpFile: SettingsFile<SetUp>;
  #setUp: SetUp;
  /** The person's own session: it goes on while a guest is shown in its place. */
  #running: RunningSession | null = null;
  /** Nothing of it is written any more. */
  #isForgotten = false;

  constructor(options: OpenProjectOptions) {
    const { services, log, source, onChange } = options;
    this.#options = options;
    // Before anything can be said of it.
    if (source.answers.kind === 'live') log.hide(source.answers.apiKey ?? '');
    this.#setUpFile = this.#untilForgotten(openSetUp(options));
    this.#setUp = this.#setUpFile.read();
    this.stage = keepStage(this.#untilForgotten(openStage(options)), options);
    this.pictures = createPictureDesk({ services, project: source.identity.name, log, onChange });
  }

  /** Windows go on to change it until they hear that it is gone. */
  #untilForgotten<T>(file: SettingsFile<T>): SettingsFile<T> {
    return {
      read: () => file.read(),
      write: (value) => (this.#isForgotten ? null : file.write(value)),
    };
  }

  get identity(): ProjectIdentity {
    return this.#options.source.identity;
  }

  get answers(): SessionSource {
    return this.#options.source.answers;
  }

  get running(): RunningSession {
    if (this.#running === null) throw new Error('no session runs');
    return this.#running;
  }

  get known(): readonly AppUserId[] {
    return this.#setUp.known;
  }

  /** Null: it runs. Otherwise why it does not, in one sentence. */
  async start(isForeground: boolean): Promise<SessionProblem | null> {
    const { source, place, settings, onChange } = this.#options;
    const started = await runSession({
      source: source.answers,
      dataFolder: place,
      setUp: this.#setUp,
      settings: settings(),
      isForeground,
      onChange,
    });
    if (!started.ok) return started.problem;
    this.#running = started.running;
    source.listen((news) => this.#hear(news));
    return null;
  }

  /** What was saved is asked for as an app would if it knew. */
  #hear({ files, ids }: FolderNews): void {
    if (files.length > 0)
      void this.running.session.engine.projectChanged({ note: newsWords(files), ids });
    this.#options.onChange();
  }

  /** Ends what is in flight, and begins anew with what is on disk. */
  async restart(): Promise<SessionProblem | null> {
    const isForeground = this.running.session.engine.isForeground();
    this.#options.source.listen(null);
    await this.running.close();
    return this.start(isForeground);
  }

  remember({ user, rules }: { readonly user?: AppUserId; readonly rules?: RuleSet }): void {
    const before = user === undefined ? this.#setUp : withUser(this.#setUp, user);
    this.#setUp = rules === undefined ? before : { ...before, rules };
    const { log, onChange } = this.#options;
    const problem = this.#setUpFile.write(this.#setUp);
    if (problem !== null) log.write('app', `What was set up is not on disk: ${problem}`);
    onChange();
  }

  /** What a recording begins with, as it is set up now; or why none can be made of it. */
  recordingStart(): RecordingStart | string {
    const { kind, folder } = this.identity;
    if (kind === 'live')
      return 'A scenario is played by the bundled backend, and this project is answered by RevenueCat itself. Open the demo or a folder to record one.';
    if (kind !== 'demo' && folder === null)
      return 'A scenario names its project, and this one is in no folder. Save it as a folder first.';
    const { persistOnDemand, fallbackHost } = this.#options.settings();
    const { user, rules } = this.#setUp;
    return {
      project: folder === null ? { kind: 'demo' } : { kind: 'folder', path: folder },
      rules,
      start: {
        user,
        foreground: true,
        settings: { persistOnDemand, fallbackHost, workflows: true },
      },
    };
  }

  document(): Documents['project'] {
    const problem = this.#options.source.problem();
    return {
      ...this.identity,
      backendOrigin: this.running.session.backend.origins?.api ?? null,
      problem: problem && { line: null, place: null, ...problem },
      trouble: this.running.session.relay?.trouble() ?? null,
    };
  }

  /** What is in flight is ended, and what was changed a moment ago is on disk; or never will be. */
  async close(isForgotten = false): Promise<void> {
    await this.pause(isForgotten);
    this.#options.source.close();
  }

  /** As `close`; but it can be started again. */
  async pause(isForgotten = false): Promise<void> {
    this.#isForgotten = isForgotten;
    this.#options.source.listen(null);
    await this.pictures.end();
    if (isForgotten) this.stage.forget();
    else this.stage.flush();
    await this.#running?.close();
  }
}
