import path from 'node:path';
import type { BackendOrigins, ServedProject } from '../backend/backend.ts';
import { type ProjectSource, convertedId, idsOf } from '../backend/project-source.ts';
import { type ChangeableProject, createServedProject } from '../backend/served-project.ts';
import type { Clock, Timer } from '../clock/clock.ts';
import { createInTurn } from '../clock/in-turn.ts';
import { assetPath } from './asset-addresses.ts';
import { type DatedAddresses, datedAddresses } from './dated-addresses.ts';
import { createFolderMemory } from './folder-memory.ts';
import { problemOf } from './load-folder.ts';
import type { ProjectProblem } from './problem.ts';
import { offeringsFile, readFolder, workflowFile } from './read-folder.ts';
import { runInSlices } from './slices.ts';
import type { FolderWatch, WatchFolder } from './watch-folder.ts';

/** What became of a folder since it was read last. */
export interface FolderNews {
  /** The files that are other ones now; none: only what hinders is another one. */
  readonly files: readonly string[];
  /** The workflows that are, by any of their ids. */
  readonly ids: ReadonlySet<string>;
}

/** A project folder that is followed: what is saved there is served. */
export interface LiveFolder {
  readonly project: ServedProject;
  /** Why what stands there now is not served; what was there before is. */
  problem(): ProjectProblem | null;
  /** One listener at a time, who hears first what nobody heard; null: nobody. */
  listen(onNews: ((news: FolderNews) => void) | null): void;
  close(): void;
}

export interface LiveFolderOptions {
  /** Absolute. */
  readonly folder: string;
  readonly watch: WatchFolder;
  readonly clock: Clock;
  readonly nextTurn: () => Promise<void>;
  /** It is opened also where it cannot be read, and served as soon as it can be. */
  readonly isForced: boolean;
}

export type OpenedFolder =
  | { readonly ok: true; readonly live: LiveFolder }
  | { readonly ok: false; readonly problem: ProjectProblem };

/** An editor writes several times, and a checkout many files. */
const quietMs = 80;
/** Who writes without end is not waited for. */
const longestQuietMs = 400;
/** What is half written a moment ago is no problem yet. */
const secondLookMs = 250;
/** Not everything that mends a folder is told of: that it may be read again is not. */
const againMs = 2_000;

/** Of a folder that could not be read yet. */
const nothing = (name: string): ProjectSource => ({
  name,
  entries: [],
  offerings: { ids: [], response: () => ({}), convert: () => null },
  list: {},
  asset: () => null,
});

const entryIds = (source: ProjectSource, file: string): readonly string[] =>
  source.entries
    .filter(({ id }) => workflowFile(id) === file)
    .flatMap((entry) => [...idsOf(entry), ...(entry.offering === null ? [] : [entry.offering])]);

const isAsset = (file: string): boolean => file === 'assets' || file.startsWith('assets/');

/** The ids of the workflows that are other ones when these files are. */
const idsAfter = (
  before: ProjectSource,
  after: ProjectSource,
  files: readonly string[],
): ReadonlySet<string> => {
  const old = new Set(before.entries);
  const made = after.entries.filter((entry) => !old.has(entry));
  const converted = files.includes(offeringsFile) || files.some(isAsset) ? after.offerings.ids : [];
  return new Set([
    ...files.flatMap((file) => entryIds(after, file)),
    ...made.flatMap((entry) => [
      ...idsOf(entry),
      ...(entry.offering === null ? [] : [entry.offering]),
    ]),
    ...converted.flatMap((id) => [id, convertedId(id)]),
  ]);
};

class FollowedFolder {
  readonly served: ChangeableProject;
  problem: ProjectProblem | null = null;
  #onNews: ((news: FolderNews) => void) | null = null;
  /** Of while nobody listened. */
  #unheard: FolderNews | null = null;
  readonly #options: LiveFolderOptions;
  readonly #memory = createFolderMemory();
  readonly #addresses: DatedAddresses;
  readonly #watch: FolderWatch;
  readonly #inTurn = createInTurn();
  #source: ProjectSource;
  /** What was written since the last reading began. */
  #written = new Set<string>();
  #firstWriteAt: number | null = null;
  #timer: Timer | null = null;
  #isRead = false;
  #isClosed = false;

  constructor(options: LiveFolderOptions) {
    this.#options = options;
    const { folder } = options;
    this.#source = nothing(path.basename(folder));
    this.#addresses = datedAddresses(folder);
    this.served = createServedProject(this.#source);
    // Before it is read: what is written meanwhile is read again.
    this.#watch = options.watch(folder, (file) => this.#noteWrite(file));
  }

  /** Null: it was read. */
  readFirst(): Promise<ProjectProblem | null> {
    return this.#inTurn(async () => {
      const { folder } = this.#options;
      try {
        this.#become(await runInSlices(this.#steps(), this.#options), this.#memory.changed());
        // Whoever opens it asks for everything.
        this.#unheard = null;
      } catch (error) {
        this.problem = problemOf(folder, error);
        if (!this.#isClosed) this.#readIn(againMs, true);
      }
      return this.problem;
    });
  }

