import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { type EventFilter, wantedBy } from '../../../shared/timeline/filter.ts';
import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import type { Timeline } from '../../engine/timeline.ts';
import { fileStamp } from '../file-stamp.ts';

/** Which events are written. */
export interface ExportWish {
  readonly filter: EventFilter;
  /** Only what is newer than this one; null: from the oldest on. */
  readonly after: EventId | null;
  /** Only what is not newer than this one; null: up to the newest. */
  readonly upTo: EventId | null;
}

export interface Exported {
  readonly file: string;
  readonly count: number;
}

/** So many are written in one go; meanwhile others get a turn. */
const eventsPerWrite = 2_000;

const linesOf = (events: readonly TimelineEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** Writes events as JSON, one a line, into a new file; what the timeline forgets meanwhile is left out. */
export const exportTimeline = async (
  timeline: Pick<Timeline, 'since' | 'nextId'>,
  folder: string,
  { filter, after, upTo }: ExportWish,
  now: number,
): Promise<Exported> => {
  const isWanted = wantedBy(filter);
  const last = Math.min(upTo ?? Infinity, timeline.nextId() - 1);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `timeline-${fileStamp(now)}.jsonl`);
  const writer = await open(file, 'wx', 0o600);
  let count = 0;
  try {
    let next = (after ?? 0) + 1;
    while (next <= last) {
      const page = timeline.since(next, eventsPerWrite).filter(({ eventId }) => eventId <= last);
      const wanted = page.filter(isWanted);
      // All of it or a failure: `write` may stop half way on a full disk, and say nothing.
      await writer.appendFile(linesOf(wanted));
      count += wanted.length;
      next = (page.at(-1)?.eventId ?? last) + 1;
    }
  } finally {
    await writer.close();
  }
  return { file, count };
};
