import type { PlayGuest } from '../../../shared/contract/documents.ts';
import { stepWords } from '../../../shared/scenario/step-words.ts';
import { type PlacedStep, placeText } from '../../../shared/scenario/unroll.ts';
import { shortFindings, shortText } from '../../scenario/finding.ts';
import { type PlayedStep, checksIn, hasFailed } from '../../scenario/play.ts';

type ListedStep = PlayGuest['listed'][number];

/** Of those before the current step, and of those behind it. */
const mostListed = 150;

interface Progress {
  readonly steps: readonly PlacedStep[];
  /** In the same order, as far as they were played. */
  readonly results: readonly PlayedStep[];
  /** How many come next, together. */
  readonly atOnce: number;
}

const stateOf = ({ results, atOnce }: Progress, index: number): ListedStep['state'] => {
  const result = results[index];
  if (result !== undefined) return hasFailed(result) ? 'failed' : 'done';
  return index < results.length + atOnce ? 'now' : 'ahead';
};

/** The steps around the one that comes next, with what became of them. */
export const listSteps = (progress: Progress): PlayGuest['listed'] => {
  const { steps, results } = progress;
  const first = Math.max(0, results.length - mostListed);
  return steps.slice(first, results.length + mostListed).map(({ step, place }, offset) => ({
    number: first + offset + 1,
    place: placeText(place),
    words: shortText(stepWords(step)),
    state: stateOf(progress, first + offset),
    findings: [...shortFindings(results[first + offset]?.findings ?? [])],
  }));
};

/** How many things were compared, and how many findings are bad. */
export const countFindings = (
  results: readonly PlayedStep[],
): Pick<PlayGuest, 'checks' | 'failed'> => ({
  checks: results.reduce((sum, result) => sum + checksIn(result), 0),
  failed: results.reduce(
    (sum, { findings }) => sum + findings.filter(({ holds }) => !holds).length,
    0,
  ),
});
