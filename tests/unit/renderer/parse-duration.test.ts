import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../renderer/state/parse-duration.ts';

describe('an amount of time', () => {
  it.each([
    ['10m', 600_000],
    ['10 min', 600_000],
    ['-1h', -3_600_000],
    ['+ 90 S', 90_000],
    ['25h 30m', 91_800_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['2d', 172_800_000],
    ['0m', null],
    ['10', null],
    ['m', null],
    ['1h x', null],
    ['1h -5m', null],
    ['', null],
  ])('%j is %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });
});
