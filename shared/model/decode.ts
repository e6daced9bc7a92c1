import { z } from 'zod';

/** What a body turned out to be: its value, or where and why it is not one. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** The longest place that a problem names: keys come from outside, and may be megabytes. */
const longestPlace = 200;

const describe = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.map(String).join('.').slice(0, longestPlace);
  return place === '' ? issue.message : `${place}: ${issue.message}`;
};

type Context = z.core.$RefinementCtx;

/** The member's value; the first issue of a bad one, where it stands. */
const member = <T>(schema: z.ZodType<T>, value: unknown, key: PropertyKey, context: Context) => {
  const result = schema.safeParse(value);
  if (result.success) return result;
  const [issue] = result.error.issues;
  context.addIssue({
    code: 'custom',
    message: issue?.message ?? 'not usable',
    path: [key, ...(issue?.path ?? [])],
  });
  return null;
};

/**
 * As the schema, with fewer objects made on the way, which are most of what checking a body costs. Not
 * where zod was told that no code may be made out of text, as in the window.
 */
export const compiled = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
  z.config().jitless === true ? schema : z.compile(schema);

/** A list whose first bad entry ends it: zod's own collects an issue for each, however many. */
export const listOf = <T>(schema: z.ZodType<T>) => {
  const entrySchema = compiled(schema);
  return z.array(z.unknown()).transform((values, context): T[] => {
    const members: T[] = [];
    for (const [index, value] of values.entries()) {
      const read = member(entrySchema, value, index, context);
      if (read === null) return z.NEVER;
      members.push(read.data);
    }
    return members;
  });
};

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map of anything, handed on as it is: zod's own makes a copy of it. */
export const anyMap = z.custom<Readonly<Record<string, unknown>>>(isMap, 'expected a map');

/** As `listOf`, for a map; keys are never changed. */
export const mapOf = <T>(schema: z.ZodType<T>) => {
  const memberSchema = compiled(schema);
  return anyMap.transform((values, context): Record<string, T> => {
    const members: [string, T][] = [];
    for (const [key, value] of Object.entries(values)) {
      const read = member(memberSchema, value, key, context);
      if (read === null) return z.NEVER;
      members.push([key, read.data]);
    }
    return Object.fromEntries(members);
  });
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
