import { noAnswer } from '../../shared/errors.ts';
import { bodyLimits } from '../../shared/limits.ts';
import { faultyReply, needsBytes } from '../backend/faulty-reply.ts';
import { type Reply, errorAnswer, replyWith } from '../backend/reply.ts';
import type { Trust } from '../http/connections.ts';
import type { Headers } from '../http/headers.ts';
import { addressBelow } from '../http/hosts.ts';
import { passedOn, unasked, wholeOf } from '../relay/passed-answer.ts';
import { asForTheFirstTime, requestHeaders } from '../relay/passed-headers.ts';
import { type UpstreamAnswer, createUpstream } from '../relay/upstream.ts';
import type { PhoneAsk, PhoneSource } from './phone-source.ts';

/** What the phone says, with its own key: whose project it asks is its own affair. */
const headersOf = ({ exchange: { request } }: PhoneAsk): Headers => {
  const { authorization } = request.headers;
  return {
    ...requestHeaders(request.headers),
    ...(authorization === undefined ? {} : { authorization }),
  };
};

/** So much is passed on that a phone sees for itself that it is too large. */
const mostBytes = Math.max(...Object.values(bodyLimits)) + 128 * 1024;

type NoAnswer = Extract<UpstreamAnswer, { kind: 'none' }>;

const told = ({ reason }: NoAnswer): Reply => replyWith(errorAnswer(502, noAnswer(reason).message));

/**
 * Passes everything on to a real host, below this address of it. Files come to a phone straight from
 * where the host says that they are.
 */
export const liveSource = (host: string, trust: Trust = {}): PhoneSource => {
  const upstream = createUpstream(trust, { keepAlive: false });

  const ask = async (
    what: PhoneAsk,
    change: (headers: Headers) => Headers = (headers) => headers,
  ): Promise<UpstreamAnswer> => {
    const { exchange, body } = what;
    const { url = '/', method = 'GET' } = exchange.request;
    const address = addressBelow(host, url);
    if (address === null) throw new Error('the host is none that may be asked');
    const leaving = new AbortController();
    exchange.onGone(() => leaving.abort());
    return upstream.ask({
      address,
      method,
      headers: change(headersOf(what)),
      ...(body.length === 0 ? {} : { body }),
      signal: leaving.signal,
    });
  };

  const plain = async (what: PhoneAsk): Promise<Reply> => {
    const answer = await ask(what);
    return answer.kind === 'none' ? told(answer) : passedOn(answer, mostBytes);
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
          if (answer.kind === 'none') return told(answer);
          return faultyReply(fault, { scope, answer: await wholeOf(answer, mostBytes) });
        },
      };
    },
    other: plain,
  } satisfies PhoneSource);
};
