import type { ComparedLine, Comparison } from '../../shared/contract/library.ts';
import type { RuleSet } from '../../shared/policies.ts';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { eventWords } from '../../shared/words.ts';
import { shortText } from './finding.ts';
import { failureText } from './result.ts';
import { type RunResult, runScenario, startOfTime } from './run.ts';
import type { LoadedScenario } from './load.ts';

type Row = readonly [ComparedLine | null, ComparedLine | null];

/** The events of each side that are compared; the rest is more than anybody reads. */
const mostCompared = 1_500;
const mostFailures = 100;

/**
 * What makes two events the same. Numbers that count on from event to event tell nothing, nor do
 * bytes: addresses in them name the port of a backend, which is another one in each run.
 */
const keyOf = ({ error, ...event }: TimelineEvent): string => {
  const { type, subject, id, at, user, generation, source, freshness } = event;
  const { storedAt, owner, copyId, isForeground } = event;
  const told = [type, subject, id, at, user, generation, source, freshness];
  return JSON.stringify([...told, storedAt, owner, copyId, isForeground, error?.code]);
};

const lineOf = (event: TimelineEvent): ComparedLine => ({
  at: event.at,
  type: event.type,
  words: eventWords(event),
});

/** How many follow each other in both from each place on: the longest common sequence, by halves. */
const commonLengths = (left: readonly string[], right: readonly string[]): Uint16Array[] => {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const here = table[row];
      const below = table[row + 1];
      if (here === undefined || below === undefined) continue;
      here[column] =
        left[row] === right[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  return table;
};

/** Aligns two timelines: what happens in both stands in one row, else one side is empty. */
export const alignEvents = (
  left: readonly TimelineEvent[],
  right: readonly TimelineEvent[],
): readonly Row[] => {
  const [leftKeys, rightKeys] = [left.map(keyOf), right.map(keyOf)];
  const table = commonLengths(leftKeys, rightKeys);
  const rows: Row[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    const [one, other] = [left[row], right[column]];
    if (one !== undefined && other !== undefined && leftKeys[row] === rightKeys[column]) {
      rows.push([lineOf(one), lineOf(other)]);
      row += 1;
      column += 1;
    } else if (
      one !== undefined &&
      (other === undefined || (table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0))
    ) {
      rows.push([lineOf(one), null]);
      row += 1;
    } else if (other !== undefined) {
      rows.push([null, lineOf(other)]);
      column += 1;
    }
  }
  return rows;
};

type Ran = Extract<RunResult, { ok: true }>;

/** How it went under one set of rules. */
export interface Side {
  readonly rules: RuleSet;
  readonly run: Ran;
}

const sideOf = ({ rules, run }: Side): Comparison['sides'][number] => ({
  rules,
  checks: run.checks,
  failures: run.failures.slice(0, mostFailures).map((failure) => shortText(failureText(failure))),
  events: run.timeline.length,
});

/** Puts what happened on two sides beside each other. */
const compareRuns = (name: string, left: Side, right: Side): Comparison => {
  const [one, other] = [left.run.timeline, right.run.timeline];
  const rows = alignEvents(one.slice(0, mostCompared), other.slice(0, mostCompared));
  const isDifferent = ([first, second]: Row): boolean => first === null || second === null;
  const first = rows.findIndex(isDifferent);
  return {
    name,
    startAt: startOfTime,
    sides: [sideOf(left), sideOf(right)],
    rows: rows.map(([first, second]) => [first, second]),
    firstDifference: first < 0 ? null : first,
    differences: rows.filter(isDifferent).length,
    isCut: Math.max(one.length, other.length) > mostCompared,
  };
};

/** Plays a scenario under two sets of rules; a sentence: why that could not be. */
export const compareRules = async (
  load: () => LoadedScenario,
  [left, right]: readonly [RuleSet, RuleSet],
  signal: AbortSignal,
): Promise<Comparison | string> => {
  const play = (loaded: LoadedScenario, rules: RuleSet) =>
    runScenario(loaded, { rules, keepGoing: true, signal });
  const loaded = load();
  const one = await play(loaded, left);
  // What a scenario changes in its project must not be there at the beginning of the other.
  const other = await play(load(), right);
  if (!one.ok) return one.message;
  if (!other.ok) return other.message;
  const { name } = loaded.scenario;
  return compareRuns(name, { rules: left, run: one }, { rules: right, run: other });
};
