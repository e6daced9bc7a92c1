import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Outcome } from '../../shared/contract/outcome.ts';
import { defaultPaywall } from '../../shared/stage/default-paywall.ts';
import { type Paper, paperOf } from '../../shared/workflow/paper.ts';
import { done } from '../../shared/contract/outcome.ts';
import { listedItems, selectedItem } from './selection.ts';
import { createStageAsks } from './stage-asks.ts';
import { clockMoved, emptied, filesFound, opened } from './stage-moves.ts';
import { stillPending } from './stage-set-up.ts';
import {
  type PaperName,
  type StageSubject,
  isSamePaper,
  isSameThing,
  subjectOf,
} from './stage-subject.ts';
import type { Stores } from './stores.ts';

type StageBridge = Pick<Bridge, 'readWorkflow' | 'readOwnPaywall' | 'findFiles' | 'getWorkflow'>;

interface DirectorOptions {
  readonly bridge: StageBridge;
  readonly stores: Stores;
  readonly askWorkflow: (id: string) => void;
  readonly now: () => number;
  /** Gives back what takes it back. */
  readonly later: (ms: number, call: () => void) => () => void;
}

/** Whoever walks through the list by arrow keys asks for nothing. */
const restMs = 250;
/** Files come one after the other; each of them alone is not worth drawing a screen again. */
const filesRestMs = 150;

const noFiles = { files: {} };

class Director {
  readonly #options: DirectorOptions;
  readonly #asks = createStageAsks();
  #wanted: PaperName | null = null;
  #files = -1;
  #life: { readonly ring: unknown; readonly lastId: number } = { ring: null, lastId: 0 };
  #subjectKey = '';
  #dropAsk = (): void => undefined;
  #dropFiles = (): void => undefined;

  constructor(options: DirectorOptions) {
    this.#options = options;
    const { app, ui, stage, events, clock } = options.stores;
    app.subscribe(() => this.#look());
    ui.subscribe((state, before) => {
      if (state.selection !== before.selection) this.#turn();
    });
    stage.subscribe((state, before) => {
      if (state.exit !== before.exit) this.#look();
    });
    events.subscribe(() => this.#lookAtLife());
    clock.subscribe(({ now, isVirtual }, before) => {
      const isByHand = isVirtual ? now !== before.now || !before.isVirtual : before.isVirtual;
      if (isByHand) stage.setState((state) => clockMoved(state, now), true);
    });
    this.#look();
  }

  /** Somebody selected another thing: what was offered to who left the former one is over. */
  #turn(): void {
    this.#options.stores.stage.setState({ exit: null });
    this.#look();
  }

  #subject(): StageSubject | null {
    const { app, ui, stage } = this.#options.stores;
    const state = app.getState().app;
    if (state === null) return null;
    const selected = selectedItem(listedItems(state), ui.getState().selection);
    const exit = stage.getState().exit?.offeringId ?? null;
    return subjectOf(state.rows, state.documents.caches, selected, exit);
  }

