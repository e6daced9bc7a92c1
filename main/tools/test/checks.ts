import { type PartContext, runTool } from './command.ts';
import { failure, NOTHING, type PartResult, sum } from './result.ts';

/** A tool that says yes or no by its status; each counts as one. */
export interface Check {
  readonly name: string;
  readonly script: string;
  readonly arguments: readonly string[];
}

const TSC = 'node_modules/typescript/bin/tsc';

export const TYPE_CHECKS: readonly Check[] = [
  { name: 'the types of shared/', script: TSC, arguments: ['--noEmit', '-p', 'shared'] },
  { name: 'the types of renderer/', script: TSC, arguments: ['--noEmit', '-p', 'renderer'] },
  { name: 'the types of preload/', script: TSC, arguments: ['--noEmit', '-p', 'preload'] },
  { name: 'the types of everything else', script: TSC, arguments: ['--noEmit', '-p', '.'] },
];

export const LINT_CHECKS: readonly Check[] = [
  {
    name: 'eslint',
    script: 'node_modules/eslint/bin/eslint.js',
    arguments: ['--max-warnings=0', '.'],
  },
  {
    name: 'prettier',
    script: 'node_modules/prettier/bin/prettier.cjs',
    arguments: ['--check', '--log-level=warn', '.'],
  },
];

/** Runs them all, also after one that does not hold, but none after one that a signal ended. */
export async function runChecks(
  context: PartContext,
  checks: readonly Check[],
): Promise<PartResult> {
  const results: PartResult[] = [];
  for (const check of checks) {
    const { status } = await runTool(context, check.script, { arguments: check.arguments });
    if (status === null) {
      results.push(failure(`${check.name}: was stopped by a signal.`));
      break;
    }
    results.push(status === 0 ? { ...NOTHING, passed: 1 } : failure(`${check.name}: see above.`));
  }
  return sum(results);
}
