import { describe, expect, it } from 'vitest';
import { createTypeAhead, placeOf } from '../../../renderer/offerings/type-ahead.ts';

describe('typing at a list', () => {
  it('gathers letters that follow each other soon, and begins anew after a pause', () => {
    const typed = createTypeAhead();
    expect([
      typed.add('S', 0),
      typed.add('a', 300),
      typed.add(' ', 600),
      typed.add('p', 2_000),
      typed.add('Enter', 2_100),
    ]).toEqual(['s', 'sa', 'sa ', 'p', null]);
  });

  it('takes a space alone for a press', () => {
    expect(createTypeAhead().add(' ', 0)).toBeNull();
  });

  it.each([
    ['s', -1, 1],
    ['s', 1, 3],
    ['s', 3, 1],
    ['su', 1, 3],
    ['x', 0, null],
  ])('%j from place %i leads to %s', (text, from, place) => {
    expect(placeOf(['default', 'Sale', 'plans', 'Summer'], text, from)).toBe(place);
  });

  it('leads nowhere in an empty list', () => {
    expect(placeOf([], 'a', -1)).toBeNull();
  });
});
