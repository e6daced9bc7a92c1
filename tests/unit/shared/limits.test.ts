import { expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/limits.ts';

it('limits what an answer may weigh, by what was asked for', () => {
  expect(bodyLimits).toEqual({
    offerings: 5_242_880,
    list: 2_097_152,
    detail: 5_242_880,
    cdn: 5_242_880,
    asset: 26_214_400,
  });
});
