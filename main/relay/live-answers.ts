import type { ServerResponse } from 'node:http';
import type { LiveTrouble } from '../../shared/contract/live.ts';
import type { NoAnswerReason } from '../../shared/errors.ts';
import { bodyLimits } from '../../shared/limits.ts';
import type { AnswerSource } from '../backend/coming-answer.ts';
import type { Exchange } from '../backend/exchange.ts';
import { faultyReply, needsBytes } from '../backend/faulty-reply.ts';
import { type Answer, type Reply, bodyOf, errorAnswer, replyWith } from '../backend/reply.ts';
import type { Route } from '../backend/routes.ts';
import type { Headers } from '../http/headers.ts';
import { relayHeaders } from '../http/through-relay.ts';
import { collect, decompressed, upTo } from './bytes.ts';
import { asForTheFirstTime, requestHeaders, responseHeaders } from './passed-headers.ts';
import { type Hide, noKey, silence, troubleIn } from './trouble.ts';
import type { Upstream, UpstreamAnswer } from './upstream.ts';

export interface LiveAnswersOptions {
  readonly upstream: Upstream;
  /** What a request carries: the key, where it may be carried. Null: there is none, so nobody is asked. */
  readonly credentials: (route: Route) => Headers | null;
  /** Says to the client that its request has reached the host. */
  readonly announce: (response: ServerResponse) => void;
  /** Takes the key out of what a host says. */
  readonly hide: Hide;
  /** What the last question for the offerings met; null: nothing. */
  readonly onTrouble: (trouble: LiveTrouble | null) => void;
}

/** So much more than the largest body is read that the client sees for itself that it is too large. */
const marginBytes = 128 * 1024;
const mostErrorBytes = 64 * 1024;

const ended = (reason: NoAnswerReason): Reply => ({
  kind: 'answer',
  status: 502,
  headers: { [relayHeaders.ended]: reason },
  body: null,
  isCut: false,
});

const hasNoBody = (status: number): boolean => status === 204 || status === 304;

/** Stands for an answer where nothing of it shows. */
const unasked: Answer = { status: 200, headers: {}, bytes: null };

/** The answers of real hosts, asked for when they are needed. */
export const liveAnswers = (options: LiveAnswersOptions): AnswerSource => {
  const { upstream, credentials, announce, hide, onTrouble } = options;

  const ask = async (
    route: Route,
    exchange: Exchange,
    carried: Headers,
    change: (headers: Headers) => Headers = (headers) => headers,
  ): Promise<UpstreamAnswer> => {
    const { request, response } = exchange;
    const leaving = new AbortController();
    let isAnswered = false;
    exchange.onGone(() => {
      // Whoever asks has waited for as long as they wait.
      if (!isAnswered && route.scope === 'offerings') onTrouble(silence('timeout'));
      leaving.abort();
    });
    const answer = await upstream.ask({
      address: { origin: String(request.headers[relayHeaders.target]), path: request.url ?? '/' },
      headers: { ...change(requestHeaders(request.headers)), ...carried },
      onSent: () => {
        announce(response);
      },
      signal: leaving.signal,
    });
    isAnswered = true;
    if (answer.kind === 'none' && answer.reason !== 'cancelled' && route.scope === 'offerings')
      onTrouble(silence(answer.reason));
    return answer;
  };

  const refusal = async (
    route: Route,
    { status, headers, chunks }: Extract<UpstreamAnswer, { kind: 'answer' }>,
  ): Promise<Reply> => {
    const { bytes, isCut } = await collect(chunks, mostErrorBytes);
    const plain = decompressed(bytes, headers['content-encoding'], mostErrorBytes);
    const text = plain === null ? null : Buffer.from(plain).toString();
    if (route.scope === 'offerings') onTrouble(troubleIn({ status, headers, text }, hide));
    return {
      kind: 'answer',
      status,
      headers: responseHeaders(headers),
      body: bodyOf(bytes),
      isCut,
    };
  };

  const passOn = async (route: Route, answer: UpstreamAnswer): Promise<Reply> => {
    if (answer.kind === 'none') return ended(answer.reason);
    const { status, headers, chunks } = answer;
    if (status >= 400) return refusal(route, answer);
    if (route.scope === 'offerings') onTrouble(troubleIn({ status, headers, text: null }, hide));
    const passed = responseHeaders(headers);
    if (hasNoBody(status)) {
      await collect(chunks, 0);
      return { kind: 'answer', status, headers: passed, body: null, isCut: false };
    }
    const mostBytes = bodyLimits[route.scope] + marginBytes;
    return { kind: 'passing', status, headers: passed, chunks: upTo(chunks, mostBytes) };
  };

  const breakWith = async (
    fault: Parameters<typeof faultyReply>[0],
    route: Route,
    exchange: Exchange,
    carried: Headers,
  ): Promise<Reply> => {
    const asked = await ask(route, exchange, carried, asForTheFirstTime);
    if (asked.kind === 'none') return ended(asked.reason);
    const { status, headers, chunks } = asked;
    const mostBytes = bodyLimits[route.scope] + marginBytes;
    const { bytes } = await collect(chunks, mostBytes);
    const answer: Answer = {
      status,
      headers: { 'Content-Type': headers['content-type'] ?? 'application/json' },
      bytes: decompressed(bytes, headers['content-encoding'], mostBytes),
    };
    return faultyReply(fault, { scope: route.scope, answer });
  };

  const withoutKey = (): Reply => {
    onTrouble(noKey);
    return replyWith(errorAnswer(401, 'The app has no API key for this project.'));
  };

  return Object.freeze({
    named: (route) => route,
    answer: (route, exchange) => {
      const carried = credentials(route);
      return {
        plain: async () =>
          carried === null ? withoutKey() : passOn(route, await ask(route, exchange, carried)),
        broken: (fault) =>
          needsBytes(fault) && carried !== null
            ? breakWith(fault, route, exchange, carried)
            : faultyReply(fault, { scope: route.scope, answer: unasked }),
      };
    },
  } satisfies AnswerSource);
};
