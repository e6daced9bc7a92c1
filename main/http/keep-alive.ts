import type { Dispatcher } from 'undici';
import type { Connections, WatchedConnections } from './connections.ts';
import { codeOf } from './error-code.ts';
import { forwardTo } from './forward.ts';

type Handler = Dispatcher.DispatchHandler;

// An orderly close, or (EPIPE) one that was followed by a reset. A bare reset is ECONNRESET.
const closedByPeer: readonly string[] = ['UND_ERR_SOCKET', 'EPIPE'];

/**
 * A server may close an idle connection while a request is on its way to it. Such a request is asked
 * again on another connection (RFC 9112, 9.3.1): nothing is wrong with the network. A reset is never
 * hidden, nor whatever happens on a new connection, so this ends with the last idle one.
 */
export const retryOnClosed =
  (
    connections: Connections,
    watched: WatchedConnections,
    isEnded: () => boolean,
  ): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const attempt = (): Handler => {
      let mayRetry = false;
      return {
        ...forwardTo(handler),
        onRequestStart: (controller, context) => {
          mayRetry = !connections.isFresh();
          handler.onRequestStart?.(controller, context);
        },
        onResponseStarted: () => {
          mayRetry = false;
          handler.onResponseStarted?.();
        },
        onResponseError: (controller, error) => {
          // Later, because undici is in the middle of taking the connection apart.
          if (mayRetry && closedByPeer.includes(codeOf(error))) queueMicrotask(again);
          else handler.onResponseError?.(controller, error);
        },
      };
    };
    const send = (): boolean => watched.run(() => dispatch(options, attempt()));
    const again = (): void => {
      if (!isEnded()) send();
    };
    return send();
  };
