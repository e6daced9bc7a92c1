/** Which stretch of the axis is looked at. */
export type View =
  /** What happened last, without a pause between: it follows the newest. */
  | { readonly mode: 'latest' }
  /** The end, with so much before it: it follows the newest. */
  | { readonly mode: 'follow'; readonly span: number }
  | { readonly mode: 'all' }
  /** Where somebody went. */
  | { readonly mode: 'free'; readonly from: number; readonly to: number };

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What there is to look at, in places of the axis. */
export interface Land {
  readonly from: number;
  readonly to: number;
  /** Where the newest events begin that came without a pause. */
  readonly burst: number;
}

/** Less is not worth looking at: events have whole milliseconds. */
const leastSpan = 4;
const leastLatest = 300;
const mostLatest = 60_000;
/** What is left free at either end, as a part of the whole. */
const margin = 0.03;

export const latest: View = { mode: 'latest' };

const padded = (from: number, to: number): Range => {
  const air = Math.max(to - from, leastSpan) * margin;
  return { from: from - air, to: to + air };
};

export const rangeOf = (view: View, { from, to, burst }: Land): Range => {
  switch (view.mode) {
    case 'latest': {
      const span = Math.min(mostLatest, Math.max(leastLatest, to - burst));
      return padded(Math.max(to - span, Math.min(burst, to)), Math.max(burst, to - span) + span);
    }
    case 'follow':
      return { from: to - view.span * (1 - margin), to: to + view.span * margin };
    case 'all':
      return padded(from, Math.max(to, from + leastSpan));
    case 'free':
      return { from: view.from, to: view.to };
  }
};

const longestSpan = ({ from, to }: Land): number => Math.max(leastLatest, (to - from) * 1.2);

/** Narrower or wider by a factor, while the place under the pointer stays where it is. */
export const zoomed = (view: View, land: Land, factor: number, at: number | null): View => {
  const { from, to } = rangeOf(view, land);
  const span = Math.min(longestSpan(land), Math.max(leastSpan, (to - from) * factor));
  if (at === null && view.mode !== 'free') return { mode: 'follow', span };
  const pivot = at ?? (from + to) / 2;
  const share = (pivot - from) / (to - from);
  return { mode: 'free', from: pivot - span * share, to: pivot + span * (1 - share) };
};

/** Moved along, but never to where nothing is. */
export const panned = (view: View, land: Land, by: number): View => {
  const { from, to } = rangeOf(view, land);
  const span = to - from;
  const start = Math.min(land.to - span * 0.1, Math.max(land.from - span * 0.9, from + by));
  return { mode: 'free', from: start, to: start + span };
};

/** As it is where the place is in sight, else moved so that it is in the middle. */
export const revealing = (view: View, land: Land, place: number): View => {
  const { from, to } = rangeOf(view, land);
  if (place >= from && place <= to) return view;
  const half = (to - from) / 2;
  return { mode: 'free', from: place - half, to: place + half };
};

export const atStart = (view: View, land: Land): View => {
  const { from, to } = rangeOf(view, land);
  const span = to - from;
  return { mode: 'free', from: land.from - span * margin, to: land.from + span * (1 - margin) };
};

/** At the end and following it, as wide as it was. */
export const atEnd = (view: View, land: Land): View => {
  const { from, to } = rangeOf(view, land);
  return { mode: 'follow', span: to - from };
};

export const isFollowing = ({ mode }: View): boolean => mode !== 'free';
