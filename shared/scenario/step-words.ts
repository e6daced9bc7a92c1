import type { FaultKind, Target } from '../faults.ts';
import type { ProjectChange } from './project-spec.ts';
import type { PlainStep } from './step-format.ts';

const requestWords = ({ what, id }: Target): string => {
  const of = id === undefined ? '' : ` of ${id}`;
  const scopes: Readonly<Record<Target['what'], string>> = {
    offerings: 'offerings requests',
    list: 'list requests',
    detail: `detail requests${of}`,
    cdn: `bodies${of} on the CDN`,
    asset: `assets${of} on the CDN`,
    backend: `requests${of} to the backend`,
    all: `requests${of} to the backend and the CDN`,
  };
  return scopes[what];
};

const faultWords = (kind: FaultKind): string => {
  if (typeof kind === 'number') return `are answered ${String(kind)}`;
  if (kind === 'refused') return 'are refused';
  return kind === 'timeout' ? 'are never answered' : `fail (${kind})`;
};

const durationWords = (ms: number): string => {
  const size = Math.abs(ms);
  const units = [
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1_000, 's'],
  ] as const;
  const unit = units.find(([length]) => size >= length && size % length === 0);
  return unit === undefined ? `${String(size)} ms` : `${String(size / unit[0])} ${unit[1]}`;
};

const changeWords = (change: ProjectChange): string => {
  if (change.kind === 'offerings') return 'The backend has other offerings now.';
  if (change.kind === 'add') return `The backend has a new workflow, ${change.workflow.id}.`;
  if (change.kind === 'remove') return `The backend no longer has workflow ${change.id}.`;
  const edits = Object.entries(change.to).map(([key, value]) => `${key} ${String(value)}`);
  return `On the backend workflow ${change.id} changes: ${edits.join(', ')}.`;
};

type StepOf<Name extends PlainStep['name']> = Extract<PlainStep, { name: Name }>;

const faultStepWords = (step: StepOf<'fail' | 'heal' | 'slow' | 'hold' | 'release'>): string => {
  switch (step.name) {
    case 'fail':
      return `From now on ${requestWords(step.input.target)} ${faultWords(step.input.kind)}.`;
    case 'slow':
      return `From now on ${requestWords(step.input.target)} are answered slowly.`;
    case 'hold':
      return `From now on ${requestWords(step.input)} are held.`;
    case 'heal':
      return step.input === null
        ? 'Everything is healed.'
        : `The faults of ${requestWords(step.input)} are healed.`;
    case 'release':
      return step.input === null
        ? 'What was held is released.'
        : `What was held of ${requestWords(step.input)} is released.`;
  }
};

const advanceWords = (ms: number): string =>
  ms < 0 ? `The clock is set back by ${durationWords(ms)}.` : `${durationWords(ms)} go by.`;

/** What a step does, in plain words. */
export const stepWords = (step: PlainStep): string => {
  switch (step.name) {
    case 'get-offerings':
      return 'The app asks for the offerings.';
    case 'get-list':
      return `The app asks for the workflows list${step.input.force ? ', by force' : ''}.`;
    case 'get-workflow':
      return `The app asks for the ${step.input.by === 'id' ? 'workflow' : 'paywall of offering'} ${step.input.id}.`;
    case 'log-in':
    case 'switch-user':
    case 'alias':
      return `The user becomes ${step.input} (${step.name}).`;
    case 'log-out':
      return 'The user logs out.';
    case 'foreground':
    case 'background':
      return `The app goes to the ${step.name}.`;
    case 'advance':
      return advanceWords(step.input);
    case 'cold-start':
      return 'The app is killed and started again.';
    case 'offline':
    case 'online':
      return `The app is ${step.name} now.`;
    case 'change':
      return changeWords(step.input);
    case 'corrupt':
      return `On disk, ${step.input.id ?? 'the file of'} ${step.input.what} is damaged (${step.input.how}).`;
    case 'fill-disk':
      return 'The disk is full now.';
    case 'free-disk':
      return 'The disk has room again.';
    case 'settle':
      return 'Everything that runs comes to rest.';
    case 'mark':
      return 'Counting starts anew.';
    case 'expect':
      return 'A look at what there is.';
    default:
      return faultStepWords(step);
  }
};
