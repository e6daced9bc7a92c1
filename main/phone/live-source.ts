import type { IncomingHttpHeaders } from 'node:http';
import { Agent } from 'undici';
import { noAnswer } from '../../shared/errors.ts';
import { bodyLimits } from '../../shared/limits.ts';
import { faultyReply, needsBytes } from '../backend/faulty-reply.ts';
import { type Answer, type Reply, errorAnswer, replyWith } from '../backend/reply.ts';
import { reasonOf } from '../http/classify.ts';
import { type Trust, createConnections } from '../http/connections.ts';
import type { Headers } from '../http/headers.ts';
import { addressBelow } from '../http/hosts.ts';
import { collect, decompressed, upTo } from '../relay/bytes.ts';
import { asForTheFirstTime, requestHeaders, responseHeaders } from '../relay/passed-headers.ts';
import type { PhoneAsk, PhoneSource } from './phone-source.ts';

interface LiveAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** These are about one connection, and the one to the host is another. */
const ofConnection: readonly string[] = ['expect', 'keep-alive', 'te', 'trailer', 'upgrade'];

/** What the phone says, with its own key: whose project it asks is its own affair. */
const headersOf = ({ exchange: { request } }: PhoneAsk): Headers => {
  const { authorization } = request.headers;
  const others = Object.entries(requestHeaders(request.headers)).filter(
    ([name]) => !ofConnection.includes(name),
  );
  return {
    ...Object.fromEntries(others),
    ...(authorization === undefined ? {} : { authorization }),
  };
};

const hasNoBody = (status: number): boolean => status === 204 || status === 304;

/** So much is passed on that a phone sees for itself that it is too large. */
const mostBytes = Math.max(...Object.values(bodyLimits)) + 128 * 1024;

const passed = async ({ status, headers, chunks }: LiveAnswer): Promise<Reply> => {
  const own = responseHeaders(headers);
  if (!hasNoBody(status))
    return { kind: 'passing', status, headers: own, chunks: upTo(chunks, mostBytes) };
  await collect(chunks, 0);
  return { kind: 'answer', status, headers: own, body: null, isCut: false };
};

const wholeOf = async ({ status, headers, chunks }: LiveAnswer): Promise<Answer> => {
  const { bytes } = await collect(chunks, mostBytes);
  return {
    status,
    headers: { 'Content-Type': headers['content-type'] ?? 'application/json' },
    bytes: decompressed(bytes, headers['content-encoding'], mostBytes),
  };
};

/** Stands for an answer where nothing of it shows. */
const unasked: Answer = { status: 200, headers: {}, bytes: null };

/**
 * Passes everything on to a real host, below this address of it. Files come to a phone straight from
 * where the host says that they are.
 */
export const liveSource = (host: string, trust: Trust = {}): PhoneSource => {
  // A connection for each request: none is left over when nobody asks any more.
  const agent = new Agent({ connect: createConnections(trust).connect, pipelining: 0 });

  const ask = async (
    what: PhoneAsk,
    change: (headers: Headers) => Headers = (headers) => headers,
  ): Promise<LiveAnswer | Reply> => {
    const { exchange } = what;
    const { request } = exchange;
    const address = addressBelow(host, request.url ?? '/');
    if (address === null) throw new Error('the host is none that may be asked');
    const leaving = new AbortController();
    exchange.onGone(() => leaving.abort());
    try {
      const answer = await agent.request({
        ...address,
        method: request.method ?? 'GET',
        headers: change(headersOf(what)),
        ...(what.body.length === 0 ? {} : { body: what.body }),
        signal: leaving.signal,
      });
      return { status: answer.statusCode, headers: answer.headers, chunks: answer.body };
    } catch (error) {
      const { message } = noAnswer(error instanceof Error ? reasonOf(error) : 'reset');
      return replyWith(errorAnswer(502, message));
    }
  };

  const plain = async (what: PhoneAsk): Promise<Reply> => {
    const answer = await ask(what);
    return 'kind' in answer ? answer : passed(answer);
  };

  return Object.freeze({
    named: ({ route }) => route,
    answer: (what) => {
      const { scope } = what.route;
      if (scope === 'cdn' || scope === 'asset') {
        const nothing = errorAnswer(404, 'There is no such file on the CDN.');
        return { plain: () => replyWith(nothing), broken: () => replyWith(nothing) };
      }
      return {
        plain: () => plain(what),
        broken: async (fault) => {
          if (!needsBytes(fault)) return faultyReply(fault, { scope, answer: unasked });
          const answer = await ask(what, asForTheFirstTime);
          if ('kind' in answer) return answer;
          return faultyReply(fault, { scope, answer: await wholeOf(answer) });
        },
      };
    },
    other: plain,
  } satisfies PhoneSource);
};
