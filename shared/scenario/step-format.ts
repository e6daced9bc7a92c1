import { z } from 'zod';
import type { Decoded } from '../model/decode.ts';
import { expectationSchema } from './expect-format.ts';
import { faultSchema, slowSchema, targetSchema } from './fault-format.ts';
import { unknownWord } from './issues.ts';
import { changeSchema } from './project-format.ts';
import { quoted, shown } from './say.ts';
import { delegate, isMap, nothingSchema, strict, textSchema, wholeNumber } from './schema.ts';
import { durationSchema } from './values.ts';

/** How a call is named for later checks, and whether the scenario waits for what it sets off. */
export interface CallInput {
  readonly as: string | null;
  readonly wait: boolean;
}

const callShape = {
  as: textSchema.nullable().default(null),
  wait: z.boolean().default(true),
};

/** Where everything can be left out, the whole map can be. */
const orNothing = <T>(schema: z.ZodType<T>): z.ZodType<T> =>
  z.preprocess((value) => value ?? {}, schema);

const getWorkflowSchema = strict({
  ...callShape,
  id: textSchema.exactOptional(),
  offering: textSchema.exactOptional(),
})
  .refine(({ id, offering }) => (id === undefined) !== (offering === undefined), {
    message: 'must say which workflow: either id or offering',
  })
  .transform(({ as, wait, id, offering }) =>
    offering === undefined
      ? { as, wait, by: 'id' as const, id: id ?? '' }
      : { as, wait, by: 'offering' as const, id: offering },
  );

const needsId = ['envelope', 'cdn-file'];

const corruptSchema = strict({
  what: z.enum(['list', 'envelope', 'offerings', 'cdn-file']),
  id: textSchema.exactOptional(),
  how: z.enum(['truncate', 'empty', 'garbage', 'remove']),
}).refine(({ what, id }) => needsId.includes(what) === (id !== undefined), {
  path: ['id'],
  message: 'envelope and cdn-file need the id of a workflow, list and offerings have none',
});

/** What each step takes. */
const inputSchemas = {
  'get-offerings': orNothing(strict(callShape)),
  'get-list': orNothing(strict({ ...callShape, force: z.boolean().default(false) })),
  'get-workflow': getWorkflowSchema,
  'log-in': z.string(),
  'log-out': nothingSchema,
  'switch-user': z.string(),
  alias: z.string(),
  foreground: nothingSchema,
  background: nothingSchema,
  advance: durationSchema,
  'cold-start': nothingSchema,
  offline: nothingSchema,
  online: nothingSchema,
  fail: faultSchema,
  heal: targetSchema.nullable(),
  slow: slowSchema,
  hold: targetSchema,
  release: targetSchema.nullable(),
  change: changeSchema,
  corrupt: corruptSchema,
  'fill-disk': nothingSchema,
  'free-disk': nothingSchema,
  settle: nothingSchema,
  mark: nothingSchema,
  expect: expectationSchema,
};

type Inputs = typeof inputSchemas;

/** A step that is played as it stands. */
export type StepName = keyof Inputs;
export type StepInputs = { readonly [Name in StepName]: Readonly<z.output<Inputs[Name]>> };
export type PlainStep = {
  readonly [Name in StepName]: { readonly name: Name; readonly input: StepInputs[Name] };
}[StepName];

/** Steps that are played several times. */
export interface RepeatStep {
  readonly name: 'repeat';
  readonly times: number;
  readonly steps: readonly Step[];
}

export type Step = PlainStep | RepeatStep;

const stepNames: readonly string[] = [...Object.keys(inputSchemas), 'repeat'];

const schemaOf = (name: string): z.ZodType | null =>
  Object.hasOwn(inputSchemas, name) ? inputSchemas[name as StepName] : null;

/** A step's name and what it is given. */
const parseStep = (value: unknown): Decoded<readonly [string, unknown]> => {
  if (typeof value === 'string') {
    const problem = stepNames.includes(value)
      ? `a step is a map with one key: write ${quoted(`${value}:`)}`
      : unknownWord('step', value, stepNames);
    return { ok: false, problem };
  }
  const entries = isMap(value) ? Object.entries(value) : [];
  const [entry] = entries;
  if (entry !== undefined && entries.length === 1) return { ok: true, value: entry };
  const seen = entries.length > 1 ? `one with ${String(entries.length)} keys` : shown(value);
  return { ok: false, problem: `a step is a map with exactly one key, not ${seen}` };
};

const repeatSchema: z.ZodType<RepeatStep> = z.lazy((): z.ZodType<RepeatStep> =>
  strict({ times: wholeNumber(1, 100_000), do: stepsSchema }).transform(({ times, do: steps }) => ({
    name: 'repeat',
    times,
    steps,
  })),
);

const stepSchema: z.ZodType<Step> = z.unknown().transform((value, context) => {
  const parsed = parseStep(value);
  if (!parsed.ok) {
    context.addIssue({ code: 'custom', message: parsed.problem });
    return z.NEVER;
  }
  const [name, raw] = parsed.value;
  if (name === 'repeat') return delegate(context, [name], repeatSchema, raw)?.value ?? z.NEVER;
  const schema = schemaOf(name);
  if (schema === null) {
    const message = unknownWord('step', name, stepNames);
    context.addIssue({ code: 'custom', path: [name], message });
    return z.NEVER;
  }
  const input = delegate(context, [name], schema, raw);
  // The table pairs names and schemas; the compiler cannot follow one key through it.
  return input === null ? z.NEVER : ({ name, input: input.value } as PlainStep);
});

export const stepsSchema: z.ZodType<readonly Step[]> = z.array(stepSchema);
