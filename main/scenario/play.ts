import { messageOf } from '../../shared/error-text.ts';
import type { Scenario, StepName } from '../../shared/scenario/format.ts';
import { type PlacedStep, type Place, unroll } from '../../shared/scenario/unroll.ts';
import { act } from './acts.ts';
import { checkExpectation } from './checks.ts';
import type { Finding } from './finding.ts';
import type { Stage } from './stage.ts';

/** A check that did not hold, or a step that could not be done, and where. */
export interface Failure extends Finding {
  readonly place: Place;
}

/** What became of one step: everything that was looked at, and what could not be done. */
export interface PlayedStep {
  readonly place: Place;
  readonly name: StepName;
  readonly findings: readonly Finding[];
}

export interface PlayOptions {
  /** Go on with the next step after one that failed. */
  readonly keepGoing: boolean;
  /** Aborted, it ends before the next step. */
  readonly signal?: AbortSignal;
  /** Told of each step that was played. */
  readonly onStep?: (step: PlayedStep) => void;
}

export interface Played {
  /** How many things were compared. */
  readonly checks: number;
  readonly failures: readonly Failure[];
}

type Step = PlacedStep['step'];
type ExpectStep = Extract<Step, { name: 'expect' }>;
type ActStep = Exclude<Step, ExpectStep>;

/**
 * Steps between which nobody can stop: calls that are not waited for, and the first step behind them.
 * What happens in between would let them be answered before that step begins.
 */
export type Move = readonly PlacedStep[];

const isUnawaited = (step: Step): step is ActStep =>
  (step.name === 'get-offerings' || step.name === 'get-list' || step.name === 'get-workflow') &&
  !step.input.wait;

const done = (finding: Finding | undefined): readonly Finding[] =>
  finding === undefined ? [] : [finding];

const broken = (step: Step, error: unknown): readonly Finding[] => {
  const seen = `a fault of the app: ${messageOf(error)}`;
  return done({ what: step.name, expected: 'an end', seen, holds: false });
};

/** Not a promise: calls that follow each other are all made before any answer can be read. */
const issue = (stage: Stage, step: ActStep): readonly Finding[] => {
  try {
    // A call gives nothing to wait for: its answer comes to the call book.
    void act(stage, step);
    return [];
  } catch (error) {
    return broken(step, error);
  }
};

const check = async (stage: Stage, step: ExpectStep): Promise<readonly Finding[]> => {
  // Calls that were not waited for are answered by the time that somebody looks.
  await stage.settle();
  return checkExpectation(stage, step.input);
};

const actAndSettle = async (stage: Stage, step: ActStep): Promise<readonly Finding[]> => {
  const finding = await act(stage, step);
  await stage.settle();
  return done(finding);
};

/** Plays a step to its end. */
export const playStep = async (stage: Stage, step: Step): Promise<readonly Finding[]> => {
  try {
    return await (step.name === 'expect' ? check(stage, step) : actAndSettle(stage, step));
  } catch (error) {
    return broken(step, error);
  }
};

/** The steps of a scenario, as they can be played one after the other. */
export function* movesOf(scenario: Pick<Scenario, 'steps'>): Generator<Move> {
  let move: PlacedStep[] = [];
  for (const placed of unroll(scenario)) {
    move.push(placed);
    if (isUnawaited(placed.step)) continue;
    yield move;
    move = [];
  }
  if (move.length > 0) yield move;
}

export const hasFailed = ({ findings }: Pick<PlayedStep, 'findings'>): boolean =>
  findings.some(({ holds }) => !holds);

/** Plays what belongs together; where a step fails, those behind it are not played unless it goes on. */
export const playMove = async (
  stage: Stage,
  move: Move,
  { keepGoing, onStep }: Pick<PlayOptions, 'keepGoing' | 'onStep'>,
): Promise<readonly PlayedStep[]> => {
  const played: PlayedStep[] = [];
  for (const { step, place } of move) {
    const findings = isUnawaited(step) ? issue(stage, step) : await playStep(stage, step);
    const result = { place, name: step.name, findings };
    played.push(result);
    onStep?.(result);
    if (!keepGoing && hasFailed(result)) break;
  }
  return played;
};

/** How many things a step compared: one that could not be done compared none. */
export const checksIn = ({ name, findings }: PlayedStep): number =>
  name === 'expect' ? findings.filter(({ what }) => what !== name).length : 0;

const failuresIn = ({ place, findings }: PlayedStep): readonly Failure[] =>
  findings.filter(({ holds }) => !holds).map((finding) => ({ ...finding, place }));

/** Plays the steps of a scenario one after the other and collects what did not hold. */
export const playScenario = async (
  stage: Stage,
  scenario: Pick<Scenario, 'steps'>,
  options: PlayOptions,
): Promise<Played> => {
  let checks = 0;
  const failures: Failure[] = [];
  for (const move of movesOf(scenario)) {
    if (options.signal?.aborted === true) break;
    for (const step of await playMove(stage, move, options)) {
      checks += checksIn(step);
      failures.push(...failuresIn(step));
    }
    if (failures.length > 0 && !options.keepGoing) break;
  }
  return { checks, failures };
};
