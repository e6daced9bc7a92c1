import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeText } from '../../../shared/model/decode.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { reportEventSchema } from './event-format.ts';
import { readLimits, writeLimits } from './limits.ts';
import type { ZipFile } from './zip/read-zip.ts';
import { textIn } from './zip/text-in.ts';
import { ZipProblem } from './zip/zip-directory.ts';

const linesPerTurn = 100;

/** Splits as it goes: a file of a million lines is not taken apart in one step. */
const linesOf = function* (text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start) yield text.slice(start, end);
    start = end + 1;
  }
};

/** Reads events, one a line; whoever shows them counts on it that none is missing between two. */
export const readEvents = async (
  zip: ZipFile,
  names: readonly string[],
): Promise<readonly TimelineEvent[]> => {
  const tooMany = new ZipProblem('has more events in it than any report');
  const bytes = names.reduce((sum, name) => sum + zip.sizeOf(name), 0);
  if (bytes > readLimits.eventBytes) throw tooMany;
  const events: TimelineEvent[] = [];
  for (const name of names)
    for (const line of linesOf(await textIn(zip, name))) {
      const decoded = decodeText(reportEventSchema, line);
      const before = events.at(-1);
      const isNext =
        decoded.ok && (before === undefined || decoded.value.eventId === before.eventId + 1);
      if (!decoded.ok || !isNext)
        throw new ZipProblem(`has something in ${name} that is not the next event`);
      if (events.length >= writeLimits.events) throw tooMany;
      events.push(decoded.value);
      if (events.length % linesPerTurn === 0) await nextTurn();
    }
  return events;
};
