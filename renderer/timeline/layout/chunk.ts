import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import { type LaneName, laneNames, laneOf } from '../../../shared/timeline/lane.ts';
import { barLookOf, barRank, markLookOf, markRank } from './look.ts';
import { type SpanTree, createSpanTree } from './span-tree.ts';

/** What one lane shows of some events. */
export interface LaneSpans {
  readonly bars: SpanTree;
  readonly marks: SpanTree;
  /** In which of the lane's thin rows each bar is drawn. */
  readonly rows: number[];
}

/** Events that follow each other, with what the lanes show of them. */
export interface Chunk {
  readonly ids: EventId[];
  readonly places: number[];
  readonly lanes: ReadonlyMap<LaneName, LaneSpans>;
}

/** A bar whose end has not been told of. */
export interface OpenBar {
  readonly lane: LaneName;
  readonly spans: LaneSpans;
  readonly index: number;
  readonly row: number;
}

/** What an event means for a bar; null: nothing. Calls, requests and a phone’s are numbered each by themselves. */
export const barKeyOf = ({ type, call, request }: TimelineEvent): string | null => {
  if (type === 'called' || type === 'completed') return call === undefined ? null : `call ${call}`;
  if (type === 'requested' || type === 'responded')
    return request === undefined ? null : `request ${request}`;
  if (type === 'phone-asked' || type === 'phone-answered')
    return request === undefined ? null : `phone ${request}`;
  return null;
};

const isStart = ({ type }: TimelineEvent): boolean =>
  type === 'called' || type === 'requested' || type === 'phone-asked';

/** A phone is another app: nothing of it ends when this one is killed. */
export const endsWithLife = ({ lane }: Pick<OpenBar, 'lane'>): boolean => lane !== 'phone';

export const createChunk = (): Chunk => ({
  ids: [],
  places: [],
  lanes: new Map(
    laneNames.map((name) => [name, { bars: createSpanTree(), marks: createSpanTree(), rows: [] }]),
  ),
});

/** Every chunk has every lane. */
const spansIn = ({ lanes }: Chunk, lane: LaneName): LaneSpans => {
  const spans = lanes.get(lane);
  if (spans === undefined) throw new Error(`there is no lane ${lane}`);
  return spans;
};

/** More than so many bars at once share the last row of a lane. */
export const rowsPerLane = 3;

/** Puts events into chunks, and keeps what is still open. */
export interface Writer {
  readonly open: ReadonlyMap<string, OpenBar>;
  /** False: it ends a bar that nobody knows the start of. */
  write(chunk: Chunk, event: TimelineEvent, place: number): boolean;
}

export const endBar = (
  { spans, index }: OpenBar,
  place: number,
  event: TimelineEvent | null,
): void => {
  const look = event === null ? 'cut' : barLookOf(event);
  spans.bars.end(index, Math.max(place, spans.bars.startOf(index)), barRank(look));
};

export const createWriter = (): Writer => {
  const open = new Map<string, OpenBar>();
  /** How many open bars there are in each row of each lane. */
  const taken = new Map<LaneName, number[]>();

  const freeRow = (lane: LaneName): number => {
    const rows = taken.get(lane) ?? Array.from({ length: rowsPerLane }, () => 0);
    taken.set(lane, rows);
    const free = rows.indexOf(0);
    const row = free === -1 ? rowsPerLane - 1 : free;
    rows[row] = (rows[row] ?? 0) + 1;
    return row;
  };

  const leaveRow = ({ lane, row }: OpenBar): void => {
    const rows = taken.get(lane);
    if (rows !== undefined) rows[row] = Math.max(0, (rows[row] ?? 0) - 1);
  };

  const begin = (chunk: Chunk, event: TimelineEvent, place: number, key: string): void => {
    const lane = laneOf(event);
    const spans = spansIn(chunk, lane);
    const row = freeRow(lane);
    const index = spans.bars.push(place, Infinity, barRank('open'), event.eventId);
    spans.rows[index] = row;
    open.set(key, { lane, spans, index, row });
  };

  const finish = (event: TimelineEvent, place: number, key: string): boolean => {
    const bar = open.get(key);
    if (bar === undefined) return false;
    open.delete(key);
    leaveRow(bar);
    endBar(bar, place, event);
    return true;
  };

  const cutAll = (place: number): void => {
    for (const [key, bar] of open) {
      if (!endsWithLife(bar)) continue;
      endBar(bar, place, null);
      open.delete(key);
      leaveRow(bar);
    }
  };

  const mark = (chunk: Chunk, event: TimelineEvent, place: number): void => {
    const look = markRank(markLookOf(event));
    spansIn(chunk, laneOf(event)).marks.push(place, place, look, event.eventId);
  };

  return Object.freeze({
    open,
    write: (chunk: Chunk, event: TimelineEvent, place: number) => {
      chunk.ids.push(event.eventId);
      chunk.places.push(place);
      const key = barKeyOf(event);
      if (key !== null && isStart(event)) {
        begin(chunk, event, place, key);
        return true;
      }
      if (key !== null && finish(event, place, key)) return true;
      if (event.type === 'cold-started') cutAll(place);
      mark(chunk, event, place);
      return key === null;
    },
  });
};
