import { type PartContext, runTool } from './command.ts';
import { readReport } from './report-file.ts';
import { failure, judge, type PartResult } from './result.ts';
import { REPORT_FILE_VARIABLE } from './vitest-reporter.ts';

/** Runs one project of vitest.config.ts. */
export async function runVitest(context: PartContext, project: string): Promise<PartResult> {
  return await readReport(async (file) => {
    const { status } = await runTool(context, 'node_modules/vitest/vitest.mjs', {
      arguments: [
        'run',
        `--project=${project}`,
        '--passWithNoTests',
        '--allowOnly=false',
        '--reporter=default',
        '--reporter=./main/tools/test/vitest-reporter.ts',
      ],
      env: { [REPORT_FILE_VARIABLE]: file },
    });
    return (report) =>
      report === null
        ? failure('vitest ended without a result.')
        : // Our own reporter wrote it, in this shape.
          judge('vitest', status, JSON.parse(report) as PartResult);
  });
}
