import type { Dispatcher } from 'undici';
import { type NoAnswerReason, noAnswerReasons } from '../../shared/errors.ts';
import type { RequestSubject } from '../../shared/faults.ts';
import { RequestEnded } from './endings.ts';
import { forwardTo } from './forward.ts';
import type { Headers } from './headers.ts';

/** Where a relay is, and what it knows its own client by. */
export interface RelayDoor {
  readonly origin: string;
  readonly secret: string;
}

/** What the two say to each other, beside what is passed on. */
export const relayHeaders = {
  secret: 'x-relay-secret',
  /** The origin that is meant. */
  target: 'x-relay-target',
  /** What the request is for, as faults see it: JSON, percent-encoded. */
  subject: 'x-relay-subject',
  /** Of an answer: there is none, and why. */
  ended: 'x-relay-ended',
} as const;

const reasonIn = (value: unknown): NoAnswerReason | null =>
  noAnswerReasons.find((reason) => reason === value) ?? null;

/** Sends a request to the relay, and hears from it how it ended as if it had gone to its host. */
export const throughRelay =
  (
    { origin, secret }: RelayDoor,
    subject: RequestSubject,
  ): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const headers: Headers = {
      // What the engine sends is a plain record.
      ...(options.headers as Headers),
      [relayHeaders.secret]: secret,
      [relayHeaders.target]: String(options.origin),
      [relayHeaders.subject]: encodeURIComponent(JSON.stringify(subject)),
    };
    let isEnded = false;
    const next = forwardTo(handler);
    return dispatch(
      { ...options, origin, headers },
      {
        ...next,
        onResponseStart: (controller, status, received, message) => {
          const reason = reasonIn(received[relayHeaders.ended]);
          if (reason === null) {
            next.onResponseStart?.(controller, status, received, message);
            return;
          }
          isEnded = true;
          const error = new RequestEnded(reason);
          next.onResponseError?.(controller, error);
          controller.abort(error);
        },
        onResponseData: (controller, chunk) => {
          if (!isEnded) next.onResponseData?.(controller, chunk);
        },
        onResponseEnd: (controller, trailers) => {
          if (!isEnded) next.onResponseEnd?.(controller, trailers);
        },
        onResponseError: (controller, error) => {
          if (!isEnded) next.onResponseError?.(controller, error);
        },
      },
    );
  };
