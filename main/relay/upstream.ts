import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { NoAnswerReason } from '../../shared/errors.ts';
import { reasonOf } from '../http/classify.ts';
import type { Trust } from '../http/connections.ts';
import { forwardTo } from '../http/forward.ts';
import type { Headers } from '../http/headers.ts';
import type { Address } from '../http/hosts.ts';
import { retryOnClosed } from '../http/keep-alive.ts';
import { openAgent } from '../http/open-agent.ts';

export interface UpstreamRequest {
  readonly address: Address;
  /** Default: GET. */
  readonly method?: string;
  readonly headers: Headers;
  readonly body?: Uint8Array;
  /** A connection is there, and the request leaves. */
  readonly onSent?: () => void;
  readonly signal: AbortSignal;
}

export type UpstreamAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      /** As it comes over the wire; iterating throws where it ends too early. */
      readonly chunks: AsyncIterable<Uint8Array>;
    }
  | { readonly kind: 'none'; readonly reason: NoAnswerReason };

/** The real hosts. Redirects are answers as all others. */
export interface Upstream {
  ask(request: UpstreamRequest): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

const cancelled: UpstreamAnswer = { kind: 'none', reason: 'cancelled' };

const tellWhenSent =
  (onSent: () => void): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch(options, {
      ...forwardTo(handler),
      onRequestStart: (controller, context) => {
        onSent();
        handler.onRequestStart?.(controller, context);
      },
    });

/**
 * It has no time limits of its own: whoever asks decides, and goes away then. Without `keepAlive`
 * there is a connection for each request, and none is left over when nobody asks any more.
 */
export const createUpstream = (trust: Trust, { keepAlive = true } = {}): Upstream => {
  const { agent, connections, close } = openAgent(keepAlive, trust);

  const ask: Upstream['ask'] = async ({ address, onSent, signal, ...request }) => {
    const isGone = (): boolean => signal.aborted;
    if (isGone()) return cancelled;
    const watched = connections.watch();
    const giveUp = (): void => {
      watched.giveUp();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const dispatcher = agent.compose(
      retryOnClosed(connections, watched, isGone),
      tellWhenSent(onSent ?? (() => undefined)),
    );
    try {
      const answer = await dispatcher.request({ method: 'GET', ...request, ...address, signal });
      const { statusCode: status, headers: received, body: chunks } = answer;
      return { kind: 'answer', status, headers: received, chunks };
    } catch (error) {
      if (isGone()) return cancelled;
      return { kind: 'none', reason: error instanceof Error ? reasonOf(error) : 'reset' };
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  };

  return Object.freeze({ ask, close });
};
