import type { z } from 'zod';
import { hint, listed, quoted, shown } from './say.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

const wrongKind = (expected: string, input: unknown): string => {
  if (expected === 'null') return `takes nothing: leave ${shown(input)} out`;
  if (input === undefined) return 'is missing';
  const quotes =
    expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
      ? `: put it in quotes`
      : '';
  return `must be ${kinds[expected] ?? expected}, not ${shown(input)}${quotes}`;
};

const notAllowed = (values: readonly unknown[], input: unknown): string => {
  const words = values.map(String);
  const start = input === undefined ? 'is missing' : `must not be ${shown(input)}`;
  const meant = typeof input === 'string' ? hint(input, words) || ';' : ';';
  return `${start}${meant} allowed here: ${words.join(', ')}`;
};

const outOfRange = (origin: string, least: boolean, limit: number | bigint): string => {
  if (origin === 'string') return 'must not be empty';
  const size = `${least ? 'at least' : 'at most'} ${String(limit)}`;
  return origin === 'array' ? `must have ${size} entries` : `must be ${size}`;
};

/** What is wrong, for a person who wrote the file; schemas that know more say more. */
export const describeIssue = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, issue.input);
  if (issue.code === 'invalid_value') return notAllowed(issue.values, issue.input);
  if (issue.code === 'too_small') return outOfRange(issue.origin, true, issue.minimum);
  if (issue.code === 'too_big') return outOfRange(issue.origin, false, issue.maximum);
  return undefined;
};

/** `unknown step …`, with what was probably meant and what there is. */
export const unknownWord = (kind: string, word: string, known: readonly string[]): string =>
  `unknown ${kind} ${quoted(word)}${hint(word, known) || ';'} allowed here: ${known.join(', ')}`;

/** Says which keys are not known, which ones were probably meant, and which there are. */
export const unknownKeys = (unknown: readonly string[], allowed: readonly string[]): string => {
  const [first = ''] = unknown;
  const subject = unknown.length === 1 ? 'unknown key' : 'unknown keys';
  const meant = hint(first, allowed) || ';';
  return `${subject} ${listed(unknown)}${meant} allowed here: ${allowed.join(', ')}`;
};

/** Where an issue is: an unknown key is at the key, not at the map around it. */
export const pathOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
