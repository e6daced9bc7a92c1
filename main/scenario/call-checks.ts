import type { EngineError } from '../../shared/errors.ts';
import type { CallCheck } from '../../shared/scenario/format.ts';
import { type NumberCheck, describeNumberCheck, meets } from '../../shared/scenario/values.ts';
import type { CallState } from './call-book.ts';
import { type Finding, idList, sameText } from './finding.ts';

const errorText = ({ code, reason, status }: EngineError): string => {
  const detail = reason ?? status;
  return detail === undefined ? code : `${code}, ${String(detail)}`;
};

/** What there is instead where a call has no such thing. */
const absence = ({ status, error }: CallState): string => {
  if (error !== undefined) return `an error (${errorText(error)})`;
  return status === 'pending' ? 'a call that is pending' : 'nothing of the kind';
};

const statusText = ({ status, error }: CallState): string =>
  error === undefined ? status : `error (${errorText(error)})`;

type Check<Key extends keyof CallCheck> = (
  what: string,
  expected: NonNullable<CallCheck[Key]>,
  state: CallState,
) => Finding;

/** Compares with a part that the call may not have. */
const part = (
  what: string,
  expected: string,
  seen: string | undefined,
  state: CallState,
): Finding =>
  seen === undefined
    ? { what, expected, seen: absence(state), holds: false }
    : sameText(what, expected, seen);

/** Compares a count with what was asked of it. */
export const countFinding = (what: string, check: NumberCheck, seen: number): Finding => ({
  what,
  expected: describeNumberCheck(check),
  seen: String(seen),
  holds: meets(check, seen),
});

const checkRevision: Check<'revision'> = (what, expected, state) => {
  const seen = state.content.revision;
  if (typeof seen === 'number') return countFinding(what, expected, seen);
  return { what, expected: describeNumberCheck(expected), seen: absence(state), holds: false };
};

const checkStatus: Check<'status'> = (what, expected, state) => ({
  what,
  expected,
  seen: statusText(state),
  holds: expected === state.status,
});

const checkError: Check<'error'> = (what, expected, state) => ({
  what,
  expected,
  seen: state.error === undefined ? statusText(state) : errorText(state.error),
  holds: expected === state.error?.code,
});

const formerText = (isFormer: boolean): string =>
  isFormer ? 'a call of a former user' : 'a call of the current user';

/** Null is what the offerings can really have as their current one. */
const checkCurrent = (what: string, expected: string | null, state: CallState): Finding => {
  const { current } = state.content;
  return part(what, expected ?? 'none', current === null ? 'none' : current, state);
};

const checkOfferings: Check<'offerings'> = (what, expected, state) => {
  const seen = state.content.offerings;
  return part(what, idList(expected), seen === undefined ? undefined : idList(seen), state);
};

const checks: { readonly [Key in keyof Required<CallCheck>]: Check<Key> } = {
  status: checkStatus,
  source: (what, expected, state) => part(what, expected, state.source, state),
  freshness: (what, expected, state) => part(what, expected, state.freshness, state),
  workflow: (what, expected, state) => part(what, expected, state.content.workflow, state),
  revision: checkRevision,
  error: checkError,
  completions: (what, expected, state) => countFinding(what, expected, state.completions),
  'former-user': (what, expected, state) =>
    sameText(what, formerText(expected), formerText(state.isFormerUser)),
  offerings: checkOfferings,
  current: checkCurrent,
};

/** Compares one call with what was expected of it. */
export const checkCall = (name: string, check: CallCheck, state: CallState): readonly Finding[] =>
  Object.entries(check).map(([key, expected]) => {
    // The table pairs keys and values; the compiler cannot follow one key through it.
    const run = checks[key as keyof CallCheck] as Check<never>;
    return run(`${name}.${key}`, expected as never, state);
  });
