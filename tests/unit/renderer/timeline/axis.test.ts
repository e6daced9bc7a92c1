import { describe, expect, it } from 'vitest';
import { createAxis, longestIdleMs } from '../../../../renderer/timeline/layout/axis.ts';

const minute = 60_000;

describe('the axis', () => {
  it('is time itself where nothing jumps', () => {
    const axis = createAxis();
    const places = [1_000, 1_000, 1_250].map(axis.push);
    expect([places, places.map(axis.timeAt)]).toEqual([
      [1_000, 1_000, 1_250],
      [1_000, 1_000, 1_250],
    ]);
  });

  it('never goes back where the clock does, and still tells the times', () => {
    const axis = createAxis();
    const times = [10 * minute, 10 * minute + 50, 4 * minute, 4 * minute + 20];
    const places = times.map(axis.push);
    expect([places.toSorted((one, other) => one - other), axis.timeAt(places[3] ?? 0)]).toEqual([
      places,
      times[3],
    ]);
    expect(axis.breaksIn(0, Infinity).map(({ jumpMs }) => jumpMs)).toEqual([-6 * minute - 51]);
  });

  it('gives a long time in which nothing happened little room', () => {
    const axis = createAxis();
    const first = axis.push(0);
    const second = axis.push(25 * 60 * minute);
    expect([second - first, axis.timeAt(second), axis.breaksIn(first, second)[0]?.jumpMs]).toEqual([
      longestIdleMs,
      25 * 60 * minute,
      25 * 60 * minute - longestIdleMs,
    ]);
  });

  it('goes on until now, but no further than an idle time', () => {
    const axis = createAxis();
    axis.push(1_000);
    expect([1_500, 500, 10 * minute].map(axis.placeOfNow)).toEqual([
      1_500,
      1_000,
      1_000 + longestIdleMs,
    ]);
  });

  it.each([
    ['right before', [3_000, 3_500]],
    ['after a jump back', [9_000, 9_500]],
    ['long before', [-10 * minute, -9 * minute]],
  ])('takes older events %s without moving what is there', (_, ats) => {
    const axis = createAxis();
    const there = [4_000, 4_100].map(axis.push);
    const older = axis.prepend(ats);
    expect({
      times: [...older, ...there].map(axis.timeAt),
      isInOrder: [...older, ...there].every(
        (place, index, all) => place >= (all[index - 1] ?? -Infinity),
      ),
    }).toEqual({ times: [...ats.slice(0, -1), ats.at(-1), 4_000, 4_100], isInOrder: true });
  });
});
