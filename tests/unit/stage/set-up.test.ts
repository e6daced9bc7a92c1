import { describe, expect, it } from 'vitest';
import { stageChangeSchema } from '../../../shared/stage/set-up.ts';

const isTaken = (customVariables: Record<string, unknown>): boolean =>
  stageChangeSchema.safeParse({ customVariables }).success;

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${String(index)}`, 'text']));

describe('what somebody changes on the stage', () => {
  it('has an end, since all of it is told and kept anew with each change', () => {
    expect([isTaken(many(500)), isTaken(many(501))]).toEqual([true, false]);
    expect([isTaken({ name: 'a'.repeat(2_000) }), isTaken({ name: 'a'.repeat(2_001) })]).toEqual([
      true,
      false,
    ]);
    expect(isTaken({ ['a'.repeat(2_001)]: true })).toBe(false);
  });
});
