import type { ServerResponse } from 'node:http';
import type { LiveTrouble } from '../../shared/contract/live.ts';
import type { NoAnswerReason } from '../../shared/errors.ts';
import { bodyLimits } from '../../shared/limits.ts';
import type { AnswerSource } from '../backend/coming-answer.ts';
import type { Exchange } from '../backend/exchange.ts';
import { type BreakingFault, faultyReply, needsBytes } from '../backend/faulty-reply.ts';
import { type Reply, bodyOf, errorAnswer, replyWith } from '../backend/reply.ts';
import type { Route } from '../backend/routes.ts';
import type { Headers } from '../http/headers.ts';
import { relayHeaders } from '../http/through-relay.ts';
import { collect, decompressed } from './bytes.ts';
import { type HostAnswer, passedOn, unasked, wholeOf } from './passed-answer.ts';
import { asForTheFirstTime, requestHeaders, responseHeaders } from './passed-headers.ts';
import { type Hide, noKey, silence, troubleIn } from './trouble.ts';
import type { Upstream, UpstreamAnswer } from './upstream.ts';

type Say = (trouble: LiveTrouble | null) => void;

export interface LiveAnswersOptions {
  readonly upstream: Upstream;
  /** What a request carries: the key, where it may be carried. Null: there is none, so nobody is asked. */
  readonly credentials: (route: Route) => Headers | null;
  /** Says to the client that its request has reached the host. */
  readonly announce: (response: ServerResponse) => void;
  /** Takes the key out of what a host says. */
  readonly hide: Hide;
  /** What the last question for the offerings met; null: nothing. */
  readonly onTrouble: Say;
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

const mostBytes = ({ scope }: Route): number => bodyLimits[scope] + marginBytes;

/** A request that is to be answered, with what it carries. */
interface Asked {
  readonly route: Route;
  readonly exchange: Exchange;
  readonly carried: Headers;
  /** Takes what keeps the host from answering, as far as this request is there to say it. */
  readonly say: Say;
}

/** The answers of real hosts, asked for when they are needed. */
export const liveAnswers = (options: LiveAnswersOptions): AnswerSource => {
  const { upstream, credentials, announce, hide, onTrouble } = options;
  let questions = 0;

  /** One that is over after a newer one was asked has nothing to say any more. */
  const sayOf = ({ scope }: Route): Say => {
    if (scope !== 'offerings') return () => undefined;
    questions += 1;
    const own = questions;
    return (trouble) => {
      if (own === questions) onTrouble(trouble);
    };
  };

  const ask = async (
    { exchange, carried, say }: Asked,
    change: (headers: Headers) => Headers = (headers) => headers,
  ): Promise<UpstreamAnswer> => {
    const { request, response } = exchange;
    const leaving = new AbortController();
    let isAnswered = false;
    exchange.onGone(() => {
      // Whoever asks has waited for as long as they wait.
      if (!isAnswered) say(silence('timeout'));
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
    if (answer.kind === 'none' && answer.reason !== 'cancelled') say(silence(answer.reason));
    return answer;
  };

  const refusal = async (
    { say }: Asked,
    { status, headers, chunks }: HostAnswer,
  ): Promise<Reply> => {
    const { bytes, isCut } = await collect(chunks, mostErrorBytes);
    const plain = decompressed(bytes, headers['content-encoding'], mostErrorBytes);
    const text = plain === null ? null : Buffer.from(plain).toString();
    say(troubleIn({ status, headers, text }, hide));
    return {
      kind: 'answer',
      status,
      headers: responseHeaders(headers),
      body: bodyOf(bytes),
      isCut,
    };
  };

  const passOn = async (asked: Asked): Promise<Reply> => {
    const answer = await ask(asked);
    if (answer.kind === 'none') return ended(answer.reason);
    if (answer.status >= 400) return refusal(asked, answer);
    asked.say(troubleIn({ ...answer, text: null }, hide));
    return passedOn(answer, mostBytes(asked.route));
  };

  const breakWith = async (fault: BreakingFault | number, asked: Asked): Promise<Reply> => {
    const answer = await ask(asked, asForTheFirstTime);
    if (answer.kind === 'none') return ended(answer.reason);
    const { scope } = asked.route;
    return faultyReply(fault, { scope, answer: await wholeOf(answer, mostBytes(asked.route)) });
  };

  const withoutKey = (): Reply => {
    onTrouble(noKey);
    return replyWith(errorAnswer(401, 'The app has no API key for this project.'));
  };

  return Object.freeze({
    named: (route) => route,
    answer: (route, exchange) => {
      const carried = credentials(route);
      const asked = carried === null ? null : { route, exchange, carried, say: sayOf(route) };
      return {
        plain: () => (asked === null ? withoutKey() : passOn(asked)),
        broken: (fault) =>
          needsBytes(fault) && asked !== null
            ? breakWith(fault, asked)
            : faultyReply(fault, { scope: route.scope, answer: unasked }),
      };
    },
  } satisfies AnswerSource);
};
