import type { Answer, Reply } from '../backend/reply.ts';
import { collect, decompressed, upTo } from './bytes.ts';
import { responseHeaders } from './passed-headers.ts';
import type { UpstreamAnswer } from './upstream.ts';

export type HostAnswer = Extract<UpstreamAnswer, { kind: 'answer' }>;

const hasNoBody = (status: number): boolean => status === 204 || status === 304;

/** What a host answered, handed on while it comes, up to a limit. */
export const passedOn = async (
  { status, headers, chunks }: HostAnswer,
  mostBytes: number,
): Promise<Reply> => {
  const passed = responseHeaders(headers);
  if (!hasNoBody(status))
    return { kind: 'passing', status, headers: passed, chunks: upTo(chunks, mostBytes) };
  await collect(chunks, 0);
  return { kind: 'answer', status, headers: passed, body: null, isCut: false };
};

/** All of what a host answered, so that its bytes can be broken. */
export const wholeOf = async (
  { status, headers, chunks }: HostAnswer,
  mostBytes: number,
): Promise<Answer> => {
  const { bytes } = await collect(chunks, mostBytes);
  return {
    status,
    headers: { 'Content-Type': responseHeaders(headers)['content-type'] ?? 'application/json' },
    bytes: decompressed(bytes, headers['content-encoding'], mostBytes),
  };
};

/** Stands for an answer where nothing of it shows. */
export const unasked: Answer = { status: 200, headers: {}, bytes: null };
