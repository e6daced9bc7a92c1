import type { PartContext } from '../test/command.ts';
import { failure, NOTHING, type PartResult } from '../test/result.ts';
import { countLine, problemLines } from './coverage.ts';
import { coverProject } from './project.ts';

/** The part of `npm test`: one check over all ids, for the tests that carry them count already. */
export function checkBehaviours({ root }: PartContext): PartResult {
  const coverage = coverProject(root);
  const problems = problemLines(coverage);
  process.stdout.write([...problems, countLine(coverage), ''].join('\n'));
  return problems.length === 0 ? { ...NOTHING, passed: 1 } : failure(`${countLine(coverage)}.`);
}
