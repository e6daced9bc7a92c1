import { expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/limits.ts';

it('limits what an answer may weigh, by what was asked for', () => {
  expect(bodyLimits).toEqual({
    offerings: 5_000_000,
    list: 2_000_000,
    detail: 5_000_000,
    cdn: 5_000_000,
    asset: 25_000_000,
  });
});
