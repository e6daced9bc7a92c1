import { randomUUID } from 'node:crypto';
import type { PlayGuest } from '../../../shared/contract/documents.ts';
import type { Steering } from '../../../shared/contract/guest.ts';
import type { PlacedStep } from '../../../shared/scenario/unroll.ts';
import { type Move, type PlayedStep, hasFailed, movesOf, playMove } from '../../scenario/play.ts';
import type { ScenarioSource, UsableText } from '../scenario/scenario-source.ts';
import { createBreath } from './breath.ts';
import type { Guest, GuestHost } from './guest.ts';
import { type GuestSession, discard, openGuestSession } from './guest-session.ts';
import { countFindings, listSteps } from './play-list.ts';

/** Between two steps, so that people see what each of them does. */
const pauseMs = 700;

/** One run through a scenario, on a session of its own. */
interface Run {
  readonly loaded: UsableText;
  readonly session: GuestSession;
  readonly moves: readonly Move[];
  readonly steps: readonly PlacedStep[];
}

const nothingLeft = 'The scenario cannot be played any more: its file is another one now.';

/** A scenario that is played where everybody sees it, step by step. */
export class ScenarioPlayer implements Guest {
  readonly id = randomUUID();
  readonly #source: ScenarioSource;
  readonly #host: GuestHost;
  readonly #breath = createBreath();
  #run: Run;
  #results: PlayedStep[] = [];
  #next = 0;
  #status: PlayGuest['status'] = 'paused';
  #isFast = false;
  #isLeft = false;
  /** Steps are being played; null: none is. */
  #going: Promise<void> | null = null;

  private constructor(source: ScenarioSource, host: GuestHost, run: Run) {
    this.#source = source;
    this.#host = host;
    this.#run = run;
  }

  /** A sentence: why it cannot be played. */
  static async open(source: ScenarioSource, host: GuestHost): Promise<ScenarioPlayer | string> {
    const run = await openRun(source, host);
    return typeof run === 'string' ? run : new ScenarioPlayer(source, host, run);
  }

  get session(): GuestSession {
    return this.#run.session;
  }

  document(): PlayGuest {
    const { loaded, moves, steps } = this.#run;
    const { scenario, description } = loaded;
    const { name, rules } = scenario;
    const results = this.#results;
    const atOnce = moves[this.#next]?.length ?? 0;
    return {
      kind: 'play',
      id: this.id,
      file: this.#source.file,
      name,
      description,
      rules,
      status: this.#status,
      isFast: this.#isFast,
      played: results.length,
      steps: steps.length,
      ...countFindings(results),
      listed: listSteps({ steps, results, atOnce }),
    };
  }

  /** Null: it is done, or begun. Otherwise why not, in one sentence. */
  async steer(how: Steering): Promise<string | null> {
    switch (how) {
      case 'play':
        if (this.#next < this.#run.moves.length) this.#become('playing');
        this.#go();
        return null;
      case 'pause':
        if (this.#status === 'playing') this.#become('paused');
        this.#breath.cut();
        return null;
      case 'step':
        if (this.#status === 'playing') return this.steer('pause');
        this.#go();
        return null;
      case 'fast':
      case 'slow':
        this.#isFast = how === 'fast';
        this.#breath.cut();
        this.#host.onChange();
        return null;
      case 'restart':
        return this.#restart();
    }
  }

  leave(): void {
    this.#isLeft = true;
    this.#status = 'paused';
    this.#breath.cut();
  }

  #become(status: PlayGuest['status']): void {
    this.#status = status;
    this.#host.onChange();
  }

  #go(): void {
    if (this.#going !== null || this.#next >= this.#run.moves.length) return;
    this.#going = this.#playOn()
      .catch(this.#host.onFault)
      .finally(() => {
        this.#going = null;
        // It began anew meanwhile.
        if (this.#isPlaying()) this.#go();
      });
  }

  async #playOn(): Promise<void> {
    const run = this.#run;
    do {
      await this.#playNext(run);
      if (this.#isPlaying() && !this.#isFast) await this.#breath.take(pauseMs);
    } while (this.#isPlaying() && run === this.#run);
  }

  /** Whoever looks on can have paused it meanwhile. */
  #isPlaying(): boolean {
    return this.#status === 'playing';
  }

  async #playNext(run: Run): Promise<void> {
    const move = run.moves[this.#next];
    if (move === undefined) return;
    const { stage, running } = run.session;
    const played = await playMove(stage, move, { keepGoing: true });
    if (move.some(({ step }) => step.name === 'cold-start')) running.endLife();
    if (run !== this.#run) return;
    this.#results.push(...played);
    this.#next += 1;
    if (this.#next >= run.moves.length) this.#status = 'ended';
    else if (played.some(hasFailed)) this.#status = 'stopped';
    else if (this.#status !== 'playing') this.#status = 'paused';
    this.#host.onChange();
  }

  /** From the beginning, with what the file says now. */
  async #restart(): Promise<string | null> {
    const next = await openRun(this.#source, this.#host);
    if (typeof next === 'string') return next;
    if (this.#isLeft) {
      await discard(next.session);
      return null;
    }
    const before = this.#run;
    this.#run = next;
    this.#results = [];
    this.#next = 0;
    this.#status = 'paused';
    this.#breath.cut();
    // What it was in the middle of ends with its requests.
    this.#host.onSwitch(before.session);
    return null;
  }
}

const openRun = async (source: ScenarioSource, host: GuestHost): Promise<Run | string> => {
  const loaded = source.load();
  if (!loaded.ok) return nothingLeft;
  const { project, scenario } = loaded;
  const { start, rules } = scenario;
  const { onChange } = host;
  const opened = await openGuestSession({ project, start, rules, onChange });
  if (!opened.ok) return opened.message;
  const moves = [...movesOf(scenario)];
  return { loaded, session: opened.guest, moves, steps: moves.flat() };
};
