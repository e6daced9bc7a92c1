import { describe, expect, it } from 'vitest';
import { listSteps } from '../../../main/app/guest/play-list.ts';
import { type Finding, shortFindings, shortText } from '../../../main/scenario/finding.ts';

const finding = (holds: boolean, seen = 'b'): Finding => ({
  what: 'what',
  expected: 'a',
  seen,
  holds,
});

describe('what a window gets of a scenario', () => {
  it('is whole where people read it', () => {
    expect(shortText('a'.repeat(500))).toBe('a'.repeat(500));
    expect(shortFindings([finding(true), finding(false)])).toEqual([finding(true), finding(false)]);
  });

  it('is cut where it has no end', () => {
    expect(shortFindings([finding(true, 'b'.repeat(900_000))])).toEqual([
      finding(true, `${'b'.repeat(500)}…`),
    ]);
  });

  it('is what does not hold, of very much that holds', () => {
    const some = shortFindings([
      ...Array.from({ length: 100 }, () => finding(true)),
      finding(false),
    ]);
    expect([some.length, some[0]?.holds]).toEqual([40, false]);
  });

  it('is small, too, where a step with an endless text comes again and again', () => {
    const step = { name: 'log-in', input: 'x'.repeat(900_000) } as const;
    const placed = { step, place: { step: 1, inside: [] }, path: [], isRepeated: false };
    const steps = Array.from({ length: 1_000 }, () => placed);
    const listed = listSteps({ steps, results: [], atOnce: 1 });
    expect(JSON.stringify(listed).length).toBeLessThan(200_000);
  });
});
