import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../main/clock/random.ts';
import { findSyntaxProblem, offsetOf } from '../../../main/project/json-syntax.ts';

const sample = JSON.stringify(
  { a: [1, -2.5, true, null, { 'b.c': '\u00e9\\"\n', 'd: e': [] }], '': {}, f: 'x' },
  null,
  1,
);

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the syntax of JSON', () => {
  it('is what the parser takes, however a text is damaged', () => {
    const random = seededRandom(1);
    const pick = (from: string): string => from[Math.floor(random() * from.length)] ?? '';
    const wrong: string[] = [];
    for (let round = 0; round < 20_000; round += 1) {
      let text = sample;
      for (let edits = Math.floor(random() * 3); edits >= 0; edits -= 1) {
        const at = Math.floor(random() * text.length);
        const removed = Math.floor(random() * 3);
        const added = random() < 0.5 ? '' : pick('{}[],:"\\ 01.-eEtrufalsn\n\t/\u00e9');
        text = text.slice(0, at) + added + text.slice(at + removed);
      }
      const problem = findSyntaxProblem(text);
      if (problem?.kind !== 'unusable' && (problem === null) !== parses(text)) wrong.push(text);
      if (problem !== null && problem.offset > text.length) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it('is read in any length, and without a pile of memory', () => {
    const long = 'x'.repeat(20_000_000);
    expect([
      findSyntaxProblem(`{"a": "${long}"}`),
      findSyntaxProblem(`{"a": "${long}`)?.offset,
    ]).toEqual([null, 6]);
  });

  it('has a place for each value, and the one around it for what is missing', () => {
    const found = (place: string): string => sample.slice(offsetOf(sample, place)).slice(0, 4);
    expect([
      found('a.1'),
      found('a.4.d: e'),
      found('a.4.none'),
      found('f'),
      found('none'),
      found(''),
    ]).toEqual(['-2.5', '[]\n ', '{\n  ', '"x"\n', '{\n "', '{\n "']);
  });
});
