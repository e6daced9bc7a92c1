import { describe, expect, it } from 'vitest';
import { engineError, errorCodes, noAnswer, noAnswerReasons } from '../../../shared/errors.ts';

describe('the errors of calls', () => {
  it('have these codes', () => {
    expect(errorCodes).toEqual([
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
    ]);
  });

  it('say why no answer came, in one sentence', () => {
    expect(noAnswerReasons.map(noAnswer)).toEqual(
      noAnswerReasons.map((reason) => ({
        code: 'no-answer',
        reason,
        message: expect.stringMatching(/^No answer: [^.]+\.$/),
      })),
    );
    expect(new Set(noAnswerReasons.map((reason) => noAnswer(reason).message)).size).toBe(
      noAnswerReasons.length,
    );
  });

  it('have a status only where there is one', () => {
    expect(engineError('rejected', 'No.', 404)).toStrictEqual({
      code: 'rejected',
      message: 'No.',
      status: 404,
    });
    expect(engineError('disk', 'No.')).toStrictEqual({ code: 'disk', message: 'No.' });
  });
});
