/** Longer than this with nothing to tell is drawn as a break of this length. */
export const longestIdleMs = 30_000;

/** Where the clock on the axis jumps: it was moved back, or nothing happened for long. */
export interface AxisBreak {
  /** The place from which on it holds. */
  readonly place: number;
  /** Added to a time it gives the place. */
  readonly offset: number;
  /** How far the clock jumps there, in milliseconds; null: it is where the axis begins. */
  readonly jumpMs: number | null;
}

/**
 * Places on the time axis. They never go back, though the clock may, and long idle times take little
 * room; within a stretch a place is a time.
 */
export interface Axis {
  /** The place of the next event. */
  push(at: number): number;
  /** The places of events that lie before all others, oldest first. */
  prepend(ats: readonly number[]): readonly number[];
  /** The place of a time that has not been told of yet: of now. */
  placeOfNow(now: number): number;
  timeAt(place: number): number;
  /** The jumps in this stretch of the axis. */
  breaksIn(from: number, to: number): readonly AxisBreak[];
}

/** Where the clock was moved back the axis goes on a little, so that each place has one time. */
const backMs = 1;

/** How far the axis goes on between two times that follow each other. */
const step = (before: number, at: number): number =>
  at < before ? backMs : Math.min(longestIdleMs, at - before);

interface Laid {
  readonly places: readonly number[];
  readonly breaks: readonly AxisBreak[];
}

/** Lays times out from a place on. */
const lay = (ats: readonly number[], start: number): Laid => {
  const places: number[] = [];
  const breaks: AxisBreak[] = [];
  let [place, before] = [start, ats[0] ?? 0];
  for (const at of ats) {
    const by = step(before, at);
    place += by;
    const jumpMs = at - before - by;
    if (jumpMs !== 0) breaks.push({ place, offset: place - at, jumpMs });
    places.push(place);
    before = at;
  }
  return { places, breaks };
};

const moved = (all: readonly AxisBreak[], by: number): readonly AxisBreak[] =>
  all.map(({ place, offset, jumpMs }) => ({ place: place + by, offset: offset + by, jumpMs }));

export const createAxis = (): Axis => {
  let breaks: AxisBreak[] = [];
  let first: { readonly at: number; readonly place: number } | null = null;
  let last = { at: 0, place: 0 };

  const breakAt = (place: number): AxisBreak | undefined => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((breaks[middle]?.place ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return breaks[Math.max(0, low - 1)];
  };

  const begin = (at: number): number => {
    first = { at, place: at };
    last = { at, place: at };
    breaks = [{ place: at, offset: 0, jumpMs: null }];
    return at;
  };

  const push = (at: number): number => {
    if (first === null) return begin(at);
    const by = step(last.at, at);
    const place = last.place + by;
    const jumpMs = at - last.at - by;
    if (jumpMs !== 0) breaks.push({ place, offset: place - at, jumpMs });
    last = { at, place };
    return place;
  };

  const prepend = (ats: readonly number[]): readonly number[] => {
    const [oldest] = ats;
    const newest = ats.at(-1);
    if (oldest === undefined || newest === undefined) return [];
    if (first === null) return ats.map(push);
    const laid = lay(ats, oldest);
    const by = first.place - step(newest, first.at) - (laid.places.at(-1) ?? 0);
    const jumpMs = first.at - newest - step(newest, first.at);
    const start: AxisBreak = { place: oldest + by, offset: by, jumpMs: null };
    // Where it began until now, it goes on now.
    const joint = { place: first.place, offset: first.place - first.at, jumpMs };
    const rest = breaks.slice(1);
    breaks = [start, ...moved(laid.breaks, by), ...(jumpMs === 0 ? [] : [joint]), ...rest];
    first = { at: oldest, place: oldest + by };
    return laid.places.map((place) => place + by);
  };

  return Object.freeze({
    push,
    prepend,
    placeOfNow: (now: number) => last.place + step(last.at, Math.max(last.at, now)),
    timeAt: (place: number) => place - (breakAt(place)?.offset ?? 0),
    breaksIn: (from: number, to: number) =>
      breaks.filter(({ place, jumpMs }) => jumpMs !== null && place >= from && place <= to),
  });
};