  #look(): void {
    const { app, stage } = this.#options.stores;
    const documents = app.getState().app?.documents;
    const subject = this.#subject();
    if (documents === undefined || subject === null) return;
    const { pending } = stage.getState();
    const left = stillPending(pending, documents.stage);
    if (left !== pending) stage.setState({ pending: left });
    this.#follow(subject);
    this.#plan(subject);
    this.#lookForFiles(documents.caches.files);
  }

  /** Opens what is wanted now, and nothing that was wanted before. */
  #follow({ wanted }: StageSubject): void {
    if (isSamePaper(this.#wanted, wanted)) return;
    this.#wanted = wanted;
    const { stage } = this.#options.stores;
    const here = stage.getState().paper?.name ?? null;
    if (!isSameThing(here, wanted)) stage.setState(emptied, true);
    if (wanted !== null && !isSamePaper(here, wanted)) void this.#open(wanted);
  }

  /** Reads it anew: it could not be read, or only in part. */
  readAgain(): void {
    if (this.#wanted !== null) void this.#open(this.#wanted);
  }

  async #open(name: PaperName): Promise<void> {
    const { stores, now } = this.#options;
    const [read, found] = await Promise.all([this.#read(name), this.#find(name)]);
    // Somebody selected something else meanwhile, or it has become another one.
    if (!isSamePaper(this.#wanted, name)) return;
    if (!read.ok) {
      // It may have changed since: what it is now is told soon, and opened then.
      stores.stage.setState({ trouble: { kind: 'unreadable', message: read.problem.message } });
      return;
    }
    stores.stage.setState((state) => opened(state, { name, ...read.value, ...found }, now()), true);
  }

  /** Another session may have something else under the same hash: a report says whatever it says. */
  async #compare(): Promise<void> {
    const { stage } = this.#options.stores;
    const { paper } = stage.getState();
    if (paper === null) return;
    const { name, json } = paper;
    const [read, { files }] = await Promise.all([this.#read(name), this.#find(name)]);
    if (!read.ok || !isSamePaper(this.#wanted, name)) return;
    stage.setState(
      (state) =>
        read.value.json === json
          ? filesFound(state, name, files)
          : opened(state, { name, ...read.value, files }, this.#options.now()),
      true,
    );
  }

  async #read({ kind, id, bodyHash }: PaperName): Promise<Outcome<Paper>> {
    const { bridge, stores } = this.#options;
    if (kind === 'workflow') return bridge.readWorkflow({ id, bodyHash: bodyHash ?? '' });
    if (kind === 'own-paywall') return bridge.readOwnPaywall({ id, bodyHash: bodyHash ?? '' });
    const packages = stores.app.getState().app?.rows.offerings.get(id)?.packages ?? [];
    return done(paperOf(defaultPaywall(packages)));
  }

  async #find({ kind, id, bodyHash }: PaperName): Promise<typeof noFiles> {
    if (kind === 'default-paywall' || bodyHash === null) return noFiles;
    const found = await this.#options.bridge.findFiles({ kind, id, bodyHash });
    return found.ok ? { files: found.value.files } : noFiles;
  }

  #lookForFiles(files: number): void {
    if (files === this.#files) return;
    this.#files = files;
    this.#dropFiles();
    this.#dropFiles = this.#options.later(filesRestMs, () => void this.#refreshFiles());
  }

  async #refreshFiles(): Promise<void> {
    const { stage } = this.#options.stores;
    const name = stage.getState().paper?.name ?? null;
    if (name === null) return;
    const { files } = await this.#find(name);
    stage.setState((state) => filesFound(state, name, files), true);
  }

  /** Asks for what nobody asked for, once somebody has stayed with it. */
  #plan(subject: StageSubject): void {
    const due = this.#asks.due(subject);
    const key = due === null ? '' : subject.key;
    if (key === this.#subjectKey) return;
    this.#subjectKey = key;
    this.#dropAsk();
    if (due === null) return;
    this.#dropAsk = this.#options.later(restMs, () => {
      const now = this.#subject();
      if (now?.key !== subject.key || this.#asks.due(now) === null) return;
      this.#asks.asked(now);
      this.#options.askWorkflow(due);
    });
  }

  /** What was asked for in a life before has not been asked for in this one. */
  #lookAtLife(): void {
    const { ring, lastId } = this.#options.stores.events.getState();
    const isOther = ring !== this.#life.ring;
    if (isOther) void this.#compare();
    const since = isOther ? 0 : this.#life.lastId;
    this.#life = { ring, lastId: lastId ?? since };
    let hasStarted = isOther;
    for (let place = ring.size - 1; place >= 0 && !hasStarted; place -= 1) {
      const event = ring.at(place);
      if (event === null || event.eventId <= since) break;
      hasStarted = event.type === 'cold-started';
    }
    if (!hasStarted) return;
    this.#asks.forget();
    this.#subjectKey = '';
    this.#look();
  }
}

/** Keeps on the stage what a customer would be shown of what is selected. */
export interface StageDirector {
  /** Reads what is wanted anew: it could not be read. */
  readAgain(): void;
}

export const directStage = (options: DirectorOptions): StageDirector => {
  const director = new Director(options);
  return Object.freeze({ readAgain: () => director.readAgain() });
};
