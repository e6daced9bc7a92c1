import {
  type EngineError,
  type Marked,
  type NoAnswerReason,
  engineError,
  markedAs,
  noAnswer,
} from '../../shared/errors.ts';
import type { Outcome } from '../http/http.ts';
import type { FileResult } from './files.ts';

type FailedOutcome = Exclude<Outcome<never>, { kind: 'ok' }>;
type FailedFile = Extract<FileResult, { ok: false }>;

const unanswered = (reason: NoAnswerReason): EngineError =>
  reason === 'cancelled'
    ? noAnswer(reason)
    : { code: 'cdn-failed', reason, message: `The CDN gave no answer (${reason}).` };

const errorOf = (outcome: FailedOutcome): EngineError => {
  switch (outcome.kind) {
    case 'no-answer':
      return unanswered(outcome.reason);
    case 'backend-error':
    case 'rejected':
      return engineError('cdn-failed', `The CDN answered ${outcome.status}.`, outcome.status);
    case 'malformed':
      return engineError('cdn-failed', `The file cannot be had: ${outcome.problem}.`);
    case 'too-large':
      return engineError('too-large', `The file has more than ${outcome.limitBytes} bytes.`);
  }
};

/** Whatever the CDN did wrong is one code, with the reason or the status beside it. */
export const failedFile = (outcome: FailedOutcome): FailedFile => ({
  ok: false,
  error: markedAs(errorOf(outcome), outcome),
  isRejected: outcome.kind === 'rejected',
});

const otherHash = engineError(
  'hash-mismatch',
  'The file is not the one that was announced: its hash differs.',
);

export const hashMismatch = (mark: Marked): FailedFile => ({
  ok: false,
  error: markedAs(otherHash, mark),
  isRejected: false,
});

export const cancelledFile: FailedFile = {
  ok: false,
  error: noAnswer('cancelled'),
  isRejected: false,
};

/** A file that could not be written; its bytes may still be good. */
export const diskFailed = (problem: string): EngineError =>
  engineError('disk', `The file could not be saved: ${problem}`);

/** A file that is there; it is asked for again. */
export const diskUnreadable = (problem: string): EngineError =>
  engineError('disk', `The file on disk cannot be read: ${problem}.`);
