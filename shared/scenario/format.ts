import { z } from 'zod';
import { type RuleSet, ruleSets } from '../policies.ts';
import { type ProjectForm, projectSchema } from './project-format.ts';
import { describeIssue, pathOf } from './issues.ts';
import { shown } from './say.ts';
import { parsedBy, strict, textSchema } from './schema.ts';
import { type Step, stepsSchema } from './step-format.ts';

export type { CallCheck, DiskCheck, EventCheck, Expectation, Section } from './expect-format.ts';
export type { ProjectForm } from './project-format.ts';
export type { PlainStep, Step, StepInputs, StepName } from './step-format.ts';

/** How the app starts. */
export interface Start {
  readonly user: string;
  readonly foreground: boolean;
  readonly settings: {
    readonly persistOnDemand: boolean;
    readonly fallbackHost: boolean;
    readonly workflows: boolean;
  };
}

/** One scenario file, format 1: what happens and what must be seen. */
export interface Scenario {
  readonly format: 1;
  readonly name: string;
  readonly rules: RuleSet;
  readonly project: ProjectForm;
  readonly start: Start;
  readonly steps: readonly Step[];
}

/** A scenario once its project is there. */
export type PlayableScenario = Omit<Scenario, 'project'>;

/** Where in a file something is wrong, by its keys, and what. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type DecodedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const formatSchema = parsedBy<1>((value) => {
  if (value === 1) return { ok: true, value };
  const problem =
    value === undefined
      ? 'is missing: write `format: 1`'
      : `this version reads format 1, not ${shown(value)}`;
  return { ok: false, problem };
});

const longestName = 200;

const nameSchema = textSchema
  .transform((name) => name.trim())
  .refine((name) => name !== '' && !/[\r\n]/.test(name), { message: 'must be one line of text' })
  .refine(({ length }) => length <= longestName, {
    message: `must be at most ${String(longestName)} letters long`,
  });

const settingsSchema = strict({
  'persist-on-demand': z.boolean().default(false),
  'fallback-host': z.boolean().default(false),
  workflows: z.boolean().default(true),
}).transform((settings) => ({
  persistOnDemand: settings['persist-on-demand'],
  fallbackHost: settings['fallback-host'],
  workflows: settings.workflows,
}));

const startSchema: z.ZodType<Start> = strict({
  user: z.string().default('ana'),
  foreground: z.boolean().default(true),
  settings: settingsSchema.prefault({}),
});

const scenarioSchema: z.ZodType<Scenario> = strict({
  format: formatSchema,
  name: nameSchema,
  rules: z.enum(ruleSets).default('recommended'),
  project: projectSchema,
  start: startSchema.prefault({}),
  steps: stepsSchema,
});

/** Checks the parsed contents of a file; whether its names and ids exist is another question. */
export const decodeScenario = (value: unknown): DecodedScenario => {
  const result = scenarioSchema.safeParse(value, { error: describeIssue });
  if (result.success) return { ok: true, scenario: result.data };
  const problems = result.error.issues.map((issue) => ({
    path: pathOf(issue),
    message: issue.message,
  }));
  return { ok: false, problems };
};

/** `steps[3].fail.with`, as messages name a place in a file. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
