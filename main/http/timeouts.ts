import type { Dispatcher } from 'undici';
import type { Clock } from '../clock/clock.ts';
import { type EndRequest, RequestEnded } from './endings.ts';
import { forwardTo } from './forward.ts';
import type { TimeLimits } from './limits.ts';

/** The time limits of one request; undici's own know only real time and are off. */
export interface Timeouts {
  readonly interceptor: Dispatcher.DispatcherComposeInterceptor;
  /** Once the request has ended, however it did. */
  cancel(): void;
}

/** When a request has reached its host: as soon as it is sent, or (of a relay) when that is said. */
export type ReachedWhen = 'sent' | 'announced';

/** Starts counting at once, so that a connection that hangs is limited too. */
export const createTimeouts = (
  clock: Clock,
  limits: TimeLimits,
  end: EndRequest,
  reachedWhen: ReachedWhen,
): Timeouts => {
  const expire = (): void => {
    end(new RequestEnded('timeout'));
  };
  const total = clock.setTimer(limits.totalMs, expire);
  let phase = clock.setTimer(limits.connectMs, expire);
  let isCancelled = false;

  const restart = (delayMs: number, run: () => void): void => {
    phase.cancel();
    if (!isCancelled) phase = clock.setTimer(delayMs, run);
  };

  const awaitBody = (controller: Dispatcher.DispatchController): void => {
    restart(limits.idleBodyMs, () => {
      // While it is we who hold it up (a slow disk), the server is not late.
      if (controller.paused) awaitBody(controller);
      else expire();
    });
  };

  // It sees the bytes as they come over the wire: a compressed body may yield nothing for a while.
  const interceptor: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch(options, {
      ...forwardTo(handler),
      onRequestStart: (controller, context) => {
        if (reachedWhen === 'sent') restart(limits.headersMs, expire);
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (controller, status, headers, message) => {
        if (status >= 200) awaitBody(controller);
        else if (reachedWhen === 'announced') restart(limits.headersMs, expire);
        handler.onResponseStart?.(controller, status, headers, message);
      },
      onResponseData: (controller, chunk) => {
        if (chunk.length > 0) awaitBody(controller);
        handler.onResponseData?.(controller, chunk);
      },
    });

  return Object.freeze({
    interceptor,
    cancel: () => {
      isCancelled = true;
      phase.cancel();
      total.cancel();
    },
  });
};
