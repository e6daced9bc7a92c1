import { type PartResult, sum } from './result.ts';

/** A part that ran. */
export interface FinishedPart {
  readonly name: string;
  readonly result: PartResult;
}

/** The line under a part's own output. */
export function partLine({ name, result }: FinishedPart): string {
  const skipped = result.skipped.length === 0 ? '' : `, ${result.skipped.length} skipped`;
  return `${name}: ${counts(result)}${skipped}`;
}

/** What stands at the end: what was skipped and why, what else went wrong, and the counts. */
export function summaryLines(parts: readonly FinishedPart[]): string[] {
  const skipped = parts.flatMap(({ name, result }) =>
    result.skipped.map((test) => `  ${name} > ${test.name}: ${test.reason ?? 'no reason given'}`),
  );
  const failed = parts.filter(({ result }) => result.failed > 0).flatMap(failedLines);
  return [
    ...section('Skipped:', skipped),
    ...section('Failed:', failed),
    '',
    counts(sum(parts.map(({ result }) => result))),
  ];
}

function failedLines({ name, result }: FinishedPart): string[] {
  const inTests = result.failed - result.problems.length;
  return [
    ...(inTests > 0 ? [`  ${name}: ${inTests} of its tests`] : []),
    ...result.problems.map((problem) => `  ${name}: ${problem}`),
  ];
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

function counts({ passed, failed }: PartResult): string {
  return `${passed} passed, ${failed} failed`;
}
