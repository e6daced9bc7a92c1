import { messageOf } from '../../shared/error-text.ts';
import {
  type EngineError,
  type Marked,
  engineError,
  markedAs,
  noAnswer,
} from '../../shared/errors.ts';
import type { EventType } from '../../shared/timeline.ts';
import type { Outcome } from '../http/http.ts';

/** A request that brought nothing to use. */
export interface Failure {
  readonly error: EngineError;
  /** 4xx: the backend is there and says no, so that no copy stands in for its answer. */
  readonly isRejection: boolean;
}

const rejected = (status: number): Failure => ({
  error: engineError('rejected', `The backend answered ${status}.`, status),
  isRejection: true,
});

export const failed = (error: EngineError): Failure => ({ error, isRejection: false });

const asMarked = (failure: Failure, mark: Marked): Failure => ({
  ...failure,
  error: markedAs(failure.error, mark),
});

/** What came is of no use, on purpose where what it came with says so. */
export const malformed = (problem: string, mark: Marked): Failure =>
  asMarked(
    failed(engineError('malformed', `The answer could not be understood: ${problem}.`)),
    mark,
  );

/** What nobody foresaw is an answer too: every caller completes (D-08). */
export const unexpected = (error: unknown): Failure => {
  return failed(engineError('malformed', `The answer could not be used: ${messageOf(error)}.`));
};

type FailedOutcome = Exclude<Outcome<unknown>, { kind: 'ok' }>;

const unmarked = (outcome: FailedOutcome): Failure => {
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
      return malformed(outcome.problem, {});
    case 'too-large':
      return failed(
        engineError('too-large', `The answer is larger than ${outcome.limitBytes} bytes.`),
      );
  }
};

export const failureOf = (outcome: FailedOutcome): Failure => asMarked(unmarked(outcome), outcome);

export const eventTypeOf = (failure: Failure): EventType =>
  failure.isRejection ? 'rejected' : 'failed';
