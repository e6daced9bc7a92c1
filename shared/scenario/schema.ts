import { z } from 'zod';
import type { Decoded } from '../model/decode.ts';
import { describeIssue, pathOf, unknownKeys } from './issues.ts';
import { shown } from './say.ts';

/** A schema from a function that says what is wrong in words of its own. */
export const parsedBy = <T>(parse: (value: unknown) => Decoded<T>): z.ZodType<T> =>
  z.unknown().transform((value, context) => {
    const parsed = parse(value);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  });

/** A map of which only the named keys may be there; what else is there is a problem. */
export const strict = <Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, Object.keys(shape)) : undefined,
  });

/** Text that says something. */
export const textSchema = z.string().min(1);

/** A whole number within limits, both of which are allowed. */
export const wholeNumber = (least: number, most: number): z.ZodType<number> =>
  z.int().min(least).max(most);

/** For steps that need no more than their name. */
export const nothingSchema = z.null();

/** The entries of a map whose keys are not known beforehand, in the file's order. */
export const entriesOf = <T>(
  value: z.ZodType<T>,
  checkKey: (key: string) => string | null = () => null,
): z.ZodType<readonly (readonly [string, T])[]> =>
  z.unknown().transform((input, context) => {
    if (!isMap(input)) {
      context.addIssue({ code: 'custom', message: `must be a map, not ${shown(input)}` });
      return z.NEVER;
    }
    return Object.entries(input).flatMap(([key, raw]) => {
      const problem = checkKey(key);
      if (problem !== null) context.addIssue({ code: 'custom', path: [key], message: problem });
      const decoded = delegate(context, [key], value, raw);
      return decoded === null ? [] : [[key, decoded.value] as const];
    });
  });

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Decodes a part with a schema of its own; its problems become those of the whole. */
export const delegate = <T>(
  context: z.core.$RefinementCtx,
  path: readonly PropertyKey[],
  schema: z.ZodType<T>,
  value: unknown,
): { readonly value: T } | null => {
  const result = schema.safeParse(value, { error: describeIssue });
  if (result.success) return { value: result.data };
  for (const issue of result.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: [...path, ...pathOf(issue)] });
  return null;
};
