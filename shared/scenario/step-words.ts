import type { FaultKind, FaultScope, Target } from '../faults.ts';
import type { ProjectChange } from './project-spec.ts';
import type { PlainStep, StepInputs, StepName } from './step-format.ts';
import { rateText, spokenDuration } from './write-values.ts';

/** What a step does, in a few words for those who do not write files. */
type Words<Name extends StepName> = (input: StepInputs[Name]) => string;

const requests: Readonly<Record<FaultScope, string>> = {
  offerings: 'offerings',
  list: 'list',
  detail: 'workflow',
  cdn: 'CDN body',
  asset: 'asset',
  backend: 'backend',
  all: '',
};

const aimed = ({ what, id }: Target): string => {
  const kind = what === 'all' ? 'every request' : `every ${requests[what]} request`;
  return id === undefined ? kind : `${kind} for ${id}`;
};

const faultWords: Readonly<Record<Exclude<FaultKind, number>, string>> = {
  offline: 'is made offline',
  refused: 'is refused',
  dns: 'finds no host',
  timeout: 'is never answered',
  reset: 'is cut off',
  truncated: 'is answered by half',
  empty: 'is answered with nothing',
  html: 'is answered with a web page',
  'wrong-type': 'is answered with something else',
  'bad-json': 'is answered with broken JSON',
  'wrong-hash': 'is answered with other bytes',
  oversize: 'is answered with far too much',
  redirect: 'is sent elsewhere',
  slow: 'is answered slowly',
  flaky: 'fails now and then',
};

const fault = (kind: FaultKind): string =>
  typeof kind === 'number' ? `is answered with ${String(kind)}` : faultWords[kind];

const times = (amount: number | undefined): string => {
  if (amount === undefined) return '';
  return amount === 1 ? ', once' : `, ${String(amount)} times`;
};

const named = (as: string | null): string => (as === null ? '' : ` (${as})`);
const unawaited = (wait: boolean): string => (wait ? '' : ', without waiting');

const changed = (change: ProjectChange): string => {
  if (change.kind === 'remove') return `${change.id} leaves the list`;
  if (change.kind === 'add') return `${change.workflow.id} is added to the list`;
  if (change.kind === 'offerings') return 'The offerings change';
  const keys = Object.keys(change.to).map((key) => (key === 'answersAs' ? 'own id' : key));
  return `${change.id} changes: ${keys.join(', ')}`;
};

const forWhom = (user: string): string => (user === '' ? 'nobody' : user);

const words: { readonly [Name in StepName]: Words<Name> } = {
  'get-offerings': ({ as, wait }) => `Ask for the offerings${named(as)}${unawaited(wait)}`,
  'get-list': ({ as, wait, force }) =>
    `Ask for the list${force ? ', fresh or not' : ''}${named(as)}${unawaited(wait)}`,
  'get-workflow': ({ as, wait, by, id }) =>
    `Ask for ${by === 'offering' ? `the workflow of ${id}` : `workflow ${id}`}${named(as)}${unawaited(wait)}`,
  'log-in': (user) => `Log in ${forWhom(user)}`,
  'log-out': () => 'Log out',
  'switch-user': (user) => `Switch to ${forWhom(user)}`,
  alias: (user) => `The user is ${forWhom(user)}, too`,
  foreground: () => 'The app comes to the foreground',
  background: () => 'The app goes to the background',
  advance: (ms) =>
    ms < 0
      ? `The clock goes back ${spokenDuration(-ms)}`
      : `The clock goes on ${spokenDuration(ms)}`,
  'cold-start': () => 'Cold start: memory is empty',
  offline: () => 'The network goes off',
  online: () => 'The network comes back',
  fail: ({ target, kind, times: amount }) => `Now ${aimed(target)} ${fault(kind)}${times(amount)}`,
  heal: (target) => (target === null ? 'Everything is healed' : `Healed: ${aimed(target)}`),
  slow: ({ target, pace: { latencyMs, jitterMs, bytesPerSecond } }) =>
    [
      `Now ${aimed(target)} takes ${spokenDuration(latencyMs)}`,
      ...(jitterMs === 0 ? [] : [`up to ${spokenDuration(jitterMs)} more`]),
      ...(bytesPerSecond === null ? [] : [`${rateText(bytesPerSecond)} a second`]),
    ].join(', '),
  hold: (target) => `Hold ${aimed(target)}`,
  release: (target) => (target === null ? 'Release what is held' : `Release ${aimed(target)}`),
  change: changed,
  corrupt: ({ what, id, how }) =>
    `Damage on disk: ${what}${id === undefined ? '' : ` ${id}`} (${how})`,
  'fill-disk': () => 'The disk is full',
  'free-disk': () => 'The disk has room again',
  settle: () => 'Wait until nothing runs',
  mark: () => 'Count requests from here',
  expect: (sections) =>
    `Check ${sections.map((part) => (part.section === 'call' ? part.call : part.section)).join(', ')}`,
};

/** A step as a phrase. */
export const stepWords = ({ name, input }: PlainStep): string => {
  // The table pairs names and inputs; the compiler cannot follow one name through it.
  const say = words[name] as (input: unknown) => string;
  return say(input);
};
