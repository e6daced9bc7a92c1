import type { Scenario } from '../../shared/scenario/format.ts';
import { type PlacedStep, type Place, unroll } from '../../shared/scenario/unroll.ts';
import { act } from './acts.ts';
import { checkExpectation } from './checks.ts';
import type { Finding } from './finding.ts';
import type { Stage } from './stage.ts';

/** A check that did not hold, or a step that could not be done, and where. */
export interface Failure extends Finding {
  readonly place: Place;
}

export interface PlayOptions {
  /** Go on with the next step after one that failed. */
  readonly keepGoing: boolean;
}

export interface Played {
  /** How many things were compared. */
  readonly checks: number;
  readonly failures: readonly Failure[];
}

interface StepResult {
  readonly findings: readonly Finding[];
  readonly checks: number;
}

type Step = PlacedStep['step'];
type ExpectStep = Extract<Step, { name: 'expect' }>;
type ActStep = Exclude<Step, ExpectStep>;

const isUnawaited = (step: Step): step is ActStep =>
  (step.name === 'get-offerings' || step.name === 'get-list' || step.name === 'get-workflow') &&
  !step.input.wait;

const done = (finding: Finding | undefined): StepResult => ({
  findings: finding === undefined ? [] : [finding],
  checks: 0,
});

const broken = (step: Step, error: unknown): StepResult => {
  const seen = `a fault of the app: ${error instanceof Error ? error.message : String(error)}`;
  return done({ what: step.name, expected: 'an end', seen, holds: false });
};

/** Not a promise: calls that follow each other are all made before any answer can be read. */
const issue = (stage: Stage, step: ActStep): StepResult => {
  try {
    // A call gives nothing to wait for: its answer comes to the call book.
    void act(stage, step);
    return done(undefined);
  } catch (error) {
    return broken(step, error);
  }
};

const check = async (stage: Stage, step: ExpectStep): Promise<StepResult> => {
  // Calls that were not waited for are answered by the time that somebody looks.
  await stage.settle();
  const findings = checkExpectation(stage, step.input);
  return { findings, checks: findings.length };
};

const actAndSettle = async (stage: Stage, step: ActStep): Promise<StepResult> => {
  const finding = await act(stage, step);
  await stage.settle();
  return done(finding);
};

const playStep = async (stage: Stage, step: Step): Promise<StepResult> => {
  try {
    return await (step.name === 'expect' ? check(stage, step) : actAndSettle(stage, step));
  } catch (error) {
    return broken(step, error);
  }
};

/** Plays the steps of a scenario one after the other and collects what did not hold. */
export const playScenario = async (
  stage: Stage,
  scenario: Pick<Scenario, 'steps'>,
  { keepGoing }: PlayOptions,
): Promise<Played> => {
  let checks = 0;
  const failures: Failure[] = [];
  for (const placed of unroll(scenario)) {
    const { step } = placed;
    const result = isUnawaited(step) ? issue(stage, step) : await playStep(stage, step);
    checks += result.checks;
    const failed = result.findings.filter(({ holds }) => !holds);
    failures.push(...failed.map((finding) => ({ ...finding, place: placed.place })));
    if (failed.length > 0 && !keepGoing) break;
  }
  return { checks, failures };
};
