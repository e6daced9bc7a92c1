import { writeFile } from 'node:fs/promises';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { PartResult, SkippedTest } from './result.ts';

/** The environment variable that names the file to write. */
export const REPORT_FILE_VARIABLE = 'PAYWALL_PREVIEW_TEST_REPORT';

/** Writes what `npm test` counts. vitest's own JSON report lacks the reasons of skipped tests. */
export default class CountingReporter implements Reporter {
  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
  ): Promise<void> {
    const file = process.env[REPORT_FILE_VARIABLE];
    if (file === undefined) return;
    await writeFile(file, JSON.stringify(countTests(modules, unhandledErrors)));
  }
}

/** Counts tests; a file or a suite that broke outside of its tests counts as one more failure. */
export function countTests(
  modules: readonly TestModule[],
  unhandledErrors: readonly Pick<SerializedError, 'message'>[],
): PartResult {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const problems = [
    ...modules.flatMap(brokenPlaces),
    ...unhandledErrors.map((error) => `An error nobody caught: ${firstLine(error.message)}`),
  ];
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: tests.filter(hasFailed).length + problems.length,
    skipped: tests.flatMap(skippedTest),
    problems,
  };
}

/** A test that is still pending when the run is over has not ended: its worker died. */
function hasFailed(test: TestCase): boolean {
  const { state } = test.result();
  return state === 'failed' || state === 'pending';
}

function skippedTest(test: TestCase): SkippedTest[] {
  const result = test.result();
  if (result.state !== 'skipped') return [];
  return [{ name: test.fullName, reason: result.note ?? null }];
}

function brokenPlaces(module: TestModule): string[] {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
  const places = suites.map((suite) => `${module.relativeModuleId} > ${suite.fullName}`);
  if (module.errors().length > 0) places.unshift(module.relativeModuleId);
  return places.map((place) => `${place} failed outside of its tests.`);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
