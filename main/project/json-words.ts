import { type Json, isJsonObject } from '../backend/json.ts';

/** What the decoders call a type, as a person who writes JSON calls it. */
const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list [ ]',
  object: 'an object { }',
  record: 'an object { }',
  map: 'an object { }',
  null: 'null',
};

const nounOf = (type: string): string => nouns[type] ?? type;

const mismatch = /^Invalid input: expected (\w+), received (\w+)$/;
const noMap = /^expected a map$/;

/** A decoder's problem is `place: what is wrong`, or only what is wrong; keys may hold colons. */
const split = (problem: string): readonly [place: string, message: string] => {
  const known = /^(?:(.*): )?(Invalid input: .*|expected a map)$/s.exec(problem);
  if (known !== null) return [known[1] ?? '', known[2] ?? ''];
  const end = problem.indexOf(': ');
  return end < 0 ? ['', problem] : [problem.slice(0, end), problem.slice(end + 2)];
};

/** Whether there is a value at the place; a key may have dots in it, so keys decide where to cut. */
const isThere = (root: unknown, place: string): boolean => {
  let value = root;
  for (let rest = `${place}.`; rest !== '';) {
    const entries = Array.isArray(value) || isJsonObject(value) ? Object.entries(value) : [];
    const found = entries.find(([key]) => rest.startsWith(`${key}.`));
    if (found === undefined) return false;
    value = found[1];
    rest = rest.slice(found[0].length + 1);
  }
  return true;
};

const mustBe = (expected: string, received: string | null): string => {
  const wanted = `must be ${nounOf(expected)}`;
  if (received === 'undefined') return `is missing: it ${wanted}`;
  return received === null ? wanted : `${wanted}, not ${nounOf(received)}`;
};

/**
 * What a decoder says, in the words of somebody who writes the file. Decoders speak to programmers;
 * what is not recognized here is passed on as it is.
 */
export const decoderWords = (
  problem: string,
  root: Json,
): readonly [place: string, message: string] => {
  const [place, message] = split(problem);
  const [, expected, received] = mismatch.exec(message) ?? [];
  if (expected !== undefined && received !== undefined) return [place, mustBe(expected, received)];
  if (noMap.test(message)) return [place, mustBe('map', isThere(root, place) ? null : 'undefined')];
  return [place, message];
};
