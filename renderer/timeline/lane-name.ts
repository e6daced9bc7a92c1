import { type LaneName, laneGroupOf } from '../../shared/timeline/lane.ts';
import { messages } from '../messages.ts';

const { names, slot } = messages.timeline.lanes;

/** A lane by its own name: each slot has one. */
export const laneName = (lane: LaneName): string => {
  const group = laneGroupOf(lane);
  const number = lane.slice(lane.lastIndexOf('-') + 1);
  return group === 'prefetch' || group === 'download' ? slot[group](number) : names[group];
};
