import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import type { LaneName } from '../../../shared/timeline/lane.ts';
import type { LaneIndex } from '../layout/lane-index.ts';
import type { LaneRow, LaneRows } from './lane-rows.ts';
import type { Range } from './view.ts';

/** Everything that a picture of the lanes depends on. */
export interface Scene {
  readonly lanes: LaneIndex;
  readonly rows: LaneRows;
  readonly range: Range;
  readonly width: number;
  /** Where what has not ended yet has come to. */
  readonly now: number;
  readonly after: EventId;
  readonly upTo: EventId;
  /** The chosen event and what led to it, oldest first. */
  readonly chain: readonly Anchor[];
  readonly find: (eventId: EventId) => TimelineEvent | null;
}

/** Where an event stands. */
export interface Anchor {
  readonly place: number;
  readonly lane: LaneName;
}

/** Where places and lanes are in the picture. */
export interface Geometry {
  readonly xOf: (place: number) => number;
  readonly rowOf: (lane: LaneName) => LaneRow | undefined;
}

export const geometryOf = ({ range, width, rows }: Scene): Geometry => {
  const perMs = width / (range.to - range.from);
  const byLane = new Map(rows.lanes.map((row) => [row.lane, row]));
  return {
    xOf: (place) => (place - range.from) * perMs,
    rowOf: (lane) => byLane.get(lane),
  };
};

/** The middle of a row, without the line below it. */
export const middleOf = ({ top, height }: LaneRow): number => top + (height - 1) / 2;
