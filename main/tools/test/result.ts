/** A test that did not run; one that does not say why counts as failed. */
export interface SkippedTest {
  readonly name: string;
  readonly reason: string | null;
}

/** What one part of `npm test` found out. */
export interface PartResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
  /** Sentences about what failed outside of a single test; the tools print the tests themselves. */
  readonly problems: readonly string[];
}

export const NOTHING: PartResult = Object.freeze({
  passed: 0,
  failed: 0,
  skipped: [],
  problems: [],
});

/** One failure that is not a test's: a tool crashed, a check did not hold. */
export function failure(problem: string): PartResult {
  return { ...NOTHING, failed: 1, problems: [problem] };
}

export function sum(results: readonly PartResult[]): PartResult {
  return {
    passed: results.reduce((total, result) => total + result.passed, 0),
    failed: results.reduce((total, result) => total + result.failed, 0),
    skipped: results.flatMap((result) => result.skipped),
    problems: results.flatMap((result) => result.problems),
  };
}

/**
 * What a tool reported, made honest: a status that its report does not explain, a skip without a
 * reason and a run of no tests at all are failures, so that none of them passes unnoticed.
 */
export function judge(tool: string, status: number | null, reported: PartResult): PartResult {
  const unexplained = reported.skipped.filter((skipped) => skipped.reason === null);
  const results = [
    { ...reported, skipped: reported.skipped.filter((skipped) => skipped.reason !== null) },
    ...unexplained.map(({ name }) => failure(`"${name}" is skipped and does not say why.`)),
  ];
  if (status !== 0 && reported.failed === 0) results.push(failure(`${tool} ${ended(status)}.`));
  else if (isEmpty(reported)) results.push(failure(`${tool} ran nothing.`));
  return sum(results);
}

function isEmpty({ passed, failed, skipped }: PartResult): boolean {
  return passed + failed + skipped.length === 0;
}

function ended(status: number | null): string {
  return status === null ? 'was stopped by a signal' : `ended with status ${status}`;
}
