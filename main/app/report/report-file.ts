import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { largestReportBytes } from '../../../shared/report/file.ts';
import { describeProblem } from '../../store/problem.ts';
import type { ReportFile } from './report-guest.ts';

export const tooLarge = (name: string): Outcome<never> =>
  problem(
    'refused',
    `${name} is larger than any report: one has at most ${String(largestReportBytes / 1_000_000)} MB.`,
  );

/** Reads a report on this machine, by its absolute path. */
export const readReportFile = (file: string): Outcome<ReportFile> => {
  const name = path.basename(file);
  try {
    const stats = statSync(file);
    // A pipe would be waited for, and all the app with it.
    if (!stats.isFile()) return problem('refused', `${name} is no file, and so no report.`);
    return stats.size > largestReportBytes
      ? tooLarge(name)
      : done({ name, bytes: readFileSync(file) });
  } catch (error) {
    return problem('system', `${name} cannot be opened: ${describeProblem(error)}.`);
  }
};
