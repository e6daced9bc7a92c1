import { randomUUID } from 'node:crypto';
import type { Argument, CallName } from '../../../shared/contract/calls.ts';
import type { RecordingGuest } from '../../../shared/contract/documents.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { workflowId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import type {
  Expectation,
  PlainStep,
  ProjectForm,
  Start,
} from '../../../shared/scenario/format.ts';
import type { KnownIds } from '../../../shared/scenario/known-ids.ts';
import { stepWords } from '../../../shared/scenario/step-words.ts';
import { givenName } from '../../../shared/scenario/unroll.ts';
import { createInTurn } from '../../clock/in-turn.ts';
import { knownIds, serveProject } from '../../scenario/load.ts';
import { playStep } from '../../scenario/play.ts';
import { expectEverything, expectOf } from '../../scenario/record/expect-now.ts';
import { writeScenario } from '../../scenario/record/write-scenario.ts';
import { startedAgain, summaryOf } from '../world/answer-summary.ts';
import { type Deed, callsIn, whyNot } from './deed.ts';
import type { Guest, GuestHost } from './guest.ts';
import { type GuestSession, discard, openGuestSession } from './guest-session.ts';
import { type RecordedWorld, recordedCalls } from './recorded-calls.ts';

/** What a recording begins with. */
export interface RecordingStart {
  readonly project: Exclude<ProjectForm, { kind: 'generated' }>;
  readonly rules: RuleSet;
  readonly start: Start;
}

interface Run {
  readonly session: GuestSession;
  readonly ids: KnownIds;
}

const mostListed = 200;

const refused = (message: string): Outcome<never> => problem('refused', message);
const isOver = refused('The recording is stopped: save it, discard it, or go on with it first.');

const openRun = async (
  { project: form, rules, start }: RecordingStart,
  { onChange }: GuestHost,
): Promise<Run | string> => {
  const served = serveProject(form, null);
  if (!served.ok) return served.message;
  const { project } = served;
  const opened = await openGuestSession({ project, start, rules, onChange });
  if (!opened.ok) return opened.message;
  return { session: opened.guest, ids: knownIds(form, project) };
};

/** What is done on it becomes a scenario: each deed is played as the step that stands in the file. */
export class Recording implements Guest {
  readonly id = randomUUID();
  readonly #start: RecordingStart;
  readonly #host: GuestHost;
  #run: Run;
  #deeds: Deed[] = [];
  #names = new Map<string, number>();
  #isStopped = false;
  #isLeft = false;
  /** One deed after the other: the next begins where the last one has settled. */
  readonly #inTurn = createInTurn();

  private constructor(start: RecordingStart, host: GuestHost, run: Run) {
    this.#start = start;
    this.#host = host;
    this.#run = run;
  }

  /** A sentence: why nothing can be recorded. An app that starts asks for the offerings. */
  static async open(start: RecordingStart, host: GuestHost): Promise<Recording | string> {
    const run = await openRun(start, host);
    if (typeof run === 'string') return run;
    const recording = new Recording(start, host, run);
    recording.#begin();
    return recording;
  }

  get session(): GuestSession {
    return this.#run.session;
  }

  document(): RecordingGuest {
    const steps = this.#steps();
    const first = Math.max(0, steps.length - mostListed);
    return {
      kind: 'recording',
      id: this.id,
      rules: this.#start.rules,
      user: this.#start.start.user,
      status: this.#isStopped ? 'stopped' : 'recording',
      steps: steps.length,
      listed: steps
        .slice(first)
        .map((step, offset) => ({ number: first + offset + 1, words: stepWords(step) })),
      text: this.#isStopped ? this.text('A recorded scenario', '') : null,
    };
  }

  /** The file, under this name. */
  text(name: string, description: string): string {
    const { project, rules, start } = this.#start;
    return writeScenario({
      name,
      description,
      rules,
      start,
      project: project.kind === 'demo' ? 'demo' : project.path,
      steps: this.#steps(),
    });
  }

  isStopped(): boolean {
    return this.#isStopped;
  }