  get isRead(): boolean {
    return this.#isRead;
  }

  listen(onNews: ((news: FolderNews) => void) | null): void {
    this.#onNews = onNews;
    const news = this.#unheard;
    if (onNews === null || news === null) return;
    this.#unheard = null;
    onNews(news);
  }

  #tell({ files, ids }: FolderNews): void {
    if (this.#onNews !== null) {
      this.#onNews({ files, ids });
      return;
    }
    const before = this.#unheard ?? { files: [], ids: new Set() };
    this.#unheard = {
      files: [...new Set([...before.files, ...files])],
      ids: new Set([...before.ids, ...ids]),
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
    void this.#watch.close();
  }

  #steps() {
    const { folder } = this.#options;
    return readFolder({ folder, memory: this.#memory, address: this.#addresses.write });
  }

  #noteWrite(file: string): void {
    if (this.#isClosed) return;
    const { clock } = this.#options;
    this.#written.add(file);
    this.#firstWriteAt ??= clock.now();
    const left = this.#firstWriteAt + longestQuietMs - clock.now();
    this.#readIn(Math.max(0, Math.min(quietMs, left)), false);
  }

  #readIn(delayMs: number, isSecondLook: boolean): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.setTimer(delayMs, () => {
      this.#timer = null;
      this.#firstWriteAt = null;
      void this.#inTurn(() => this.#read(isSecondLook));
    });
  }

  async #read(isSecondLook: boolean): Promise<void> {
    if (this.#isClosed) return;
    const written = [...this.#written];
    this.#written.clear();
    const assets = [
      ...written.filter(isAsset),
      ...(written.includes('') ? this.#addresses.outdated() : []),
    ];
    this.#memory.doubt(written);
    this.#memory.outdate(assets.map(assetPath));
    try {
      const next = await runInSlices(this.#steps(), this.#options);
      this.#addresses.forget(assets);
      this.#become(next, [...new Set([...this.#memory.changed(), ...assets])]);
    } catch (error) {
      // They are told of when it can be read again.
      for (const file of assets) this.#written.add(file);
      this.#noteProblem(problemOf(this.#options.folder, error), isSecondLook);
    }
  }

  #become(next: ProjectSource, files: readonly string[]): void {
    if (this.#isClosed) return;
    const hadProblem = this.problem !== null;
    const ids = idsAfter(this.#source, next, files);
    this.#source = next;
    this.problem = null;
    this.#isRead = true;
    if (files.length > 0) this.served.become(next);
    if (files.length > 0 || hadProblem) this.#tell({ files, ids });
  }

  #noteProblem(problem: ProjectProblem, isSecondLook: boolean): void {
    if (this.#isClosed) return;
    if (this.#timer === null) this.#readIn(isSecondLook ? againMs : secondLookMs, true);
    if (!isSecondLook) return;
    if (this.problem?.message === problem.message) return;
    this.problem = problem;
    this.#tell({ files: [], ids: new Set() });
  }
}

/** Until a folder can be read for the first time, its backend is broken, so that copies stand in. */
const servedBy = (folder: FollowedFolder): ServedProject => {
  const guarded =
    <Parameters extends readonly unknown[], Result>(answer: (...given: Parameters) => Result) =>
    (...given: Parameters): Result => {
      if (!folder.isRead) throw new Error(folder.problem?.message ?? 'It is not read yet.');
      return answer(...given);
    };
  const { served } = folder;
  return Object.freeze({
    ...served,
    offerings: guarded((given: BackendOrigins) => served.offerings(given)),
    list: guarded((given: BackendOrigins) => served.list(given)),
    detail: guarded((id: string, given: BackendOrigins) => served.detail(id, given)),
  });
};

/** Opens a project folder, and follows it. */
export const openLiveFolder = async (options: LiveFolderOptions): Promise<OpenedFolder> => {
  const folder = new FollowedFolder(options);
  const problem = await folder.readFirst();
  if (problem !== null && !options.isForced) {
    folder.close();
    return { ok: false, problem };
  }
  return {
    ok: true,
    live: Object.freeze({
      project: servedBy(folder),
      problem: () => folder.problem,
      listen: (onNews: ((news: FolderNews) => void) | null) => folder.listen(onNews),
      close: () => folder.close(),
    }),
  };
};
