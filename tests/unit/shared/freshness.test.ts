import { describe, expect, it } from 'vitest';
import {
  type Freshness,
  backgroundTtlMs,
  foregroundTtlMs,
  freshnessOf,
  ttlMs,
} from '../../../shared/freshness.ts';
import { policies, ruleSets } from '../../../shared/policies.ts';

const now = Date.UTC(2026, 5, 15, 12);
const fiveMinutes = 300_000;
const twentyFiveHours = 90_000_000;

const after = (ageMs: number, isForeground: boolean): Freshness =>
  freshnessOf({ storedAt: now - ageMs, now, ttlMs: ttlMs(isForeground), future: 'stale' });

describe('freshness', () => {
  it('lasts 5 minutes in the foreground and 25 hours in the background', () => {
    expect([foregroundTtlMs, ttlMs(true)]).toEqual([fiveMinutes, fiveMinutes]);
    expect([backgroundTtlMs, ttlMs(false)]).toEqual([twentyFiveHours, twentyFiveHours]);
  });

  it.each([true, false])(
    'M-02 is stale where nothing was stored (foreground: %s)',
    (isForeground) => {
      const question = { storedAt: null, now, ttlMs: ttlMs(isForeground) };
      expect([
        freshnessOf({ ...question, future: 'stale' }),
        freshnessOf({ ...question, future: 'fresh' }),
      ]).toEqual(['stale', 'stale']);
    },
  );

  it.each<[number, Freshness]>([
    [0, 'fresh'],
    [1, 'fresh'],
    [fiveMinutes - 1, 'fresh'],
    [fiveMinutes, 'stale'],
    [fiveMinutes + 1, 'stale'],
    [twentyFiveHours, 'stale'],
  ])('M-03 of what is %i ms old is %s in the foreground', (ageMs, expected) => {
    expect(after(ageMs, true)).toBe(expected);
  });

  it.each<[number, Freshness]>([
    [fiveMinutes, 'fresh'],
    [fiveMinutes + 1, 'fresh'],
    [twentyFiveHours - 1, 'fresh'],
    [twentyFiveHours, 'stale'],
    [twentyFiveHours + 1, 'stale'],
  ])('M-04 of what is %i ms old is %s in the background', (ageMs, expected) => {
    expect(after(ageMs, false)).toBe(expected);
  });

  it.each<[string, number | null, boolean, Freshness]>([
    ['no list', null, true, 'stale'],
    ['no list', null, false, 'stale'],
    ['a list just cached', 0, true, 'fresh'],
    ['a list just cached', 0, false, 'fresh'],
    ['a list 1 ms before 5 minutes', fiveMinutes - 1, true, 'fresh'],
    ['a list at 5 minutes', fiveMinutes, true, 'stale'],
    ['a list at 5 minutes', fiveMinutes, false, 'fresh'],
    ['a list 1 ms before 25 hours', twentyFiveHours - 1, false, 'fresh'],
    ['a list at 25 hours', twentyFiveHours, false, 'stale'],
  ])('M-05 of %s (age %j, foreground %s) is %s', (_, ageMs, isForeground, expected) => {
    const storedAt = ageMs === null ? null : now - ageMs;
    const question = { storedAt, now, ttlMs: ttlMs(isForeground), future: 'stale' as const };
    expect(freshnessOf(question)).toBe(expected);
  });

  it.each([1, fiveMinutes, twentyFiveHours * 400])(
    'T-03 of a time %i ms in the future is stale, and fresh as the SDKs have it',
    (aheadMs) => {
      const seen = ruleSets.map((rules) => [
        rules,
        freshnessOf({
          storedAt: now + aheadMs,
          now,
          ttlMs: fiveMinutes,
          future: policies[rules].futureCountsAs,
        }),
      ]);
      expect(Object.fromEntries(seen)).toEqual({
        recommended: 'stale',
        android: 'fresh',
        ios: 'fresh',
      });
    },
  );

  it('does not take the present for the future', () => {
    const question = { storedAt: now, now, ttlMs: 1, future: 'stale' as const };
    expect(freshnessOf(question)).toBe('fresh');
  });
});
