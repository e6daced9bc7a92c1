import type { Target } from '../faults.ts';
import type { CallCheck, Section } from './expect-format.ts';
import type { ProjectChange, WorkflowSpec } from './project-spec.ts';
import type { CallInput, PlainStep, Step, StepInputs, StepName } from './step-format.ts';
import type { NumberCheck } from './values.ts';
import { durationText, numberCheckValue, rateText } from './write-values.ts';

/** What stands in a file for what was read from it: the way back from `step-format.ts`. */
type Write<Name extends StepName> = (input: StepInputs[Name]) => unknown;

const without = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

/** Nothing where nothing is said, as a step that needs none is written. */
const orNothing = (value: Record<string, unknown>): Record<string, unknown> | null =>
  Object.keys(value).length === 0 ? null : value;

const callParts = ({ as, wait }: CallInput): Record<string, unknown> => ({
  ...(as === null ? {} : { as }),
  ...(wait ? {} : { wait }),
});

const target = ({ what, id }: Target): Record<string, unknown> => without({ what, id });

const workflow = ({ answersAs, ...spec }: WorkflowSpec): Record<string, unknown> => ({
  ...spec,
  ...(answersAs === undefined ? {} : { 'answers-as': answersAs }),
});

const change = (input: ProjectChange): unknown => {
  if (input.kind === 'remove') return { remove: input.id };
  if (input.kind === 'add') return { add: workflow(input.workflow) };
  if (input.kind === 'offerings') return { offerings: input.offerings };
  const { answersAs, ...to } = input.to;
  return without({ workflow: input.id, ...to, 'answers-as': answersAs });
};

const callCheck = ({ revision, completions, ...check }: CallCheck): Record<string, unknown> => ({
  ...check,
  ...(revision === undefined ? {} : { revision: numberCheckValue(revision) }),
  ...(completions === undefined ? {} : { completions: numberCheckValue(completions) }),
});

const numbers = (entries: readonly (readonly [string, NumberCheck])[]): Record<string, unknown> =>
  Object.fromEntries(entries.map(([key, check]) => [key, numberCheckValue(check)]));

const isPresent = (
  entry: readonly [string, NumberCheck | undefined],
): entry is readonly [string, NumberCheck] => entry[1] !== undefined;

const section = (part: Section): readonly [string, unknown] => {
  switch (part.section) {
    case 'call':
      return [part.call, callCheck(part.input)];
    case 'requests':
      return [part.section, numbers(part.input)];
    case 'peak':
      return [part.section, numbers(Object.entries(part.input).filter(isPresent))];
    case 'memory':
    case 'map':
      return [part.section, Object.fromEntries(part.input)];
    case 'leaks':
      return [part.section, numberCheckValue(part.input)];
    case 'disk': {
      const { quarantined, ...disk } = part.input;
      const counted = quarantined === undefined ? undefined : numberCheckValue(quarantined);
      return [part.section, without({ ...disk, quarantined: counted })];
    }
    case 'user':
    case 'order':
    case 'events':
      return [part.section, part.input];
  }
};

const nothing = (): null => null;
const asItIs = (input: unknown): unknown => input;
const maybeTarget = (input: Target | null): unknown => input && target(input);

const writers: { readonly [Name in StepName]: Write<Name> } = {
  'get-offerings': (input) => orNothing(callParts(input)),
  'get-list': ({ force, ...call }) =>
    orNothing({ ...callParts(call), ...(force ? { force } : {}) }),
  'get-workflow': ({ by, id, ...call }) => ({ [by]: id, ...callParts(call) }),
  'log-in': asItIs,
  'log-out': nothing,
  'switch-user': asItIs,
  alias: asItIs,
  foreground: nothing,
  background: nothing,
  advance: durationText,
  'cold-start': nothing,
  offline: nothing,
  online: nothing,
  fail: ({ target: aim, kind, times }) => without({ ...target(aim), with: kind, times }),
  heal: maybeTarget,
  slow: ({ target: aim, pace: { latencyMs, jitterMs, bytesPerSecond } }) =>
    without({
      ...target(aim),
      latency: durationText(latencyMs),
      jitter: jitterMs === 0 ? undefined : durationText(jitterMs),
      rate: bytesPerSecond === null ? undefined : rateText(bytesPerSecond),
    }),
  hold: target,
  release: maybeTarget,
  change,
  corrupt: ({ what, id, how }) => without({ what, id, how }),
  'fill-disk': nothing,
  'free-disk': nothing,
  settle: nothing,
  mark: nothing,
  expect: (input) => Object.fromEntries(input.map(section)),
};

/** A step as a file has it: a map with one key. Read again, it is the same step. */
export const writeStep = (step: Step): Readonly<Record<string, unknown>> => {
  if (step.name === 'repeat')
    return { repeat: { times: step.times, do: step.steps.map(writeStep) } };
  return { [step.name]: writePlain(step) };
};

const writePlain = ({ name, input }: PlainStep): unknown => {
  // The table pairs names and inputs; the compiler cannot follow one name through it.
  const write = writers[name] as (input: unknown) => unknown;
  return write(input);
};
