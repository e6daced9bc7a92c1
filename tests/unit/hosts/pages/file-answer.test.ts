import { describe, expect, it, vi } from 'vitest';
import { answerWith } from '../../../../main/hosts/pages/file-answer.ts';
import { type ServedFile, servedBytes } from '../../../../main/hosts/pages/served-file.ts';

const letters = (count = 10) => {
  const close = vi.fn(() => Promise.resolve());
  const bytes = Buffer.from('0123456789'.slice(0, count));
  const file: ServedFile = { ...servedBytes('text/plain', bytes), close };
  return { file, close };
};

const seen = async (range: string | null, method = 'GET', count = 10) => {
  const { file, close } = letters(count);
  const { status, headers, body } = await answerWith(file, { method, range });
  return {
    status,
    length: headers['Content-Length'],
    place: headers['Content-Range'],
    body: body instanceof Uint8Array ? Buffer.from(body).toString() : null,
    isClosed: close.mock.calls.length > 0,
  };
};

describe('a file', () => {
  it('is sent whole, and says that parts of it can be had', async () => {
    const { headers } = await answerWith(letters().file, { method: 'GET', range: null });
    expect(headers).toEqual({
      'Content-Type': 'text/plain',
      'Accept-Ranges': 'bytes',
      'Content-Length': '10',
    });
  });

  it.each([
    [null, { status: 200, length: '10', body: '0123456789' }],
    ['bytes=0-', { status: 206, length: '10', place: 'bytes 0-9/10', body: '0123456789' }],
    ['bytes=2-4', { status: 206, length: '3', place: 'bytes 2-4/10', body: '234' }],
    ['bytes=-2', { status: 206, length: '2', place: 'bytes 8-9/10', body: '89' }],
    ['bytes=0-1,4-5', { status: 200, length: '10', body: '0123456789' }],
    ['letters=0-1', { status: 200, length: '10', body: '0123456789' }],
  ])('asked for %s', async (range, expected) => {
    expect(await seen(range)).toEqual({ place: undefined, isClosed: false, ...expected });
  });

  it('says how long it is to who asks for more than there is, and is given back', async () => {
    expect(await seen('bytes=10-')).toEqual({
      status: 416,
      length: '0',
      place: 'bytes */10',
      body: null,
      isClosed: true,
    });
  });

  it.each([
    ['HEAD', null, 10, { status: 200, length: '10' }],
    ['HEAD', 'bytes=1-2', 10, { status: 206, length: '2', place: 'bytes 1-2/10' }],
    ['GET', null, 0, { status: 200, length: '0' }],
  ] as const)('is given back where %s of %s of %i bytes has no body', async (...asked) => {
    const [method, range, count, expected] = asked;
    const answer = await seen(range, method, count);
    expect(answer).toEqual({ place: undefined, body: null, isClosed: true, ...expected });
  });
});
