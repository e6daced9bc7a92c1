import type { EventId } from '../../../shared/timeline.ts';

/** What is found in a stretch: one thing, or several that lie closer together than a pixel. */
export type Found = (
  start: number,
  end: number,
  rank: number,
  index: number,
  count: number,
) => void;

/** Which part of a tree is asked for. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What is narrower than this is handed out as one. */
  readonly grain: number;
  /** Only what is newer than this event, and not newer than that one. */
  readonly after: EventId;
  readonly upTo: EventId;
}

/**
 * Things in the order of their starts, each with an end. A stretch is found without looking at what
 * lies outside of it, and what is narrower than a grain without looking into it.
 */
export interface SpanTree {
  readonly size: number;
  push(start: number, end: number, rank: number, id: EventId): number;
  /** What was open ends there. */
  end(index: number, end: number, rank: number): void;
  idOf(index: number): EventId;
  startOf(index: number): number;
  /** Whether anything may stand in the stretch: else there is nothing to visit. */
  reaches(stretch: Pick<Stretch, 'from' | 'to'>): boolean;
  /** Returns how many nodes it looked at. */
  visit(stretch: Stretch, found: Found): number;
}

/** So many nodes share one above them: few, so that what is dense is soon found to be narrow. */
const fan = 3;

interface Level {
  readonly ends: number[];
  readonly ranks: number[];
}

/** Hands out as one what follows each other within a grain: nodes end where they happen to. */
const createGatherer = (grain: number, found: Found) => {
  let [start, end, rank, index, count] = [0, 0, 0, 0, 0];
  const flush = (): void => {
    if (count > 0) found(start, end, rank, index, count);
    count = 0;
  };
  const add: Found = (nextStart, nextEnd, nextRank, nextIndex, nextCount) => {
    if (count > 0 && nextEnd - start < grain) {
      end = Math.max(end, nextEnd);
      rank = Math.max(rank, nextRank);
      index = nextIndex;
      count += nextCount;
      return;
    }
    flush();
    [start, end, rank, index, count] = [nextStart, nextEnd, nextRank, nextIndex, nextCount];
  };
  return { add, flush };
};

export const createSpanTree = (): SpanTree => {
  const starts: number[] = [];
  const ids: EventId[] = [];
  /** The first level has the things themselves, each further one a node for some of the level below. */
  const levels: Level[] = [{ ends: [], ranks: [] }];

  const recompute = (below: Level, node: number): { end: number; rank: number } => {
    let [end, rank] = [-Infinity, -1];
    const stop = Math.min(below.ends.length, (node + 1) * fan);
    for (let child = node * fan; child < stop; child += 1) {
      end = Math.max(end, below.ends[child] ?? -Infinity);
      rank = Math.max(rank, below.ranks[child] ?? -1);
    }
    return { end, rank };
  };

  const update = (index: number): void => {
    let node = index;
    for (let level = 1; ; level += 1) {
      const below = levels[level - 1];
      if (below === undefined || below.ends.length <= 1) return;
      const here = (levels[level] ??= { ends: [], ranks: [] });
      node = Math.floor(node / fan);
      const { end, rank } = recompute(below, node);
      here.ends[node] = end;
      here.ranks[node] = rank;
    }
  };

  const set = (index: number, end: number, rank: number): void => {
    const [leaves] = levels;
    if (leaves === undefined) return;
    leaves.ends[index] = end;
    leaves.ranks[index] = rank;
    update(index);
  };

  const visit = (stretch: Stretch, found: Found): number => {
    const { from, to, grain, after, upTo } = stretch;
    const size = starts.length;
    const gatherer = createGatherer(grain, found);
    let looked = 0;

    /** `width` is how many things a node of this level stands for. False: what follows lies behind. */
    const look = (level: number, node: number, width: number): boolean => {
      const first = node * width;
      if (first >= size) return false;
      looked += 1;
      const start = starts[first] ?? 0;
      const firstId = ids[first] ?? 0;
      if (start > to || firstId > upTo) return false;
      const last = Math.min(size, first + width) - 1;
      const lastId = ids[last] ?? 0;
      const nodes = levels[level];
      const end = nodes?.ends[node] ?? start;
      if (end < from || lastId <= after) return true;
      const isWhole = firstId > after && lastId <= upTo;
      if (level === 0 || (isWhole && end - start < grain)) {
        gatherer.add(start, end, nodes?.ranks[node] ?? 0, last, last - first + 1);
        return true;
      }
      const next = width / fan;
      for (let child = node * fan; child < (node + 1) * fan; child += 1)
        if (!look(level - 1, child, next)) return false;
      return true;
    };

    if (size > 0) look(levels.length - 1, 0, fan ** (levels.length - 1));
    gatherer.flush();
    return looked;
  };

  return Object.freeze({
    get size() {
      return starts.length;
    },
    push: (start: number, end: number, rank: number, id: EventId) => {
      const index = starts.length;
      starts.push(start);
      ids.push(id);
      set(index, end, rank);
      return index;
    },
    end: set,
    idOf: (index: number) => ids[index] ?? 0,
    startOf: (index: number) => starts[index] ?? 0,
    reaches: ({ from, to }: Pick<Stretch, 'from' | 'to'>) =>
      (starts[0] ?? Infinity) <= to && (levels.at(-1)?.ends[0] ?? -Infinity) >= from,
    visit,
  });
};
