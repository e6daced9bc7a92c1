import type { FaultKind, FaultScope } from '../../shared/faults.ts';
import type { Lab } from './lab.ts';

/** A way in which a request can end badly, and the error that its caller gets where nothing stands in. */
export interface BadOutcome {
  readonly kind: FaultKind;
  readonly error: string;
}

/** Each of them lets a copy on disk stand in for the answer. */
export const failures: readonly BadOutcome[] = [
  { kind: 'offline', error: 'error no-answer offline' },
  { kind: 'refused', error: 'error no-answer refused' },
  { kind: 'dns', error: 'error no-answer dns' },
  { kind: 'timeout', error: 'error no-answer timeout' },
  { kind: 'reset', error: 'error no-answer reset' },
  { kind: 'truncated', error: 'error no-answer truncated' },
  { kind: 500, error: 'error backend-error 500' },
  { kind: 503, error: 'error backend-error 503' },
  { kind: 'empty', error: 'error malformed' },
  { kind: 'html', error: 'error malformed' },
  { kind: 'wrong-type', error: 'error malformed' },
  { kind: 'bad-json', error: 'error malformed' },
  { kind: 'redirect', error: 'error malformed' },
  { kind: 'oversize', error: 'error too-large' },
];

/** The backend is there and says no: nothing stands in. */
export const rejections: readonly BadOutcome[] = [400, 401, 403, 404, 429].map((status) => ({
  kind: status,
  error: `error rejected ${String(status)}`,
}));

/** From now on these requests end so; `offline` is the app's own network switch. */
export const breakWith = (lab: Lab, what: FaultScope, kind: FaultKind): void => {
  if (kind === 'offline') lab.faults.setOnline(false);
  else lab.faults.fail({ target: { what }, kind });
};

export const mend = (lab: Lab): void => {
  lab.faults.setOnline(true);
  lab.faults.heal();
};

/** Waits for a call whose request may hang until the client's patience is over. */
export const patiently = async <T>(lab: Lab, call: Promise<T>): Promise<T> => {
  await lab.settle();
  await lab.advance(30_000);
  return call;
};
