import { describe, expect, it } from 'vitest';
import { countdown } from '../../../renderer/state/countdown.ts';
import { sizeText, timeOfDay } from '../../../renderer/state/format.ts';
import { parseCount, parseSize } from '../../../renderer/settings/parse-size.ts';
import { readSizeSetting } from '../../../renderer/settings/read-size-setting.ts';
import { nextPlace } from '../../../renderer/offerings/next-place.ts';
import { rowWindow } from '../../../renderer/ui/row-window.ts';

describe('numbers as people read them', () => {
  it('says some time of day also where what is stored is no moment of any day', () => {
    expect([timeOfDay(1e300), timeOfDay(-1e300)]).toEqual([
      timeOfDay(8.64e15),
      timeOfDay(-8.64e15),
    ]);
  });

  it.each([
    [252_000, '4:12'],
    [251_001, '4:12'],
    [1_000, '0:01'],
    [0, '0:00'],
    [-5, '0:00'],
    [25 * 3_600_000 - 1_000, '24:59:59'],
  ])('%d ms left are %s', (leftMs, text) => {
    expect(countdown(leftMs)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_460, '1.5 kB'],
    [73_300, '73.3 kB'],
    [500_000_000, '500 MB'],
    [100_000_000_000, '100 GB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

describe('times as people read them', () => {
  const noon = new Date(2026, 10, 21, 12, 4, 31).getTime();

  it('have a date where they are of another day', () => {
    const [sameDay, later] = [noon + 60_000, noon + 86_400_000];
    expect([timeOfDay(noon, sameDay), timeOfDay(noon, later)]).toEqual([
      '12:04:31',
      '21 Nov, 12:04:31',
    ]);
  });
});

describe('sizes as people type them', () => {
  it.each([
    ['500 MB', 500_000_000],
    ['500', 500_000_000],
    ['1.5gb', 1_500_000_000],
    ['1,5 GB', 1_500_000_000],
    ['1,000 MB', 1_000_000_000],
    ['1,234,567.5 kB', 1_234_567_500],
    ['1,00,0 MB', null],
    ['1.2.3 MB', null],
    ['12 B', 12],
    ['', null],
    ['many', null],
    ['-5 MB', null],
    ['5 TB', null],
  ])('%j is %s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    ['100,000', 100_000],
    ['100 000', 100_000],
    ['1.5', null],
    ['', null],
  ])('%j counts %s', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it('are taken where the setting allows them, and explained where not', () => {
    expect([
      readSizeSetting('fileCacheBytes', '1 GB'),
      readSizeSetting('fileCacheBytes', '5 MB'),
      readSizeSetting('onDemandBytes', 'much'),
      readSizeSetting('timelineEvents', '10'),
    ]).toEqual([
      { ok: true, value: 1_000_000_000 },
      { ok: false, problem: 'From 10 MB to 100 GB.' },
      { ok: false, problem: 'A size is needed, such as 500 MB.' },
      { ok: false, problem: 'From 1,000 to 1,000,000.' },
    ]);
  });
});

describe('long lists', () => {
  it('draw what is in sight and a little more', () => {
    const { indexes, offset, totalHeight } = rowWindow({
      count: 2_000,
      rowHeight: 50,
      top: 5_000,
      height: 500,
    });
    expect([indexes[0], indexes.at(-1), offset, totalHeight]).toEqual([94, 115, 4_700, 100_000]);
  });

  it('draw nothing beyond their ends', () => {
    expect([
      rowWindow({ count: 3, rowHeight: 50, top: 0, height: 500 }).indexes,
      rowWindow({ count: 0, rowHeight: 50, top: 900, height: 500 }).indexes,
    ]).toEqual([[0, 1, 2], []]);
  });

  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 7, 9],
    ['PageUp', 7, 2],
    ['Home', 7, 0],
    ['End', 7, 9],
    ['a', 7, null],
  ])('%s from place %d leads to %s', (key, place, next) => {
    expect(nextPlace(key, place, 10, 5)).toBe(next);
  });
});
