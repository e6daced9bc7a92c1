import { reportNames } from './format.ts';
import { writeLimits } from './limits.ts';
import type { ReportTask } from './report-task.ts';

const eventsPerFile = 5_000;
const eventsPerPiece = 100;

const digits = 10;

/** By its first event, so that the names stand in the order of time. */
const nameOf = (first: number): string =>
  `${reportNames.eventFolder}events-${String(first).padStart(digits, '0')}.jsonl`;

interface Range {
  readonly first: number;
  readonly last: number;
}

/** The newest come first: what there is no room for is the oldest. */
const rangesOf = function* (next: number): Generator<Range> {
  const oldest = Math.max(1, next - writeLimits.events);
  for (let last = next - 1; last >= oldest; last -= eventsPerFile)
    yield { first: Math.max(oldest, last - eventsPerFile + 1), last };
};

/** Writes the events that are remembered, in several files; resolves with how many. */
export const writeEvents = async ({ source, redactor, zip }: ReportTask): Promise<number> => {
  const { timeline } = source;
  let count = 0;
  let bytes = 0;

  const linesOf = function* ({ first, last }: Range): Generator<string> {
    for (let from = first; from <= last; from += eventsPerPiece) {
      const events = timeline.since(from, Math.min(eventsPerPiece, last - from + 1));
      // A ring that is full forgets its oldest while this goes on.
      const kept = events.filter(({ eventId }) => eventId <= last);
      const text = kept.map((event) => `${redactor.json(event)}\n`).join('');
      count += kept.length;
      bytes += text.length;
      yield text;
    }
  };

  for (const range of rangesOf(timeline.nextId())) {
    if (bytes > writeLimits.eventBytes || timeline.since(range.last, 1)[0]?.eventId !== range.last)
      break;
    await zip.add(nameOf(range.first), linesOf(range));
  }
  return count;
};
