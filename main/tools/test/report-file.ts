import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PartResult } from './result.ts';

/** Makes a part's result from the report's text, or null where the tool wrote none. */
export type ReportReader = (report: string | null) => PartResult;

/** Lets a tool write its report into a file of its own, and reads it when the tool has ended. */
export async function readReport(
  runTool: (file: string) => Promise<ReportReader>,
): Promise<PartResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'paywall-preview-test-'));
  const file = path.join(folder, 'report.json');
  try {
    const read = await runTool(file);
    return read(await readFile(file, 'utf8').catch(() => null));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
