/** Why no answer came over HTTP. */
export const noAnswerReasons = [
  'offline',
  'refused',
  'dns',
  'certificate',
  'reset',
  'timeout',
  'truncated',
  'cancelled',
] as const;

export type NoAnswerReason = (typeof noAnswerReasons)[number];

/** The stable codes; nobody matches on the sentences. */
export const errorCodes = [
  'no-answer',
  'backend-error',
  'rejected',
  'malformed',
  'unknown-action',
  'missing-data',
  'missing-url',
  'cdn-failed',
  'hash-mismatch',
  'too-large',
  'no-workflow',
  'no-user',
  'disk',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Said of what came of something that is broken on purpose; what is real says nothing. */
export interface Marked {
  readonly isOnPurpose?: true;
}

/** The same, with the other's mark where that has one. */
export const markedAs = <Thing extends object>(thing: Thing, { isOnPurpose }: Marked): Thing =>
  isOnPurpose === true ? { ...thing, isOnPurpose } : thing;

/** What a call ended with where it could not be answered. */
export interface EngineError extends Marked {
  readonly code: ErrorCode;
  /** One sentence for a person. */
  readonly message: string;
  readonly reason?: NoAnswerReason;
  readonly status?: number;
}

const reasons: Readonly<Record<NoAnswerReason, string>> = {
  offline: 'the app is offline',
  refused: 'the connection was refused',
  dns: 'the host name could not be looked up',
  certificate: 'the certificate of the host is not to be trusted',
  reset: 'the connection was reset before an answer came',
  timeout: 'no answer came in time',
  truncated: 'the connection was closed in the middle of the answer',
  cancelled: 'the request was given up, because the user changed or the app was closed',
};

export const noAnswer = (reason: NoAnswerReason): EngineError => ({
  code: 'no-answer',
  reason,
  message: `No answer: ${reasons[reason]}.`,
});

export const engineError = (code: ErrorCode, message: string, status?: number): EngineError =>
  status === undefined ? { code, message } : { code, message, status };
