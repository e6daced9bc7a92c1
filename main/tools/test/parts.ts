import { checkBehaviours } from '../behaviours/check.ts';
import { LINT_CHECKS, runChecks, TYPE_CHECKS } from './checks.ts';
import type { PartContext } from './command.ts';
import { runPlaywright } from './playwright.ts';
import type { PartResult } from './result.ts';
import { runScenarios } from './scenarios.ts';
import { runVitest } from './vitest.ts';

/** One part of `npm test`, which also runs alone as `npm run test:<name>`. */
export interface Part {
  readonly name: string;
  readonly about: string;
  readonly run: (context: PartContext) => PartResult | Promise<PartResult>;
}

/** In the order in which they run: what answers fastest first. */
export const PARTS: readonly Part[] = [
  {
    name: 'types',
    about: 'TypeScript, with shared/ by itself',
    run: (context) => runChecks(context, TYPE_CHECKS),
  },
  {
    name: 'lint',
    about: 'ESLint with the rules about layers, and Prettier',
    run: (context) => runChecks(context, LINT_CHECKS),
  },
  vitestPart('unit', 'one concept at a time, without network or disk'),
  vitestPart('property', 'what holds for generated inputs'),
  vitestPart('integration', 'several parts together, over real sockets and files'),
  vitestPart('crash', 'a session that is killed again and again loses nothing'),
  { name: 'scenarios', about: 'the scenario files in tests/scenarios', run: runScenarios },
  {
    name: 'behaviours',
    about: 'whether every required behaviour has a test',
    run: checkBehaviours,
  },
  { name: 'e2e', about: 'the app in a real Chromium', run: runPlaywright },
  vitestPart('packaging', 'what people would install, with a stand-in for the runtime'),
  vitestPart('setup', 'installing into an empty folder, with an empty cache'),
];

function vitestPart(name: string, about: string): Part {
  return { name, about, run: (context) => runVitest(context, name) };
}
