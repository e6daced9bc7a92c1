import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import type { LaneName } from '../../../shared/timeline/lane.ts';
import { type Axis, createAxis } from './axis.ts';
import { type Chunk, barKeyOf, createChunk, createWriter, endBar, endsWithLife } from './chunk.ts';
import type { Stretch } from './span-tree.ts';

/** A bar, or several that lie closer together than a pixel. */
export interface FoundBar {
  readonly lane: LaneName;
  readonly start: number;
  /** Infinite where it has not ended. */
  readonly end: number;
  readonly rank: number;
  readonly row: number;
  readonly count: number;
  readonly eventId: EventId;
}

export interface FoundMark {
  readonly lane: LaneName;
  readonly place: number;
  readonly rank: number;
  readonly count: number;
  readonly eventId: EventId;
}

export interface Painter {
  bar(found: FoundBar): void;
  mark(found: FoundMark): void;
}

/** What the lanes show of all events, so that a stretch of it is found at once. */
export interface LaneIndex {
  readonly axis: Axis;
  /** Where the first and the last event stand; null: there is none. */
  readonly extent: { readonly from: number; readonly to: number } | null;
  /** Where the events begin that came one after the other, without a pause. */
  readonly burst: number;
  readonly hasOpen: boolean;
  /** Whether anything stands in the lane. */
  has(lane: LaneName): boolean;
  push(events: readonly TimelineEvent[]): void;
  /** Events that are older than all others, oldest first. */
  prepend(events: readonly TimelineEvent[]): void;
  /** Forgets what is older than this event, a good deal at a time. */
  dropBefore(eventId: EventId): void;
  placeOf(eventId: EventId): number | null;
  /** Hands out what stands in a stretch; returns how many nodes it looked at. */
  paint(stretch: Stretch, painter: Painter): number;
}

const chunkSize = 4_096;
/** Nothing for so long, and what comes next is something else. */
const pauseMs = 2_000;

/** The place of an id among those of a chunk; -1: it is not there. */
const indexOf = (ids: readonly EventId[], eventId: EventId): number => {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? Infinity) < eventId) low = middle + 1;
    else high = middle;
  }
  return ids[low] === eventId ? low : -1;
};

/** Where something ended that began before all that is known, by its key. */
type Ends = Map<string, { readonly place: number; readonly event: TimelineEvent }>;

/** Marks are wider than what they stand for, and hide each other sooner. */
const markGrain = 2;

const paintChunk = (chunk: Chunk, stretch: Stretch, painter: Painter): number => {
  let looked = 0;
  const forMarks = { ...stretch, grain: stretch.grain * markGrain };
  for (const [lane, { bars, marks, rows }] of chunk.lanes) {
    if (bars.reaches(stretch))
      looked += bars.visit(stretch, (start, end, rank, index, count) => {
        painter.bar({
          lane,
          start,
          end,
          rank,
          row: rows[index] ?? 0,
          count,
          eventId: bars.idOf(index),
        });
      });
    if (marks.reaches(stretch))
      looked += marks.visit(forMarks, (place, _end, rank, index, count) => {
        painter.mark({ lane, place, rank, count, eventId: marks.idOf(index) });
      });
  }
  return looked;
};

const isLeft = ({ ids }: Chunk, eventId: EventId): boolean => (ids.at(-1) ?? 0) < eventId;

export const createLaneIndex = (): LaneIndex => {
  const axis = createAxis();
  const chunks: Chunk[] = [];
  const writer = createWriter();
  const ends: Ends = new Map();
  /** Where the first cold start that is known is: what began before it and did not end, ended there. */
  let firstCut: number | null = null;
  let burst = 0;
  let lastPlace = -Infinity;

  const room = (): Chunk => {
    const last = chunks.at(-1);
    if (last !== undefined && last.ids.length < chunkSize) return last;
    const chunk = createChunk();
    chunks.push(chunk);
    return chunk;
  };

  const keepEnd = (event: TimelineEvent, place: number, into: Ends): void => {
    const key = barKeyOf(event);
    if (key !== null) into.set(key, { place, event });
  };

  const push = (events: readonly TimelineEvent[]): void => {
    for (const event of events) {
      const place = axis.push(event.at);
      if (place - lastPlace > pauseMs) burst = place;
      lastPlace = place;
      if (!writer.write(room(), event, place)) keepEnd(event, place, ends);
      if (event.type === 'cold-started') firstCut ??= place;
    }
  };

  /** What is still open at the end of older events has ended later, or been cut. */
  const closeOld = (older: ReturnType<typeof createWriter>): void => {
    for (const [key, bar] of older.open) {
      const end = ends.get(key);
      if (end !== undefined) {
        endBar(bar, end.place, end.event);
        ends.delete(key);
      } else if (firstCut !== null && endsWithLife(bar)) endBar(bar, firstCut, null);
    }
  };

  const prepend = (events: readonly TimelineEvent[]): void => {
    const places = axis.prepend(events.map(({ at }) => at));
    if (chunks.length === 0) lastPlace = places.at(-1) ?? lastPlace;
    const older = createWriter();
    const chunk = createChunk();
    const olderEnds: Ends = new Map();
    let cut: number | null = null;
    for (const [step, event] of events.entries()) {
      const place = places[step] ?? 0;
      if (!older.write(chunk, event, place)) keepEnd(event, place, olderEnds);
      if (event.type === 'cold-started') cut ??= place;
    }
    closeOld(older);
    for (const [key, end] of olderEnds) ends.set(key, end);
    firstCut = cut ?? firstCut;
    if (events.length > 0) chunks.unshift(chunk);
  };

  const placeOf = (eventId: EventId): number | null => {
    const chunk = chunks.find((one) => !isLeft(one, eventId));
    const index = chunk === undefined ? -1 : indexOf(chunk.ids, eventId);
    return index === -1 ? null : (chunk?.places[index] ?? null);
  };

  return Object.freeze({
    axis,
    get extent() {
      const from = chunks[0]?.places[0];
      const to = chunks.at(-1)?.places.at(-1);
      return from === undefined || to === undefined ? null : { from, to };
    },
    get burst() {
      return burst;
    },
    get hasOpen() {
      return writer.open.size > 0;
    },
    has: (lane: LaneName) =>
      chunks.some(({ lanes }) => {
        const spans = lanes.get(lane);
        return spans !== undefined && spans.bars.size + spans.marks.size > 0;
      }),
    push,
    prepend,
    dropBefore: (eventId: EventId) => {
      while (chunks[0] !== undefined && isLeft(chunks[0], eventId)) chunks.shift();
    },
    placeOf,
    paint: (stretch: Stretch, painter: Painter) =>
      chunks.reduce((looked, chunk) => looked + paintChunk(chunk, stretch, painter), 0),
  });
};
