import type { RuleSet } from '../../shared/policies.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { placeText } from '../../shared/scenario/unroll.ts';
import { findingText } from './finding.ts';
import type { Failure } from './play.ts';

interface About {
  /** As it was named on the command line, or below what was. */
  readonly file: string;
  readonly seconds: number;
}

/** A scenario that was played to its end, or to the first step that failed. */
export interface PlayedFile extends About {
  readonly kind: 'played';
  readonly name: string;
  readonly rules: RuleSet;
  readonly checks: number;
  readonly failures: readonly Failure[];
  readonly timeline: readonly TimelineEvent[];
}

/** A file that is no scenario, or refers to what is not there. */
export interface UnusableFile extends About {
  readonly kind: 'unusable';
  readonly problems: readonly string[];
}

export type FileResult = PlayedFile | UnusableFile;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `step 3: paywall.source: expected memory, saw network`. */
export const failureText = (failure: Failure): string =>
  oneLine(`${placeText(failure.place)}: ${findingText(failure)}`);

/** One line of the ordinary output. */
export const resultLine = ({ name, checks, failures }: PlayedFile): string =>
  failures.length === 0
    ? `ok ${name} (${String(checks)} checks)`
    : `FAIL ${name}: ${failures.map(failureText).join('; ')}`;

const failureObject = (failure: Failure): object => ({
  step: failure.place.step,
  what: failure.what,
  expected: failure.expected,
  seen: failure.seen,
  message: failureText(failure),
});

const playedObject = ({ kind: _, seconds: __, ...played }: PlayedFile): object => ({
  name: played.name,
  file: played.file,
  rules: played.rules,
  ok: played.failures.length === 0,
  checks: played.checks,
  failures: played.failures.map(failureObject),
  timeline: played.timeline,
});

/** There is one object for each file, also for one that could not be played. */
const unusableObject = ({ file, problems }: UnusableFile): object => ({
  name: null,
  file,
  rules: null,
  ok: false,
  checks: 0,
  failures: problems.map((message) => ({ step: null, message })),
  timeline: [],
});

/** One line of the output with `--json`. */
export const resultJson = (result: FileResult): string =>
  JSON.stringify(result.kind === 'played' ? playedObject(result) : unusableObject(result));

const isPassed = (result: FileResult): boolean =>
  result.kind === 'played' && result.failures.length === 0;

const isFailed = (result: FileResult): boolean =>
  result.kind === 'played' && result.failures.length > 0;

/** The last line: what could not be played is neither. */
export const summaryLine = (results: readonly FileResult[]): string => {
  const passed = results.filter(isPassed).length;
  const failed = results.filter(isFailed).length;
  return `${String(passed)} passed, ${String(failed)} failed`;
};

/** 0: all hold, 1: some check failed, 2: a file could not be used. */
export const statusOf = (results: readonly FileResult[]): 0 | 1 | 2 => {
  if (results.some(({ kind }) => kind === 'unusable')) return 2;
  return results.some(isFailed) ? 1 : 0;
};
