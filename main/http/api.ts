import type { RequestScope, RequestSubject } from '../../shared/faults.ts';
import { failureOf, marked } from './classify.ts';
import { type EndpointQuestion, fallbackPath, mainPath } from './endpoints.ts';
import type { ETags, Reply, SendWith } from './etag.ts';
import { apiHeaders } from './headers.ts';
import { type Address, addressBelow } from './hosts.ts';
import type { ApiRequest, HttpSettings, Outcome, TextBody } from './http.ts';
import { type TimeLimits, impatientTimeLimits, timeLimits } from './limits.ts';
import type { SendRecorded } from './recording.ts';
import { createTextSink } from './text.ts';

/** What the three endpoints of the backend are asked through. */
export interface Api {
  ask(request: ApiRequest): Promise<Outcome<TextBody>>;
}

export interface ApiParts {
  readonly settings: HttpSettings;
  readonly send: SendRecorded;
  readonly etags: ETags;
  readonly limits: Readonly<Record<RequestScope, number>>;
}

/** A host to try, and how long to be patient with it. */
interface Host {
  readonly baseUrl: string;
  readonly path: string;
  readonly times: TimeLimits;
  readonly note?: string;
}

const subjectOf = ({ endpoint, id }: ApiRequest): RequestSubject => ({
  scope: endpoint,
  ids: id === undefined ? [] : [id],
});

// Only workflows that are paywalls: the SDKs always say so (WorkflowManager).
const questionOf = ({ endpoint, user, id = '' }: ApiRequest): EndpointQuestion => ({
  endpoint,
  user,
  id,
  type: 'paywall',
});

/** Never for 4xx, and not for an answer that is merely of no use: another host would give the same. */
const mayTryFallback = (outcome: Outcome<TextBody>): boolean =>
  outcome.kind === 'backend-error' ||
  (outcome.kind === 'no-answer' && outcome.reason !== 'cancelled');

const notAllowed: Outcome<never> = {
  kind: 'malformed',
  problem: 'the address is neither https nor on this machine',
};

export const createApi = ({ settings, send, etags, limits }: ApiParts): Api => {
  const sendTo =
    (request: ApiRequest, host: Host, address: Address): SendWith =>
    async (etagHeaders, again): Promise<Reply> => {
      const sink = createTextSink();
      const note = again ?? host.note;
      const limitBytes = limits[request.endpoint];
      const exchange = await send({
        subject: subjectOf(request),
        address,
        headers: { ...apiHeaders(settings, request.isBackground), ...etagHeaders },
        times: host.times,
        limitBytes,
        signal: request.signal,
        sink: sink.take,
        trace: request.trace,
        ...(note === undefined ? {} : { note }),
      });
      return {
        exchange,
        outcome: failureOf(exchange, limitBytes) ?? marked(sink.outcome(), exchange),
      };
    };

  const askHost = async (request: ApiRequest, host: Host): Promise<Outcome<TextBody>> => {
    if (request.signal.aborted) return { kind: 'no-answer', reason: 'cancelled' };
    const address = addressBelow(host.baseUrl, host.path);
    if (address === null) return notAllowed;
    return etags.ask(`${address.origin}${address.path}`, sendTo(request, host, address));
  };

  const ask: Api['ask'] = async (request) => {
    const question = questionOf(request);
    const { baseUrl, fallbackBaseUrl } = settings;
    const times = fallbackBaseUrl === null ? timeLimits : impatientTimeLimits;
    const outcome = await askHost(request, { baseUrl, path: mainPath(question), times });
    if (fallbackBaseUrl === null || !mayTryFallback(outcome)) return outcome;
    return askHost(request, {
      baseUrl: fallbackBaseUrl,
      path: fallbackPath(question),
      times: timeLimits,
      note: 'on the fallback host',
    });
  };

  return Object.freeze({ ask });
};
