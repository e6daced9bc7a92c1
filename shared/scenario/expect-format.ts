import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { eventTypes } from '../timeline.ts';
import { unknownWord } from './issues.ts';
import { hint, listed, quoted, shown } from './say.ts';
import { delegate, entriesOf, isMap, strict, textSchema } from './schema.ts';
import { numberCheckSchema } from './values.ts';

const callCheckSchema = strict({
  status: z.enum(['ok', 'error', 'pending']).exactOptional(),
  source: z.enum(['network', 'memory', 'disk']).exactOptional(),
  freshness: z.enum(['fresh', 'stale']).exactOptional(),
  workflow: z.string().exactOptional(),
  revision: numberCheckSchema.exactOptional(),
  error: z.enum(errorCodes).exactOptional(),
  completions: numberCheckSchema.exactOptional(),
  'former-user': z.boolean().exactOptional(),
  offerings: z.array(textSchema).exactOptional(),
  current: textSchema.nullable().exactOptional(),
});

/** What must be known of a call's answer. */
export type CallCheck = Readonly<z.output<typeof callCheckSchema>>;

const presenceSchema = z.enum(['present', 'absent']);

const diskSchema = strict({
  list: presenceSchema.exactOptional(),
  offerings: presenceSchema.exactOptional(),
  envelopes: z.array(textSchema).exactOptional(),
  quarantined: numberCheckSchema.exactOptional(),
});

export type DiskCheck = Readonly<z.output<typeof diskSchema>>;

const eventSchema = strict({
  type: z.enum(eventTypes),
  id: z.string().exactOptional(),
  user: z.string().exactOptional(),
  cause: z.enum(eventTypes).exactOptional(),
});

export type EventCheck = Readonly<z.output<typeof eventSchema>>;

const countable = ['offerings', 'list', 'detail', 'cdn', 'asset'];

/** The workflow or offering id in `detail wf_a`; null where a whole kind of request is meant. */
export const idInRequest = (request: string): string | null =>
  /^(?:detail|cdn) (.+)$/s.exec(request)?.[1] ?? null;

const checkCounted = (key: string): string | null =>
  countable.includes(key) || idInRequest(key) !== null
    ? null
    : unknownWord('request', key, [...countable, 'detail ID', 'cdn ID']);

const orderable = ['offerings', 'list', 'asset'];

const requestSchema = textSchema.superRefine((request, context) => {
  if (orderable.includes(request) || idInRequest(request) !== null) return;
  const message = unknownWord('request', request, [...orderable, 'detail ID', 'cdn ID']);
  context.addIssue({ code: 'custom', message });
});

const peakSchema = strict({
  detail: numberCheckSchema.exactOptional(),
  cdn: numberCheckSchema.exactOptional(),
  asset: numberCheckSchema.exactOptional(),
  download: numberCheckSchema.exactOptional(),
});

const memorySchema = z.enum(['fresh', 'stale', 'absent']);

export type PeakName = keyof z.output<typeof peakSchema>;

/** What `expect` checks beside calls, by its key. */
const sectionSchemas = {
  requests: entriesOf(numberCheckSchema, checkCounted),
  peak: peakSchema,
  memory: entriesOf(memorySchema),
  disk: diskSchema,
  map: entriesOf(textSchema.nullable()),
  user: z.string(),
  leaks: numberCheckSchema,
  order: z.array(requestSchema),
  events: z.array(eventSchema),
};

type Schemas = typeof sectionSchemas;
export type SectionName = keyof Schemas;
export type SectionInputs = { readonly [Name in SectionName]: Readonly<z.output<Schemas[Name]>> };

/** What must be seen of one call. */
export interface CallSection {
  readonly section: 'call';
  readonly call: string;
  readonly input: CallCheck;
}

/** What must be seen of one thing, as one key of `expect` says. */
export type Section =
  | CallSection
  | {
      readonly [Name in SectionName]: {
        readonly section: Name;
        readonly input: SectionInputs[Name];
      };
    }[SectionName];

export type Expectation = readonly Section[];

const sectionNames = Object.keys(sectionSchemas);

const isSectionName = (key: string): key is SectionName => Object.hasOwn(sectionSchemas, key);

/** A key that is nearly one of ours was probably meant to be it, and not a call's name. */
const explainKey = (context: z.core.$RefinementCtx, key: string): void => {
  const meant = hint(key, sectionNames);
  if (meant === '') return;
  const message = `is taken for the name of a call${meant} keys that mean something else: ${sectionNames.join(', ')}`;
  context.addIssue({ code: 'custom', path: [key], message });
};

const decodeCall = (context: z.core.$RefinementCtx, key: string, value: unknown): Section[] => {
  const input = delegate(context, [key], callCheckSchema, value);
  if (input !== null) return [{ section: 'call', call: key, input: input.value }];
  // A short name may be near a key by chance: only what has no check of a call in it was meant so.
  if (!isMap(value) || !Object.keys(value).some((name) => name in callCheckSchema.shape))
    explainKey(context, key);
  return [];
};

const decodeSection = (context: z.core.$RefinementCtx, key: string, value: unknown): Section[] => {
  if (!isSectionName(key)) return decodeCall(context, key, value);
  const input = delegate<unknown>(context, [key], sectionSchemas[key], value);
  // The table pairs keys and schemas; the compiler cannot follow one key through it.
  return input === null ? [] : [{ section: key, input: input.value } as Section];
};

/** What must be seen, in the file's order. */
export const expectationSchema: z.ZodType<Expectation> = z.unknown().transform((value, context) => {
  if (isMap(value))
    return Object.entries(value).flatMap(([key, raw]) => decodeSection(context, key, raw));
  const allowed = listed(['a call’s name', ...sectionNames], 'or');
  const message = `must be a map whose keys are ${allowed}, not ${shown(value)}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Why a call cannot have this name; null where it can. */
export const nameProblem = (name: string): string | null =>
  isSectionName(name)
    ? `a call cannot be named ${quoted(name)}, because expect has that key for something else`
    : null;
