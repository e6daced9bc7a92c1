import type { Argument } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { largestReportBytes } from '../../../shared/report/file.ts';
import { tooLarge } from './report-file.ts';
import type { ReportFile } from './report-guest.ts';

/** Takes a file that comes in parts; one at a time, and whoever begins anew puts the other off. */
export interface Upload {
  /** Null: there is more to come. */
  take(part: Argument<'openReport'>): Outcome<ReportFile | null>;
}

interface Coming {
  readonly upload: string;
  readonly parts: Buffer[];
  sizeBytes: number;
}

const interrupted = problem(
  'refused',
  'Another report was opened meanwhile, so this one did not come to its end. Open it again.',
);

export const createUpload = (): Upload => {
  let coming: Coming | null = null;

  return Object.freeze({
    take: ({ upload, name, offset, bytes, isLast }: Argument<'openReport'>) => {
      if (offset === 0) coming = { upload, parts: [], sizeBytes: 0 };
      if (coming?.upload !== upload || coming.sizeBytes !== offset) return interrupted;
      const part = Buffer.from(bytes, 'base64');
      coming.parts.push(part);
      coming.sizeBytes += part.length;
      const isTooLarge = coming.sizeBytes > largestReportBytes;
      if (!isTooLarge && !isLast) return done(null);
      const { parts } = coming;
      coming = null;
      return isTooLarge ? tooLarge(name) : done({ name, bytes: Buffer.concat(parts) });
    },
  });
};
