import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../renderer/scenario/compare/difference.ts';
import { sinceStart } from '../../../renderer/scenario/compare/since-start.ts';
import type { ComparedLine, Comparison } from '../../../shared/contract/library.ts';

const line = (words: string, at = 5): ComparedLine => ({ at, type: 'hit', words });
const both = (words: string): Comparison['rows'][number] => [line(words), line(words)];

const side = (rules: 'ios' | 'android') => ({ rules, checks: 0, failures: [], events: 0 });

const compared = (rows: Comparison['rows'], from: number | null): Comparison => ({
  name: 'A',
  startAt: 0,
  sides: [side('ios'), side('android')],
  rows,
  firstDifference: from,
  differences: 1,
  isCut: false,
});

describe('where two sets of rules part', () => {
  it('is told by the first line of each side before they meet again', () => {
    const rows: Comparison['rows'] = [
      both('a'),
      [line('b', 7), null],
      [line('c', 8), null],
      [null, line('d', 6)],
      both('e'),
      [null, line('f')],
    ];
    expect(firstDifference(compared(rows, 1))).toEqual({ at: 6, left: 'b', right: 'd' });
    expect(firstDifference(compared(rows, 5))).toEqual({ at: 5, left: null, right: 'f' });
    expect(firstDifference(compared(rows, null))).toBeNull();
  });

  it.each([
    [0, '0:00:00'],
    [300_000, '0:05:00'],
    [90_061_250, '25:01:01.250'],
    [-60_000, '-0:01:00'],
  ])('is %i ms after the beginning: %s', (ms, text) => {
    expect(sinceStart(1_000_000_000 + ms, 1_000_000_000)).toBe(text);
  });
});
