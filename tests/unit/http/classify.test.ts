import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../main/http/classify.ts';
import { BodyTooLarge, RequestEnded } from '../../../main/http/endings.ts';
import type { NoAnswerReason } from '../../../shared/errors.ts';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

const broken = (error: Error, status: number | null = null) =>
  failureOf({ kind: 'broken', error, status, sizeBytes: 0 }, 100);

const complete = (status: number) =>
  failureOf({ kind: 'complete', status, headers: {}, sizeBytes: 0 }, 100);

describe('what an exchange means', () => {
  it.each<[string, NoAnswerReason]>([
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'refused'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ENETUNREACH', 'offline'],
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['UND_ERR_SOCKET', 'reset'],
    ['ETIMEDOUT', 'timeout'],
    ['UND_ERR_DESTROYED', 'cancelled'],
  ])('reads %s before the status line as %s', (code, reason) => {
    expect(broken(coded(code))).toEqual({ kind: 'no-answer', reason });
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'Z_BUF_ERROR',
  ])('reads %s after the status line as truncated', (code) => {
    expect(broken(coded(code), 200)).toEqual({ kind: 'no-answer', reason: 'truncated' });
  });

  it('reads the first of several errors of one connection', () => {
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
    expect(broken(both)).toEqual({ kind: 'no-answer', reason: 'refused' });
  });

  it('knows why we ended a request ourselves', () => {
    expect(broken(new RequestEnded('timeout'))).toEqual({ kind: 'no-answer', reason: 'timeout' });
    expect(broken(new RequestEnded('offline'))).toEqual({ kind: 'no-answer', reason: 'offline' });
    expect(broken(new BodyTooLarge(100), 200)).toEqual({ kind: 'too-large', limitBytes: 100 });
  });

  it('reads bytes that do not decompress as malformed', () => {
    expect(broken(coded('Z_DATA_ERROR'), 200)).toMatchObject({ kind: 'malformed' });
  });

  it.each([
    [200, null],
    [204, null],
    [299, null],
    [300, 'malformed'],
    [302, 'malformed'],
    [304, 'malformed'],
    [399, 'malformed'],
    [400, 'rejected'],
    [404, 'rejected'],
    [499, 'rejected'],
    [500, 'backend-error'],
    [599, 'backend-error'],
  ])('reads status %i as %s', (status, kind) => {
    expect(complete(status)?.kind ?? null).toBe(kind);
  });

  it('counts a status whose body was cut off, which nobody reads', () => {
    expect(broken(coded('UND_ERR_SOCKET'), 404)).toEqual({ kind: 'rejected', status: 404 });
    expect(broken(new BodyTooLarge(100), 503)).toEqual({ kind: 'backend-error', status: 503 });
  });

  it('answers a caller who gave up with nothing else', () => {
    expect(broken(new RequestEnded('cancelled'), 404)).toEqual({
      kind: 'no-answer',
      reason: 'cancelled',
    });
  });
});
