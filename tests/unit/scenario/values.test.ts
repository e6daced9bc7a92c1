import { describe, expect, it } from 'vitest';
import { nearest } from '../../../shared/scenario/say.ts';
import {
  describeNumberCheck,
  meets,
  parseDuration,
  parseNumberCheck,
  parseRate,
} from '../../../shared/scenario/values.ts';

describe('durations', () => {
  it.each([
    ['5m', 300_000],
    ['-5m', -300_000],
    ['1500ms', 1_500],
    ['2h', 7_200_000],
    ['1.5s', 1_500],
    ['1.1h', 3_960_000],
    ['0s', 0],
    ['-0s', 0],
    [0, 0],
  ])('%s are %i ms', (text, ms) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: ms });
  });

  it.each(['5', '5 m', '5min', '+5m', 'm', '1e3s', '', 5, null, '5m5s', '.5s', '9999999h'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text).ok).toBe(false);
    },
  );
});

describe('rates', () => {
  it.each([
    ['500B', 500],
    ['64kB', 64_000],
    ['1.5MB', 1_500_000],
  ])('%s are %i bytes per second', (text, bytes) => {
    expect(parseRate(text)).toEqual({ ok: true, value: bytes });
  });

  it.each(['64', '64KB', '64kb', '0B', '-1kB', 64, '64kB/s'])('%j is none', (text) => {
    expect(parseRate(text).ok).toBe(false);
  });
});

describe('number expectations', () => {
  it.each<[unknown, number, boolean, string]>([
    [2, 2, true, '2'],
    [2, 3, false, '2'],
    ['>= 2', 2, true, 'at least 2'],
    ['>=2', 1, false, 'at least 2'],
    ['<= 4', 4, true, 'at most 4'],
    ['<= 4', 5, false, 'at most 4'],
    [0, 0, true, '0'],
  ])('%j against %i', (raw, seen, holds, text) => {
    const parsed = parseNumberCheck(raw);
    expect(parsed.ok && [meets(parsed.value, seen), describeNumberCheck(parsed.value)]).toEqual([
      holds,
      text,
    ]);
  });

  it.each(['2', '> 2', '>= -1', -1, 1.5, null, true, '>= 2 ', '== 2'])('%j is none', (raw) => {
    expect(parseNumberCheck(raw).ok).toBe(false);
  });
});

describe('the word that was probably meant', () => {
  it.each([
    ['get-offering', 'get-offerings'],
    ['cold_start', 'cold-start'],
    ['COLD-START', 'cold-start'],
    ['xyz', null],
    ['a'.repeat(10_000), null],
  ])('for %.20s', (word, meant) => {
    expect(nearest(word, ['get-offerings', 'cold-start', 'get-list'])).toBe(meant);
  });
});
