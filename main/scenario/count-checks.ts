import type { Section, Step } from '../../shared/scenario/format.ts';

const countOf = (section: Section): number => {
  const { input } = section;
  // All of an order is compared at once.
  if (section.section === 'order' || typeof input !== 'object') return 1;
  // A count that is a comparison, as of leaks, is one thing; the others have one for each entry.
  if (section.section === 'leaks') return 1;
  return Array.isArray(input) ? input.length : Object.keys(input).length;
};

/** How many things are compared when all steps are played. */
export const countChecks = (steps: readonly Step[]): number =>
  steps.reduce((count, step) => {
    if (step.name === 'repeat') return count + step.times * countChecks(step.steps);
    if (step.name !== 'expect') return count;
    return count + step.input.reduce((sum, section) => sum + countOf(section), 0);
  }, 0);
