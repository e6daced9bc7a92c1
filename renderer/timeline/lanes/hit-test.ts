import type { EventId } from '../../../shared/timeline.ts';
import type { LaneIndex } from '../layout/lane-index.ts';
import { type LaneRows, laneAt } from './lane-rows.ts';
import type { Range } from './view.ts';

/** So far beside a mark somebody may point, in pixels. */
const reach = 6;

export interface Pointed {
  readonly x: number;
  readonly y: number;
}

/** What is shown: the stretch, how wide it is drawn, and which events count. */
export interface Shown {
  readonly range: Range;
  readonly width: number;
  readonly after: EventId;
  readonly upTo: EventId;
}

/** The event that somebody points at: a mark before the bar that it stands on; null: nothing. */
export const eventAt = (
  lanes: LaneIndex,
  rows: LaneRows,
  { range, width, after, upTo }: Shown,
  { x, y }: Pointed,
): EventId | null => {
  const row = laneAt(rows, y);
  if (row === null) return null;
  const perPixel = (range.to - range.from) / width;
  const at = range.from + x * perPixel;
  const near = reach * perPixel;
  let best: { readonly eventId: EventId; readonly distance: number } | null = null;
  const offer = (eventId: EventId, distance: number): void => {
    if (best === null || distance < best.distance) best = { eventId, distance };
  };
  const stretch = { from: at - near, to: at + near, grain: 0, after, upTo };
  lanes.paint(stretch, {
    mark: ({ lane, place, rank, eventId }) => {
      // Of several in one place the most important one is meant.
      if (lane === row.lane) offer(eventId, Math.abs(place - at) / perPixel - rank / 100);
    },
    bar: ({ lane, start, end, row: thin, eventId }) => {
      if (lane !== row.lane) return;
      const own = Math.floor(((y - row.top) / row.height) * row.rows);
      const beside = Math.max(0, start - at, at - end) / perPixel;
      offer(eventId, reach + beside + Math.abs(own - thin));
    },
  });
  return (best as { readonly eventId: EventId } | null)?.eventId ?? null;
};
