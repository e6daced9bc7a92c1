import type { EventId } from '../../../shared/timeline.ts';
import type { LaneIndex } from '../layout/lane-index.ts';
import type { Land } from './view.ts';

interface Limits {
  readonly after: EventId;
  readonly upTo: EventId;
  readonly now: number;
}

/** What there is to look at; null: nothing. What is under way goes on until now, unless it is paused. */
export const landOf = (lanes: LaneIndex, { after, upTo, now }: Limits): Land | null => {
  const { axis, extent, burst, hasOpen } = lanes;
  if (extent === null) return null;
  const from = lanes.placeOf(after) ?? extent.from;
  const paused = lanes.placeOf(upTo);
  if (paused !== null) return { from, to: Math.max(from, paused), burst: Math.min(burst, paused) };
  const to = hasOpen ? Math.max(extent.to, axis.placeOfNow(now)) : extent.to;
  return { from, to, burst: Math.max(burst, from) };
};
