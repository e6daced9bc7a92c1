import type { RequestScope, SocketFault } from '../../shared/faults.ts';
import { bodyLimits } from '../../shared/limits.ts';
import { isJsonObject } from './json.ts';
import {
  type Answer,
  type Body,
  type Reply,
  bodyOf,
  errorAnswer,
  jsonAnswer,
  replyWith,
} from './reply.ts';

/** What a fault has to work with. */
export interface FaultContext {
  readonly scope: RequestScope;
  /** The answer where nothing is broken. */
  readonly answer: Answer;
}

/** The faults that break an answer; `slow` and `flaky` only decide when, and whether. */
export type BreakingFault = Exclude<SocketFault, 'slow' | 'flaky'>;

const html = '<!doctype html><title>Sign in</title><p>Please sign in to use this network.</p>\n';
/** Something to cut where the answer would have been none. */
const spareText = '{"workflows":[]}';
/** Never registered (RFC 2606): nobody can be reached there. */
const otherHost = 'http://elsewhere.invalid/';

const answered = (answer: Answer): Uint8Array =>
  answer.status === 200 && answer.bytes !== null && answer.bytes.length > 1
    ? answer.bytes
    : Buffer.from(spareText);

const firstHalf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1);

const contentType = ({ headers }: Answer): { 'Content-Type': string } => ({
  'Content-Type': String(headers['Content-Type'] ?? 'application/json'),
});

const truncated = ({ answer }: FaultContext): Reply => {
  const bytes = answered(answer);
  return {
    kind: 'answer',
    status: 200,
    headers: { ...contentType(answer), 'Content-Length': bytes.length },
    body: bodyOf(firstHalf(bytes)),
    isCut: true,
  };
};

/** Still JSON, so that only the hash can tell. */
const otherBody = (bytes: Uint8Array): Uint8Array => {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString());
  return Buffer.from(
    isJsonObject(value) ? JSON.stringify({ ...value, display_name: 'Other bytes' }) : '{}',
  );
};

const otherFile = (bytes: Uint8Array): Uint8Array => {
  const other = Buffer.concat([bytes, Buffer.of(0)]);
  other[0] = (other[0] ?? 0) ^ 0xff;
  return other;
};

const wrongHash = ({ scope, answer }: FaultContext): Reply => {
  if (answer.status !== 200 || answer.bytes === null) return replyWith(answer);
  const bytes = scope === 'cdn' ? otherBody(answer.bytes) : otherFile(answer.bytes);
  return replyWith({ ...answer, bytes });
};

const chunkBytes = 64 * 1024;
const filler = Buffer.alloc(chunkBytes, 'a');

/** More than the limit, and a string's inside all along: there is no telling where it ends. */
const oversizeBody = (scope: RequestScope): Body => ({
  sizeBytes: bodyLimits[scope] + 2 * chunkBytes,
  seenAtBytes: bodyLimits[scope] + 1,
  slice: (from, to) => {
    const piece = Buffer.from(filler.subarray(0, to - from));
    if (from === 0) piece.write('{"id":"');
    return piece;
  },
});

const oversize = ({ scope, answer }: FaultContext): Reply => ({
  kind: 'answer',
  status: 200,
  headers: contentType(answer),
  body: oversizeBody(scope),
  isCut: false,
});

const redirect = (): Reply =>
  replyWith({
    status: 302,
    headers: { Location: otherHost },
    bytes: Buffer.alloc(0),
  });

/** What is made of the answer's own bytes; the others need none. */
const madeOfBytes: readonly (BreakingFault | number)[] = ['truncated', 'bad-json', 'wrong-hash'];

export const needsBytes = (fault: BreakingFault | number): boolean => madeOfBytes.includes(fault);

const replies: Readonly<Record<BreakingFault, (context: FaultContext) => Reply>> = {
  timeout: () => ({ kind: 'silence' }),
  reset: () => ({ kind: 'reset' }),
  truncated,
  empty: ({ answer }) =>
    replyWith({ status: 200, headers: contentType(answer), bytes: Buffer.alloc(0) }),
  html: () =>
    replyWith({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      bytes: Buffer.from(html),
    }),
  'wrong-type': () => replyWith(jsonAnswer(200, '[]')),
  'bad-json': ({ answer }) =>
    replyWith({ status: 200, headers: contentType(answer), bytes: firstHalf(answered(answer)) }),
  'wrong-hash': wrongHash,
  oversize,
  redirect,
};

/** What a client gets to see of a fault. */
export const faultyReply = (fault: BreakingFault | number, context: FaultContext): Reply =>
  typeof fault === 'number'
    ? replyWith(errorAnswer(fault, 'Broken on purpose.'))
    : replies[fault](context);
