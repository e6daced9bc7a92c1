import type { Bridge } from '../../shared/contract/bridge.ts';
import { type Outcome, done, problem } from '../../shared/contract/outcome.ts';
import { largestReportBytes, reportPartBytes } from '../../shared/report/file.ts';
import { messages } from '../messages.ts';

/** What of a file of the browser is needed. */
export type SentFile = Pick<File, 'name' | 'size' | 'slice'>;

/** More arguments than that are too many for one call of a function. */
const charactersAtOnce = 32_768;

/** As a call can carry it. */
const base64Of = async (part: Blob): Promise<string> => {
  const bytes = new Uint8Array(await part.arrayBuffer());
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += charactersAtOnce)
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + charactersAtOnce)));
  return btoa(pieces.join(''));
};

/** Hands a report over to the app, part by part; whoever gives it too much is told at once. */
export const sendReport = async (
  bridge: Pick<Bridge, 'openReport'>,
  file: SentFile,
): Promise<Outcome<null>> => {
  const { name, size } = file;
  if (size > largestReportBytes)
    return problem('refused', messages.drop.largeReport(name, largestReportBytes / 1_000_000));
  const upload = crypto.randomUUID();
  for (let offset = 0; ; offset += reportPartBytes) {
    const end = Math.min(size, offset + reportPartBytes);
    let bytes: string;
    try {
      bytes = await base64Of(file.slice(offset, end));
    } catch {
      return problem('refused', messages.drop.gone(name));
    }
    const isLast = end >= size;
    const sent = await bridge.openReport({ upload, name, offset, bytes, isLast });
    if (!sent.ok) return sent;
    if (isLast) return done(null);
  }
};
