import type { ListedProblem, Severity } from '../../state/stage-problems.ts';

const rank: Readonly<Record<Severity, number>> = { problem: 2, purpose: 1, note: 0 };

const prefixes = (place: string): readonly string[] => {
  const keys = place.split('.');
  return keys.map((_, index) => keys.slice(0, index + 1).join('.'));
};

/**
 * The worst that there is at each place, and at each place above it: what is closed tells what is
 * inside. `below` is where the screen stands in the tree; empty: it is the tree.
 */
export const problemMarks = (
  problems: readonly Pick<ListedProblem, 'place' | 'severity' | 'stepId'>[],
  isOnScreen: (stepId: string | null) => boolean,
  below: string,
): ReadonlyMap<string, Severity> => {
  const marks = new Map<string, Severity>();
  for (const { place, severity, stepId } of problems) {
    if (place === null || !isOnScreen(stepId)) continue;
    for (const each of prefixes(below === '' ? place : `${below}.${place}`)) {
      const before = marks.get(each);
      if (before === undefined || rank[severity] > rank[before]) marks.set(each, severity);
    }
  }
  return marks;
};
