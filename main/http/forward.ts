import type { Dispatcher } from 'undici';

type Handler = Dispatcher.DispatchHandler;

/** A handler that passes everything on; interceptors replace what they care about. */
export const forwardTo = (handler: Handler): Handler => ({
  onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
  onResponseStarted: () => handler.onResponseStarted?.(),
  onResponseStart: (controller, status, headers, message) =>
    handler.onResponseStart?.(controller, status, headers, message),
  onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
  onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
  onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
});
