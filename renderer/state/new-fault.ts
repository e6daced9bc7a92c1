import {
  type FaultKind,
  type FaultScope,
  type Target,
  appliesTo,
  isFaultStatus,
  largestPace,
  matches,
  requestScopes,
} from '../../shared/faults.ts';
import { messages } from '../messages.ts';
import type { NewFault } from './actions.ts';

const words = messages.world.faults;

/** What can be chosen, beside which of the numbers below it takes. */
export type KindChoice = keyof typeof words.kinds;

export const kindGroups: readonly {
  readonly group: keyof typeof words.groups;
  readonly kinds: readonly KindChoice[];
}[] = [
  {
    group: 'answer',
    kinds: ['status', 'empty', 'html', 'wrong-type', 'bad-json', 'redirect', 'flaky'],
  },
  { group: 'connect', kinds: ['offline', 'refused', 'dns'] },
  { group: 'bytes', kinds: ['wrong-hash', 'truncated', 'oversize', 'reset'] },
  { group: 'time', kinds: ['slow', 'timeout', 'hold'] },
];

/** As it is filled in; numbers are what was typed. */
export interface FaultForm {
  readonly what: FaultScope;
  /** Empty: all of them. */
  readonly id: string;
  readonly kind: KindChoice;
  readonly status: string;
  readonly times: string;
  readonly share: string;
  readonly latency: string;
  readonly jitter: string;
  readonly rate: string;
}

export const emptyForm: FaultForm = {
  what: 'detail',
  id: '',
  kind: 'status',
  status: '503',
  times: '',
  share: '50',
  latency: '3000',
  jitter: '0',
  rate: '',
};

export type NumberField = 'status' | 'times' | 'share' | 'latency' | 'jitter' | 'rate';

/** Offerings and the list are one each: there is nothing to choose among. */
export const hasIds = (what: FaultScope): boolean => what !== 'offerings' && what !== 'list';

/** Bytes can only be wrong where they were announced. */
export const canMeet = (what: FaultScope, kind: KindChoice): boolean =>
  kind !== 'wrong-hash' ||
  requestScopes.some(
    (scope) => matches({ what }, { scope, ids: [] }) && appliesTo('wrong-hash', scope),
  );

/** Which numbers a kind is set by. */
export const fieldsOf = (kind: KindChoice): readonly NumberField[] => {
  if (kind === 'hold') return [];
  if (kind === 'slow') return ['latency', 'jitter', 'rate'];
  if (kind === 'status') return ['status', 'times'];
  return kind === 'flaky' ? ['share', 'times'] : ['times'];
};

const wholeNumber = (text: string): number | null =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : null;

const inRange = (value: number | null, least: number, most: number): boolean =>
  value !== null && value >= least && value <= most;

const isNothing = (text: string): boolean => text.trim() === '';

const isGood: Readonly<Record<NumberField, (text: string) => boolean>> = {
  status: (text) => isFaultStatus(wholeNumber(text)),
  times: (text) => isNothing(text) || inRange(wholeNumber(text), 1, 1_000_000),
  share: (text) => inRange(wholeNumber(text), 1, 100),
  latency: (text) => inRange(wholeNumber(text), 0, largestPace.latencyMs),
  jitter: (text) => inRange(wholeNumber(text), 0, largestPace.latencyMs),
  rate: (text) => isNothing(text) || inRange(wholeNumber(text), 1, largestPace.bytesPerSecond),
};

const complaints: Readonly<Record<NumberField, string>> = {
  status: words.notAStatus,
  times: words.notATimes,
  share: words.notAShare,
  latency: words.notMs,
  jitter: words.notMs,
  rate: words.notARate,
};

/** What is wrong with each number that the kind takes. */
export const problemsOf = (form: FaultForm): Readonly<Partial<Record<NumberField, string>>> =>
  Object.fromEntries(
    fieldsOf(form.kind)
      .filter((field) => !isGood[field](form[field]))
      .map((field) => [field, complaints[field]]),
  );

const failing = ({ kind, status, times, share }: FaultForm, target: Target): NewFault => ({
  how: 'fail',
  fail: {
    target,
    kind: kind === 'status' ? Number(status) : (kind as FaultKind),
    ...(isNothing(times) ? {} : { times: Number(times) }),
    ...(kind === 'flaky' ? { share: Number(share) / 100 } : {}),
  },
});

/** What a form asks for; null: something in it is wrong. */
export const newFaultOf = (form: FaultForm): NewFault | null => {
  if (Object.keys(problemsOf(form)).length > 0) return null;
  const id = form.id.trim();
  const target: Target = { what: form.what, ...(hasIds(form.what) && id !== '' ? { id } : {}) };
  if (form.kind === 'hold') return { how: 'hold', hold: { target } };
  if (form.kind !== 'slow') return failing(form, target);
  const pace = {
    latencyMs: Number(form.latency),
    jitterMs: Number(form.jitter),
    bytesPerSecond: isNothing(form.rate) ? null : Number(form.rate),
  };
  return { how: 'slow', slow: { target, pace } };
};
