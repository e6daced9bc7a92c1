import { describe, expect, it } from 'vitest';
import { byteRangeOf } from '../../../../main/hosts/pages/byte-range.ts';

describe('a range of ten bytes', () => {
  it.each([
    [null, null],
    ['', null],
    ['bytes=-', null],
    ['items=0-1', null],
    ['bytes=0-1,4-5', null],
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=4-6', { first: 4, last: 6 }],
    ['bytes=4-99', { first: 4, last: 9 }],
    ['bytes=-3', { first: 7, last: 9 }],
    ['bytes=-99', { first: 0, last: 9 }],
    ['bytes=9-', { first: 9, last: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=5-4', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
  ] as const)('asked for as %j is %j', (header, expected) => {
    expect(byteRangeOf(header, 10)).toEqual(expected);
  });

  it('is not there where there are no bytes', () => {
    expect(byteRangeOf('bytes=0-', 0)).toBe('unsatisfiable');
  });
});
