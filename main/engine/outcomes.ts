import { messageOf } from '../../shared/error-text.ts';
import { type EngineError, engineError, noAnswer } from '../../shared/errors.ts';
import type { EventType } from '../../shared/timeline.ts';
import type { Outcome } from '../http/http.ts';

/** A request that brought nothing to use. */
export interface Failure {
  readonly error: EngineError;
  /** 4xx: the backend is there and says no, so that no copy stands in for its answer. */
  readonly isRejection: boolean;
}

export const rejected = (status: number): Failure => ({
  error: engineError('rejected', `The backend answered ${status}.`, status),
  isRejection: true,
});

export const failed = (error: EngineError): Failure => ({ error, isRejection: false });

export const malformed = (problem: string): Failure =>
  failed(engineError('malformed', `The answer could not be understood: ${problem}.`));

/** What nobody foresaw is an answer too: every caller completes (D-08). */
export const unexpected = (error: unknown): Failure => {
  return failed(engineError('malformed', `The answer could not be used: ${messageOf(error)}.`));
};

export const failureOf = (outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): Failure => {
  switch (outcome.kind) {
    case 'no-answer':
      return failed(noAnswer(outcome.reason));
    case 'backend-error':
      return failed(
        engineError('backend-error', `The backend answered ${outcome.status}.`, outcome.status),
      );
    case 'rejected':
      return rejected(outcome.status);
    case 'malformed':
      return malformed(outcome.problem);
    case 'too-large':
      return failed(
        engineError('too-large', `The answer is larger than ${outcome.limitBytes} bytes.`),
      );
  }
};

export const eventTypeOf = (failure: Failure): EventType =>
  failure.isRejection ? 'rejected' : 'failed';
