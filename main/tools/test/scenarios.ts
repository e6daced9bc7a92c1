import { type PartContext, runTool } from './command.ts';
import { failure, judge, NOTHING, type PartResult } from './result.ts';

/** Runs every scenario file of the project. */
export async function runScenarios(context: PartContext): Promise<PartResult> {
  const { status, output } = await runTool(context, 'main/scenario/cli.ts', {
    arguments: ['tests/scenarios'],
    keepsOutput: true,
  });
  const counted = countScenarios(output);
  return counted === null
    ? failure('The scenario runner ended without a result.')
    : judge('The scenario runner', status, counted);
}

/** Reads the last line of the runner's output, `N passed, M failed`. */
export function countScenarios(output: string): PartResult | null {
  const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lastLine) ?? [];
  if (passed === undefined || failed === undefined) return null;
  return { ...NOTHING, passed: Number(passed), failed: Number(failed) };
}
