import { describe, expect, it } from 'vitest';
import { measureRow } from '../../../main/tools/bench/kit/measure-row.ts';
import { median, summarize } from '../../../main/tools/bench/kit/statistics.ts';
import {
  figure,
  headLine,
  jsonLine,
  listText,
  tableLine,
} from '../../../main/tools/bench/print.ts';
import type { Result, Row } from '../../../main/tools/bench/row.ts';
import { ROWS } from '../../../main/tools/bench/rows.ts';

describe('the figures of a bench', () => {
  it.each([
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 2, 100], 3],
  ])('have the median of %j in %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('are not made up where nothing was measured', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => summarize([{ ours: 1, against: 0 }])).toThrow(RangeError);
  });

  it('are the ratio of medians, which one slow round does not change', () => {
    const rounds = [
      { ours: 2, against: 4 },
      { ours: 900, against: 4 },
      { ours: 3, against: 5 },
    ];
    expect(summarize(rounds)).toEqual({ ours: 3, against: 4, ratio: 0.75, rounds: 3 });
  });
});

/** A row that measures nothing: its rounds are as long as their numbers say. */
const fakeRow: Row = {
  name: 'fake',
  about: 'a number ÷ 2',
  unit: 'ms',
  figures: [
    { part: 'each', aim: 1 },
    { part: 'even', aim: null },
  ],
  measure: async (bench) => {
    const against = bench.size(2, 1);
    await bench.inTurn({ rounds: 3, warmUps: 2 }, async (number) => [
      { ours: number, against },
      number % 2 === 0 ? { ours: number, against } : null,
    ]);
  },
};

describe('a row', () => {
  it('is measured in rounds, of which those of the warm-up do not count', async () => {
    const about = { name: 'fake', unit: 'ms', against: 2 };
    expect(await measureRow(fakeRow, { folder: '/nowhere', isQuick: false })).toEqual([
      { ...about, part: 'each', aim: 1, ours: 3, ratio: 1.5, rounds: 3 },
      { ...about, part: 'even', aim: null, ours: 3, ratio: 1.5, rounds: 2 },
    ]);
  });

  it('has one round with a small size where it is quick', async () => {
    const results = await measureRow(fakeRow, { folder: '/nowhere', isQuick: true });
    expect(results.map(({ against, rounds }) => ({ against, rounds }))).toEqual([
      { against: 1, rounds: 1 },
      { against: 1, rounds: 1 },
    ]);
  });
});

const result: Result = {
  name: 'fake',
  part: null,
  ratio: 1.234,
  aim: 1.2,
  ours: 12.34,
  against: 10,
  unit: 'ms',
  rounds: 5,
};

describe('what is printed', () => {
  it('is a table that marks a missed aim', () => {
    const lines = [
      headLine,
      tableLine(result),
      tableLine({ ...result, part: 'all', ratio: 0.5, aim: null }),
    ];
    expect(lines).toEqual([
      'row                              ratio    aim       ours    against unit rounds',
      'fake                            ! 1.23    1.2       12.3       10.0   ms      5',
      'fake (all)                        0.50      -       12.3       10.0   ms      5',
    ]);
  });

  it.each([
    [0.123, '0.12'],
    [12.34, '12.3'],
    [1234.5, '1235'],
  ])('has digits that tell something: %d', (value, expected) => {
    expect(figure(value)).toBe(expected);
  });

  it('is one JSON object for each figure', () => {
    const { name, ratio, aim, ours, against, unit, rounds } = result;
    const told = { name, ratio, aim, ours, against, unit, rounds };
    expect(JSON.parse(jsonLine(result))).toEqual(told);
    expect(JSON.parse(jsonLine({ ...result, part: 'all', aim: null }))).toEqual({
      ...told,
      part: 'all',
      aim: null,
    });
  });

  it('says what a row is about', () => {
    expect(listText([fakeRow, { ...fakeRow, name: 'longer' }])).toBe(
      'fake    a number ÷ 2\nlonger  a number ÷ 2',
    );
  });
});

describe('the rows', () => {
  it('are those that speed is promised by, with their aims', () => {
    const aims = ROWS.flatMap(({ name, figures }) =>
      figures.map(({ part, aim }) => [part === null ? name : `${name} ${part}`, aim]),
    );
    expect(aims).toEqual([
      ['fresh-hit', 1],
      ['join', 1],
      ['restore-100 first', 0.2],
      ['restore-100 all', 1.5],
      ['restore-1000 first', 0.2],
      ['restore-1000 all', 1.5],
      ['persist', 1.5],
      ['persist-growth', 1.2],
      ['persist-growth electron-store', null],
      ['prefetch-100', 1.15],
      ['prefetch-block', null],
      ['on-demand', 1.3],
      ['switch', 1.3],
      ['scale', 1.1],
      ['memory heap', 3],
      ['memory rss', 3],
      ['soak', 1.05],
      ['timeline', 1.2],
      ['timeline-view', 1.5],
      ['startup', null],
      ['rows', 1.5],
      ['screen', 1.3],
    ]);
  });

  it('have names of their own', () => {
    const names = ROWS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
