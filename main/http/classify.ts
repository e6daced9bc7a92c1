import { errors } from 'undici';
import { type NoAnswerReason, markedAs } from '../../shared/errors.ts';
import { BodyTooLarge, RequestEnded } from './endings.ts';
import { codeOf } from './error-code.ts';
import type { Outcome } from './http.ts';
import type { Exchange } from './receiver.ts';

type Failure = Exclude<Outcome<never>, { kind: 'ok' }>;
type Broken = Extract<Exchange, { kind: 'broken' }>;

const reasonByCode: Readonly<Partial<Record<string, NoAnswerReason>>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  // There is no network at all. A host that does not answer in one that works is refused.
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  // The system's own patience, which is longer than ours.
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  // The client was closed under it.
  UND_ERR_DESTROYED: 'cancelled',
  UND_ERR_CLOSED: 'cancelled',
  UND_ERR_ABORTED: 'cancelled',
};

/** Node's names of what OpenSSL found when it verified a certificate, and of Node's own check. */
const isAboutCertificate = (code: string): boolean =>
  /^(?:CERT|CRL|UNABLE_TO|ERROR_IN_(?:CERT|CRL))_|SELF_SIGNED_CERT|^(?:INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID)$/.test(
    code,
  );

const brokenOff: readonly string[] = [
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_HEADERS_OVERFLOW',
  // zlib at the end of its input: the body stopped in the middle of its compression.
  'Z_BUF_ERROR',
];

/** The connection ended, or went on with something that is not HTTP, before the answer was over. */
const isBrokenOff = (error: Error): boolean =>
  error instanceof errors.HTTPParserError || brokenOff.includes(codeOf(error));

const noAnswer = (reason: NoAnswerReason): Failure => ({ kind: 'no-answer', reason });

const ofError = ({ error, status }: Broken, limitBytes: number): Failure => {
  if (error instanceof RequestEnded) return noAnswer(error.reason);
  if (error instanceof BodyTooLarge || error instanceof errors.ResponseExceededMaxSizeError)
    return { kind: 'too-large', limitBytes };
  const reason = reasonByCode[codeOf(error)];
  if (reason !== undefined) return noAnswer(reason);
  if (isBrokenOff(error)) return noAnswer(status === null ? 'reset' : 'truncated');
  if (status !== null) return { kind: 'malformed', problem: 'the body cannot be decompressed' };
  // No backend saw it, and another host may do better.
  if (isAboutCertificate(codeOf(error))) return noAnswer('certificate');
  // What is left failed before the request could leave, TLS above all: the two sides did not come
  // to terms.
  return noAnswer('refused');
};

/** Why there is not even a status line. */
export const reasonOf = (error: Error): NoAnswerReason => {
  const failure = ofError({ kind: 'broken', error, status: null, sizeBytes: 0 }, 0);
  return failure.kind === 'no-answer' ? failure.reason : 'reset';
};

const ofStatus = (status: number): Failure | null => {
  if (status >= 500) return { kind: 'backend-error', status };
  if (status >= 400) return { kind: 'rejected', status };
  if (status >= 200 && status < 300) return null;
  return { kind: 'malformed', problem: `the answer has the status ${status}` };
};

const isCancelled = (exchange: Exchange): boolean =>
  exchange.kind === 'broken' &&
  exchange.error instanceof RequestEnded &&
  exchange.error.reason === 'cancelled';

/** Whatever breaks answers broke this one; what only keeps waiting leads to one thing. */
const isOnPurpose = ({ met }: Exchange, outcome: Outcome<unknown>): boolean => {
  const reason = outcome.kind === 'no-answer' ? outcome.reason : null;
  if (met === 'delayed') return reason === 'timeout';
  return met === 'broken' && reason !== 'cancelled';
};

/** The outcome, which says so if it is one on purpose. */
export const marked = <Of extends Outcome<unknown>>(outcome: Of, exchange: Exchange): Of =>
  isOnPurpose(exchange, outcome) ? markedAs(outcome, { isOnPurpose: true }) : outcome;

const ofExchange = (exchange: Exchange, limitBytes: number): Failure | null => {
  if (!isCancelled(exchange) && exchange.status !== null) {
    const failure = ofStatus(exchange.status);
    if (failure !== null) return failure;
  }
  return exchange.kind === 'broken' ? ofError(exchange, limitBytes) : null;
};

/**
 * What went wrong in an exchange; null: a 2xx came whole. A status that is an answer by itself
 * counts even where its body, which nobody reads, was cut off.
 */
export const failureOf = (exchange: Exchange, limitBytes: number): Failure | null => {
  const failure = ofExchange(exchange, limitBytes);
  return failure === null ? null : marked(failure, exchange);
};
