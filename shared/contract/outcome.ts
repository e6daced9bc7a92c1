import { z } from 'zod';

/** Why a call could not do what was asked, for a person, and a code for the program. */
export interface Problem {
  readonly code: ProblemCode;
  /** What happened, what it means, and what can be done. */
  readonly message: string;
}

const problemCodes = [
  // The window sent something that the contract does not allow: a fault of ours.
  'bad-argument',
  // What was asked for is not there (any more).
  'not-found',
  // It is not allowed, or makes no sense now.
  'refused',
  // The disk, or another part of the system, did not let it.
  'system',
  // The window lost its host.
  'gone',
  // A broken invariant; the log has more.
  'internal',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What every call across the bridge ends with; nothing is ever thrown across. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

const problemSchema = z.strictObject({ code: z.enum(problemCodes), message: z.string() });

export const outcomeOf = <T>(value: z.ZodType<T>): z.ZodType<Outcome<T>> =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), problem: problemSchema }),
  ]);

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const problem = (code: ProblemCode, message: string): Outcome<never> => ({
  ok: false,
  problem: { code, message },
});

/** Null: it is done. Otherwise a sentence that says why not. */
export const doneUnless = (code: ProblemCode, sentence: string | null): Outcome<null> =>
  sentence === null ? done(null) : problem(code, sentence);
