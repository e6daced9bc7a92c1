import {
  type LaneGroup,
  type LaneName,
  laneGroupOf,
  laneGroups,
  laneNames,
} from '../../../shared/timeline/lane.ts';
import { rowsPerLane } from '../layout/chunk.ts';

/** Where a lane lies, from the top of all lanes. */
export interface LaneRow {
  readonly lane: LaneName;
  readonly top: number;
  readonly height: number;
  /** How many thin rows it has for bars that run at once. */
  readonly rows: number;
}

export interface GroupRow {
  readonly group: LaneGroup;
  readonly top: number;
  readonly height: number;
}

export interface LaneRows {
  readonly lanes: readonly LaneRow[];
  readonly groups: readonly GroupRow[];
  readonly height: number;
}

interface Height {
  readonly least: number;
  readonly most: number;
}

/** Calls and what they set off run in any number at once; each slot runs one thing at a time. */
const crowded: Height = { least: 18, most: 32 };
const slot: Height = { least: 7, most: 14 };
const plain: Height = { least: 12, most: 20 };

const isCrowded = (lane: LaneName): boolean =>
  lane === 'calls' || lane === 'on-demand' || lane === 'beside' || lane === 'phone';
const isSlot = (lane: LaneName): boolean => /-\d$/.test(lane);

const heightOf = (lane: LaneName): Height => {
  if (isSlot(lane)) return slot;
  return isCrowded(lane) ? crowded : plain;
};

const sum = (lanes: readonly LaneName[], pick: (height: Height) => number): number =>
  lanes.reduce((total, lane) => total + pick(heightOf(lane)), 0);

/** The lane of phones is there once one is served. */
export const lanesShown = (hasPhone: boolean): readonly LaneName[] =>
  hasPhone ? laneNames : laneNames.filter((lane) => lane !== 'phone');

/** Lanes share the room that there is; where it is too little, they are scrolled. */
export const laneRowsFor = (room: number, shown: readonly LaneName[] = laneNames): LaneRows => {
  const leastTotal = sum(shown, ({ least }) => least);
  const mostTotal = sum(shown, ({ most }) => most);
  const share = Math.min(1, Math.max(0, (room - leastTotal) / (mostTotal - leastTotal)));
  let top = 0;
  const lanes = shown.map((lane): LaneRow => {
    const { least, most } = heightOf(lane);
    const height = Math.floor(least + (most - least) * share);
    const row = { lane, top, height, rows: isCrowded(lane) ? rowsPerLane : 1 };
    top += height;
    return row;
  });
  const groups = laneGroups.flatMap((group): readonly GroupRow[] => {
    const own = lanes.filter(({ lane }) => laneGroupOf(lane) === group);
    if (own.length === 0) return [];
    const height = own.reduce((total, row) => total + row.height, 0);
    return [{ group, top: own[0]?.top ?? 0, height }];
  });
  return { lanes, groups, height: top };
};

/** The lane at this height; null: there is none. */
export const laneAt = ({ lanes }: LaneRows, y: number): LaneRow | null =>
  lanes.find(({ top, height }) => y >= top && y < top + height) ?? null;
