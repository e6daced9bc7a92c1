import type { JSONReport, JSONReportSpec, JSONReportSuite } from 'playwright/types/testReporter';
import { ensureChromium } from './chromium.ts';
import { type PartContext, runTool } from './command.ts';
import { readReport } from './report-file.ts';
import { failure, judge, NOTHING, type PartResult, type SkippedTest } from './result.ts';

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
    return (report) => {
      if (report === null) return failure('playwright ended without a result.');
      const counted = JSON.parse(report) as CountedReport;
      process.stdout.write(
        hostLines(counted)
          .map((line) => `${line}\n`)
          .join(''),
      );
      return judge('playwright', status, countSpecs(counted));
    };
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
    skipped: skippedOnes(tests),
    problems,
  };
}

function specsOf(suite: JSONReportSuite): JSONReportSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

type SpecRun = ReturnType<typeof testsOf>[number];

function testsOf(spec: JSONReportSpec) {
  return spec.tests.map((test) => ({
    file: spec.file,
    title: spec.title,
    /** The project: a host for specs of the app. */
    host: test.projectName,
    status: test.status,
    reason: test.annotations.find(isReasonToSkip)?.description ?? null,
  }));
}

/** Specs of a file that do not run on a host for one reason are one line, and not dozens. */
function skippedOnes(tests: readonly SpecRun[]): SkippedTest[] {
  const skipped = tests.filter(({ status }) => status === 'skipped');
  const groups = Map.groupBy(skipped, ({ file, host, reason }) =>
    JSON.stringify([file, host, reason]),
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => groupOf(one, group)),
  );
}

function groupOf(
  { file, title, host, reason }: SpecRun,
  { length }: readonly SpecRun[],
): SkippedTest {
  const what = length === 1 ? `${file} > ${title}` : `${file}, ${length} specs`;
  return { name: host === '' ? what : `${what} (${host})`, reason };
}

/** What ran on which host: a line for each file whose specs run on several of them. */
export function hostLines({ suites }: CountedReport): string[] {
  const files = Map.groupBy(suites.flatMap(specsOf).flatMap(testsOf), ({ file }) => file);
  return [...files].flatMap(([file, tests]) => {
    const hosts = [...Map.groupBy(tests, ({ host }) => host)];
    if (hosts.length < 2) return [];
    return [`  ${file}: ${hosts.map(([host, runs]) => hostCounts(host, runs)).join('; ')}`];
  });
}

function hostCounts(host: string, runs: readonly SpecRun[]): string {
  const skipped = runs.filter(({ status }) => status === 'skipped').length;
  const ran = runs.length - skipped;
  const counts = [ran > 0 ? `${ran} ran` : '', skipped > 0 ? `${skipped} skipped` : ''];
  return `${host} ${counts.filter((count) => count !== '').join(', ')}`;
}

function isReasonToSkip(annotation: { readonly type: string }): boolean {
  return annotation.type === 'skip' || annotation.type === 'fixme';
}