  /** Does what a window asks for, as steps. Null: it is none of the recording's business. */
  perform(name: CallName, argument: unknown): Promise<Outcome<unknown>> | null {
    const rule = recordedCalls[name];
    if (typeof rule !== 'function') return null;
    // The table pairs names and arguments; the compiler cannot follow one name through it.
    const translate = rule as (argument: Argument<CallName>, world: RecordedWorld) => Deed | string;
    return this.#inTurn(async () => {
      if (this.#isStopped) return { outcome: isOver };
      const deed = translate(argument as Argument<CallName>, this.#world());
      if (typeof deed === 'string') return { outcome: refused(deed) };
      const why = await this.#do(deed);
      return why === null ? { deed } : { outcome: refused(why) };
    }).then((result) => ('deed' in result ? this.#answer(name, result.deed) : result.outcome));
  }

  /** Adds what is true now. */
  addCheck(about: string | null): Promise<string | null> {
    return this.#unlessStopped(() => this.#check(expectOf(this.#looked(), about)));
  }

  /** What is checked from here on counts requests from here on. */
  addMark(): Promise<string | null> {
    return this.#unlessStopped(() => this.#do([{ name: 'mark', input: null }]));
  }

  /** Adds everything that is true at the end. */
  stop(): Promise<string | null> {
    return this.#inTurn(async () => {
      if (this.#isStopped) return null;
      const why = await this.#check(expectEverything(this.#looked()));
      this.#isStopped = why === null;
      this.#host.onChange();
      return why;
    });
  }

  /** As if the last deed had never been done: the others are done anew, on an empty disk. */
  undo(): Promise<string | null> {
    return this.#inTurn(async () => {
      const left = this.#deeds.slice(0, -1);
      // What an app does when it starts cannot be taken back.
      if (left.length === 0) return 'There is nothing left to take back.';
      if (this.#isStopped) {
        this.#isStopped = false;
        this.#deeds = left;
        this.#host.onChange();
        return null;
      }
      return this.#doAnew(left);
    });
  }

  leave(): void {
    this.#isLeft = true;
    this.#isStopped = true;
  }

  #unlessStopped(act: () => Promise<string | null>): Promise<string | null> {
    return this.#inTurn(() =>
      this.#isStopped ? Promise.resolve('The recording is stopped: go on with it first.') : act(),
    );
  }

  #steps(): readonly PlainStep[] {
    return this.#deeds.flat();
  }

  #begin(): void {
    void this.#inTurn(async () => {
      const first = recordedCalls.getOfferings;
      if (typeof first !== 'function') return;
      const deed = first(null, this.#world());
      if (typeof deed !== 'string') await this.#do(deed);
    }).catch(this.#host.onFault);
  }

  #world(): RecordedWorld {
    const { session, ids } = this.#run;
    return {
      running: session.running,
      newName: (about) => this.#newName(about),
      isOffering: (id) => ids.offerings.has(id),
      isKnown: (id) => ids.workflows.has(id) || ids.offerings.has(id),
    };
  }

  /** Short, and another one each time; what a name must not hold is left out. */
  #newName(about: string): string {
    const stem = /^[\w.-]{1,40}$/.test(about) ? about : 'workflow';
    const number = (this.#names.get(stem) ?? 0) + 1;
    this.#names.set(stem, number);
    return `${stem}-${String(number)}`;
  }

  #looked() {
    const { session, ids } = this.#run;
    return { stage: session.stage, calls: callsIn(this.#steps()), ids };
  }

  #check(expectation: Expectation): Promise<string | null> {
    return this.#do([{ name: 'expect', input: expectation }]);
  }

  /** Null: it is done and recorded. Otherwise why not, in one sentence. */
  async #do(deed: Deed): Promise<string | null> {
    if (deed.length === 0) return null;
    const steps = [...this.#steps(), ...deed];
    const why = whyNot(steps, deed.length, this.#run.ids);
    if (why !== null) return why;
    this.#deeds.push(deed);
    const failed = await playDeed(this.#run, deed);
    this.#host.onChange();
    return failed;
  }

  /** What is shown stays until it is as it was before the last deed. */
  async #doAnew(deeds: readonly Deed[]): Promise<string | null> {
    const run = await openRun(this.#start, this.#host);
    if (typeof run === 'string') return run;
    for (const deed of deeds) await playDeed(run, deed);
    if (this.#isLeft) {
      await discard(run.session);
      return null;
    }
    const before = this.#run;
    this.#run = run;
    this.#deeds = [...deeds];
    this.#host.onSwitch(before.session);
    return null;
  }

  /** What a window is told of a call: how it was answered, once it is. */
  async #answer(name: CallName, deed: Deed): Promise<Outcome<unknown>> {
    if (name !== 'getOfferings' && name !== 'getList' && name !== 'getWorkflow') return done(null);
    const { stage, running } = this.#run.session;
    const [step] = deed;
    const called = step === undefined ? null : givenName(step);
    const answer = called === null ? null : stage.calls.answerTo(called);
    const given = answer === null ? null : await running.answered(answer);
    if (called === null || given === null) return startedAgain;
    return done(summaryOf(given, workflowIn(stage.calls.stateOf(called)?.content.workflow)));
  }
}

/** Null: all of it could be done. */
const playDeed = async ({ session }: Run, deed: Deed): Promise<string | null> => {
  const { stage, running } = session;
  let failed: string | null = null;
  for (const step of deed) {
    const findings = await playStep(stage, step);
    if (step.name === 'cold-start') running.endLife();
    const bad = findings.find(({ holds }) => !holds);
    if (bad !== undefined) failed ??= `${bad.what}: ${bad.seen}.`;
  }
  return failed;
};

const workflowIn = (id: string | undefined) => (id === undefined ? null : workflowId(id));
