import { type PlainStep, decodeScenario } from '../../../shared/scenario/format.ts';
import type { KnownIds } from '../../../shared/scenario/known-ids.ts';
import { checkReferences } from '../../../shared/scenario/references.ts';
import { givenName } from '../../../shared/scenario/unroll.ts';
import { writeStep } from '../../../shared/scenario/write-step.ts';
import type { RecordedCall } from '../../scenario/record/expect-now.ts';

/** Steps that one thing that somebody did became; they are taken back together. */
export type Deed = readonly PlainStep[];

/** A file that says more is not read by anybody. */
const mostSteps = 1_000;

/** The calls that steps make, and what each is about. */
export const callsIn = (steps: readonly PlainStep[]): readonly RecordedCall[] =>
  steps.flatMap((step) => {
    const name = givenName(step);
    if (name === null) return [];
    if (step.name === 'get-workflow') return [{ name, about: step.input.id }];
    return [{ name, about: step.name === 'get-list' ? 'list' : 'offerings' }];
  });

/** Why the last steps cannot be added, as a file with them would be refused; null: they can. */
export const whyNot = (
  steps: readonly PlainStep[],
  added: number,
  ids: KnownIds,
): string | null => {
  if (steps.length > mostSteps)
    return `A recording has at most ${String(mostSteps)} steps. Stop it, and begin another one.`;
  const decoded = decodeScenario({
    format: 1,
    name: 'Recorded',
    project: 'demo',
    steps: steps.slice(-added).map(writeStep),
  });
  const problems = decoded.ok
    ? checkReferences({ ...decoded.scenario, steps }, ids)
    : decoded.problems;
  const [first] = problems;
  return first === undefined ? null : `A scenario cannot say that: ${first.message}.`;
};
