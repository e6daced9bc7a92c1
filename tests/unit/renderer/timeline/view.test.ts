import { describe, expect, it } from 'vitest';
import { createAxis } from '../../../../renderer/timeline/layout/axis.ts';
import { createLaneIndex } from '../../../../renderer/timeline/layout/lane-index.ts';
import { eventAt } from '../../../../renderer/timeline/lanes/hit-test.ts';
import { laneAt, laneRowsFor, lanesShown } from '../../../../renderer/timeline/lanes/lane-rows.ts';
import { landOf } from '../../../../renderer/timeline/lanes/land.ts';
import { stepFor, ticksFor } from '../../../../renderer/timeline/lanes/ticks.ts';
import {
  atEnd,
  atStart,
  isFollowing,
  latest,
  panned,
  rangeOf,
  revealing,
  zoomed,
} from '../../../../renderer/timeline/lanes/view.ts';
import { laneNames } from '../../../../shared/timeline/lane.ts';
import { event } from '../samples.ts';

const land = { from: 0, to: 100_000, burst: 98_000 };
const free = { mode: 'free', from: 20_000, to: 30_000 } as const;

describe('the view of the lanes', () => {
  it('shows what happened last, all of it and little else', () => {
    const { from, to } = rangeOf(latest, land);
    expect([from > 97_000 && from < 98_000, to > 100_000 && to < 101_000]).toEqual([true, true]);
  });

  it('keeps the place under the pointer when it zooms', () => {
    const near = rangeOf(zoomed(free, land, 0.5, 22_000), land);
    expect(near).toEqual({ from: 21_000, to: 26_000 });
  });

  it('follows the end while it is zoomed by keys, until somebody pans', () => {
    const near = zoomed({ mode: 'follow', span: 8_000 }, land, 0.5, null);
    const gone = panned(near, land, -1_000);
    expect([isFollowing(near), rangeOf(near, land).to > land.to, isFollowing(gone)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('goes neither beyond what there is nor closer than events lie', () => {
    const far = rangeOf(panned(free, land, 1e9), land);
    const near = rangeOf(zoomed(free, land, 1e-9, 25_000), land);
    const wide = rangeOf(zoomed(free, land, 1e9, 25_000), land);
    expect([far.from <= land.to, near.to - near.from, wide.to - wide.from]).toEqual([
      true,
      4,
      120_000,
    ]);
  });

  it('moves to what is chosen only where that is out of sight', () => {
    expect([revealing(free, land, 25_000), rangeOf(revealing(free, land, 90_000), land)]).toEqual([
      free,
      { from: 85_000, to: 95_000 },
    ]);
  });

  it('leads to the beginning and back to the end as wide as it was', () => {
    const [start, end] = [rangeOf(atStart(free, land), land), rangeOf(atEnd(free, land), land)];
    expect([start.from <= 0, start.to - start.from, end.to > land.to, end.to - end.from]).toEqual([
      true,
      10_000,
      true,
      10_000,
    ]);
  });
});

describe('the times along the axis', () => {
  it.each([
    [0.01, 1],
    [1, 100],
    [10, 1_000],
    [100, 10_000],
    [100_000, 10_800_000],
  ])('%d ms for a pixel are told every %d ms', (perPixel, step) => {
    expect(stepFor(perPixel)).toBe(step);
  });

  it('are round, and never upon each other, also where the clock jumps back', () => {
    const axis = createAxis();
    const [first = 0, , , last = 0] = [5_300, 9_100, 2_050, 8_000].map(axis.push);
    const width = 800;
    const ticks = ticksFor(axis, { from: first, to: last }, width);
    const gaps = ticks.slice(1).map(({ place }, index) => place - (ticks[index]?.place ?? 0));
    const perPixel = (last - first) / width;
    expect({
      areRound: ticks.every(({ at }) => at % 1_000 === 0),
      areApart: gaps.every((gap) => gap / perPixel >= 76),
    }).toEqual({ areRound: true, areApart: true });
    expect(ticks.length).toBeGreaterThan(3);
  });
});

describe('the rows of the lanes', () => {
  it('all have room at the height that the timeline has by default', () => {
    expect(laneRowsFor(160, lanesShown(false)).height).toBeLessThanOrEqual(160);
  });

  it('have one for phones only where one was served', () => {
    const lanesOf = (hasPhone: boolean) =>
      laneRowsFor(600, lanesShown(hasPhone)).groups.map(({ group }) => group);
    expect([lanesOf(false).includes('phone'), lanesOf(true)[0]]).toEqual([false, 'phone']);
  });

  it('grow with the room, and never overlap', () => {
    const { lanes, height } = laneRowsFor(600);
    expect([lanes.map(({ lane }) => lane), height > 240]).toEqual([laneNames, true]);
    for (const { lane, top, height: own } of lanes)
      expect(laneAt(laneRowsFor(600), top + own / 2)?.lane).toBe(lane);
  });
});

describe('what somebody points at', () => {
  const index = createLaneIndex();
  index.push([
    { ...event(1, { type: 'requested', subject: 'list', request: 1 }), at: 1_000 },
    { ...event(2, { type: 'joined', subject: 'list' }), at: 1_500 },
    { ...event(3, { type: 'responded', subject: 'list', request: 1 }), at: 2_000 },
  ]);
  const rows = laneRowsFor(160);
  const y = (rows.lanes.find(({ lane }) => lane === 'list')?.top ?? 0) + 6;
  const shown = { range: { from: 1_000, to: 2_000 }, width: 1_000, after: 0, upTo: Infinity };
  const at = (x: number, height = y) => eventAt(index, rows, shown, { x, y: height });

  it('is the mark before the bar below it, and nothing in another lane', () => {
    expect([at(200), at(498), at(200, 2)]).toEqual([1, 2, null]);
  });
});

describe('what there is to look at', () => {
  it('grows with the clock while something is under way, and stands still in a pause', () => {
    const index = createLaneIndex();
    index.push([{ ...event(1, { type: 'called', subject: 'list', call: 1 }), at: 1_000 }]);
    const limits = { after: 0, upTo: Infinity, now: 4_000 };
    expect([
      landOf(index, limits)?.to,
      landOf(index, { ...limits, upTo: 1 })?.to,
      landOf(createLaneIndex(), limits),
    ]).toEqual([4_000, 1_000, null]);
  });
});
