import { type EngineError, engineError, markedAs, noAnswer } from '../../shared/errors.ts';
import type { RequestSubject } from '../../shared/faults.ts';
import type { EventFacts } from '../../shared/timeline.ts';
import { failureOf } from './classify.ts';
import type { ExchangeRequest, SendExchange } from './exchange.ts';
import type { Trace } from './http.ts';
import type { Exchange } from './receiver.ts';

type Failure = NonNullable<ReturnType<typeof failureOf>>;

const errorOf = (failure: Failure): EngineError => {
  switch (failure.kind) {
    case 'no-answer':
      return noAnswer(failure.reason);
    case 'backend-error':
      return engineError('backend-error', `The server answered ${failure.status}.`, failure.status);
    case 'rejected':
      return engineError('rejected', `The server answered ${failure.status}.`, failure.status);
    case 'malformed':
      return engineError('malformed', `The answer is of no use: ${failure.problem}.`);
    case 'too-large':
      return engineError('too-large', `The body has more than ${failure.limitBytes} bytes.`);
  }
};

const answerFacts = (
  exchange: Exchange,
  limitBytes: number,
): Pick<EventFacts, 'note' | 'error' | 'sizeBytes'> => {
  const failure = exchange.status === 304 ? null : failureOf(exchange, limitBytes);
  return {
    ...(exchange.status === null ? {} : { note: `HTTP ${exchange.status}` }),
    ...(failure === null ? {} : { error: markedAs(errorOf(failure), failure) }),
    sizeBytes: exchange.sizeBytes,
  };
};

const aboutRequest = (
  { scope, ids: [id] }: RequestSubject,
  request: number,
  { slot }: Trace,
): Pick<EventFacts, 'subject' | 'request' | 'id' | 'slot'> => ({
  subject: scope,
  request,
  ...(id === undefined ? {} : { id }),
  ...(slot === undefined ? {} : { slot }),
});

/** Sends a request, and says that it leaves and how it ended; headers and addresses never get in. */
export type SendRecorded = (
  request: ExchangeRequest & { readonly trace: Trace; readonly note?: string },
) => Promise<Exchange>;

/** Numbers the requests of one client. */
export const createRecording = (send: SendExchange): SendRecorded => {
  let requests = 0;
  return async (request) => {
    requests += 1;
    const { trace, note, limitBytes } = request;
    const about = aboutRequest(request.subject, requests, trace);
    const cause = trace.record({
      type: 'requested',
      ...about,
      cause: trace.cause,
      ...(note === undefined ? {} : { note }),
    });
    const exchange = await send(request);
    trace.record({ type: 'responded', ...about, cause, ...answerFacts(exchange, limitBytes) });
    return exchange;
  };
};
