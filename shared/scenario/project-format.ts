import { z } from 'zod';
import type { OfferingSpec, ProjectChange, ProjectSpec, WorkflowSpec } from './project-spec.ts';
import { delegate, isMap, parsedBy, strict, textSchema, wholeNumber } from './schema.ts';
import { shown } from './say.ts';

const most = 1_000_000;
/** Of one workflow, and of all together: they are made in memory, and kept there. */
const mostBytes = 100_000_000;

const offeringSchema: z.ZodType<OfferingSpec> = strict({
  id: textSchema,
  current: z.boolean().default(false),
  legacy: z.boolean().default(false),
  packages: z.array(textSchema).default(['$rc_monthly', '$rc_annual']),
  paywall: z.boolean().default(true),
});

const markCurrent = (offerings: readonly OfferingSpec[]): readonly OfferingSpec[] =>
  offerings.some(({ current }) => current)
    ? offerings
    : offerings.map((offering, index) => ({ ...offering, current: index === 0 }));

/** The first offering is current if none says so; two that do would leave it open which one is. */
const offeringsSchema: z.ZodType<readonly OfferingSpec[]> = z
  .array(offeringSchema)
  .superRefine((offerings, context) => {
    offerings.forEach(({ current }, index) => {
      if (current && offerings.findIndex((other) => other.current) !== index)
        context.addIssue({
          code: 'custom',
          path: [index, 'current'],
          message: 'only one offering can be current',
        });
    });
  })
  .transform(markCurrent);

const deliverySchema = z.enum(['inline', 'cdn']);
const hashSchema = z.enum(['right', 'wrong', 'none']);
const revisionSchema = wholeNumber(0, most);

const workflowSchema: z.ZodType<WorkflowSpec> = strict({
  id: textSchema,
  offering: textSchema.nullable(),
  prefetch: z.boolean().default(false),
  delivery: deliverySchema.default('inline'),
  hash: hashSchema.default('right'),
  revision: revisionSchema.default(1),
  steps: wholeNumber(1, 1_000).default(1),
  assets: wholeNumber(0, 1_000).default(0),
  bytes: wholeNumber(0, mostBytes).default(0),
  'answers-as': z.string().exactOptional(),
}).transform(({ 'answers-as': answersAs, ...workflow }) =>
  answersAs === undefined ? workflow : { ...workflow, answersAs },
);

const workflowsSchema = z
  .array(workflowSchema)
  .refine((workflows) => workflows.reduce((sum, { bytes }) => sum + bytes, 0) <= mostBytes, {
    message: `the \`bytes\` of all workflows together must be at most ${String(mostBytes)}`,
  });

const specSchema: z.ZodType<ProjectSpec> = strict({
  offerings: offeringsSchema.default([]),
  workflows: workflowsSchema.default([]),
});

/** What the backend serves: made from the file, the bundled demo, or a folder of JSON files. */
export type ProjectForm =
  | { readonly kind: 'generated'; readonly spec: ProjectSpec }
  | { readonly kind: 'demo' }
  | { readonly kind: 'folder'; readonly path: string };

/** `demo`, a path to a project folder, or a map of what the backend serves. */
export const projectSchema: z.ZodType<ProjectForm> = z.unknown().transform((value, context) => {
  if (value === 'demo') return { kind: 'demo' };
  if (typeof value === 'string' && value !== '') return { kind: 'folder', path: value };
  if (isMap(value)) {
    const spec = delegate(context, [], specSchema, value);
    return spec === null ? z.NEVER : { kind: 'generated', spec: spec.value };
  }
  context.addIssue({
    code: 'custom',
    message: `must be a map with offerings and workflows, \`demo\`, or the path of a project folder, not ${shown(value)}`,
  });
  return z.NEVER;
});

const editSchema: z.ZodType<ProjectChange> = strict({
  workflow: textSchema,
  prefetch: z.boolean().exactOptional(),
  revision: revisionSchema.exactOptional(),
  delivery: deliverySchema.exactOptional(),
  hash: hashSchema.exactOptional(),
  offering: textSchema.nullable().exactOptional(),
  'answers-as': z.string().exactOptional(),
})
  .refine((edit) => Object.keys(edit).length > 1, {
    message:
      'says nothing to change; allowed here: prefetch, revision, delivery, hash, offering, answers-as',
  })
  .transform(({ workflow, 'answers-as': answersAs, ...to }) => ({
    kind: 'workflow',
    id: workflow,
    to: answersAs === undefined ? to : { ...to, answersAs },
  }));

const changes: Readonly<Record<string, z.ZodType<ProjectChange>>> = {
  workflow: editSchema,
  remove: strict({ remove: textSchema }).transform(({ remove }) => ({
    kind: 'remove',
    id: remove,
  })),
  add: strict({ add: workflowSchema }).transform(({ add }) => ({ kind: 'add', workflow: add })),
  offerings: strict({ offerings: offeringsSchema }).transform(({ offerings }) => ({
    kind: 'offerings',
    offerings,
  })),
};

const schemaOfChange = (value: unknown): z.ZodType<ProjectChange> => {
  const kind = isMap(value) ? Object.keys(changes).find((key) => Object.hasOwn(value, key)) : null;
  return (
    changes[kind ?? ''] ??
    parsedBy(() => ({
      ok: false,
      problem:
        'must say what to change: a map with one of workflow (and what of it), remove, add, offerings',
    }))
  );
};

/** One edit of what the backend serves. */
export const changeSchema: z.ZodType<ProjectChange> = z.unknown().transform((value, context) => {
  const change = delegate(context, [], schemaOfChange(value), value);
  return change === null ? z.NEVER : change.value;
});
