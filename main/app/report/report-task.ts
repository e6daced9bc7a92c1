import type { Redactor } from './redact.ts';
import type { ReportSource } from './report-source.ts';
import type { ZipWriter } from './zip/write-zip.ts';

/** A report that is being written. */
export interface ReportTask {
  readonly source: ReportSource;
  readonly redactor: Redactor;
  readonly zip: ZipWriter;
  /** Remembers what there was no room for, in one sentence. */
  readonly leaveOut: (sentence: string) => void;
}
