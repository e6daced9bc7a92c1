import { fileURLToPath } from 'node:url';
import { type RuleSet, ruleSets } from '../../shared/policies.ts';
import { ownEnding } from '../../shared/scenario/file.ts';

interface Shipped {
  readonly name: string;
  /** The rules under which everything in it holds. */
  readonly holdsUnder: readonly RuleSet[];
}

const shippedAs = (stem: string, holdsUnder: readonly RuleSet[] = ruleSets): Shipped => ({
  name: `${stem}${ownEnding}`,
  holdsUnder,
});

/** The scenarios that come with the app, in the order in which they tell its story. */
export const shipped: readonly Shipped[] = [
  shippedAs('the-backend-is-down'),
  shippedAs('a-designer-goes-offline'),
  shippedAs('a-first-launch-with-no-backend'),
  shippedAs('stale-after-five-minutes'),
  shippedAs('the-backend-answers-403', ['recommended']),
  shippedAs('the-cdn-is-down'),
  shippedAs('another-user-in-the-middle-of-a-prefetch'),
  shippedAs('a-workflow-that-changes'),
  shippedAs('a-slow-backend'),
  shippedAs('two-rule-sets-differ', ['recommended']),
];

/** Beside this file, or beside the program that it was built into. */
export const shippedFolder = fileURLToPath(new URL('./shipped', import.meta.url));
