import type { JSONReport, JSONReportSpec, JSONReportSuite } from 'playwright/types/testReporter';
import { ensureChromium } from './chromium.ts';
import { type PartContext, runTool } from './command.ts';
import { readReport } from './report-file.ts';
import { failure, judge, NOTHING, type PartResult } from './result.ts';

const CONFIG = 'tests/e2e/playwright.config.ts';

/** Runs the end-to-end specs, once there is a Chromium for them. */
export async function runPlaywright(context: PartContext): Promise<PartResult> {
  const chromium = await ensureChromium(context);
  if (!('path' in chromium)) {
    return chromium.isFailure
      ? failure(chromium.reason)
      : { ...NOTHING, skipped: [{ name: 'all end-to-end specs', reason: chromium.reason }] };
  }
  return await readReport(async (file) => {
    const { status } = await runTool(context, 'node_modules/playwright/cli.js', {
      arguments: ['test', `--config=${CONFIG}`, '--reporter=list,json', '--forbid-only'],
      env: {
        CHROMIUM_PATH: chromium.path,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        // It sets FORCE_COLOR for its workers, and Node warns of the two together.
        NO_COLOR: undefined,
        ...(context.env['NO_COLOR'] ? { DEBUG_COLORS: '0' } : {}),
      },
    });
    return (report) =>
      report === null
        ? failure('playwright ended without a result.')
        : judge('playwright', status, countSpecs(JSON.parse(report) as CountedReport));
  });
}

/** What is read of playwright's JSON report. */
export type CountedReport = Pick<JSONReport, 'suites' | 'errors'>;

/** Counts specs; one that passed only on a second try has failed, for tests are deterministic. */
export function countSpecs({ suites, errors }: CountedReport): PartResult {
  const tests = suites.flatMap(specsOf).flatMap(testsOf);
  const problems = errors.map((error) => error.message ?? 'playwright failed outside of a test.');
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed:
      tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').length +
      problems.length,
    skipped: tests.flatMap(({ name, status, reason }) =>
      status === 'skipped' ? [{ name, reason }] : [],
    ),
    problems,
  };
}

function specsOf(suite: JSONReportSuite): JSONReportSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function testsOf(spec: JSONReportSpec) {
  return spec.tests.map((test) => ({
    name: `${spec.file} > ${spec.title}`,
    status: test.status,
    reason: test.annotations.find(isReasonToSkip)?.description ?? null,
  }));
}

function isReasonToSkip(annotation: { readonly type: string }): boolean {
  return annotation.type === 'skip' || annotation.type === 'fixme';
}
