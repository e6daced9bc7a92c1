import { z } from 'zod';

/** What a body turned out to be: its value, or where and why it is not one. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const describe = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
};

/** Checks a parsed value; the problem names the place in it. */
export const decodeValue = <T>(schema: z.ZodType<T>, value: unknown): Decoded<T> => {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const [first] = result.error.issues;
  return { ok: false, problem: first === undefined ? 'not usable' : describe(first) };
};

/** Parses JSON text; a byte order mark is what the text decoder has removed already. */
export const parseJson = (text: string): Decoded<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'not JSON' };
  }
};

/** Parses JSON text and checks it. */
export const decodeText = <T>(schema: z.ZodType<T>, text: string): Decoded<T> => {
  const parsed = parseJson(text);
  return parsed.ok ? decodeValue(schema, parsed.value) : parsed;
};

/** `{}` stands for "absent" wherever an object is optional on the wire. */
export const isAbsent = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);
