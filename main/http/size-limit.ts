import type { Dispatcher } from 'undici';
import { BodyTooLarge, type EndRequest } from './endings.ts';
import { forwardTo } from './forward.ts';

/**
 * Ends a request as soon as its body is known to be too large. It stands outside of decompression,
 * which takes `content-length` away: what counts is what the bytes grow to.
 */
export const limitSize =
  (limitBytes: number, end: EndRequest): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    let sizeBytes = 0;
    const refuse = (): void => {
      end(new BodyTooLarge(limitBytes));
    };
    return dispatch(options, {
      ...forwardTo(handler),
      onResponseStart: (controller, status, headers, message) => {
        handler.onResponseStart?.(controller, status, headers, message);
        if (status >= 200 && Number(headers['content-length']) > limitBytes) refuse();
      },
      onResponseData: (controller, chunk) => {
        sizeBytes += chunk.length;
        if (sizeBytes > limitBytes) refuse();
        else handler.onResponseData?.(controller, chunk);
      },
    });
  };
