import type { Dispatcher } from 'undici';
import type { Encounter } from '../faults/encounters.ts';
import type { EndRequest } from './endings.ts';

type Controller = Dispatcher.DispatchController;
type ResponseHeaders = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/** How one exchange with a server ended, before anybody says what that means. */
export type Exchange = Ended & {
  /** What it met on the way that is there on purpose. */
  readonly met?: Encounter;
};

type Ended =
  | {
      readonly kind: 'complete';
      readonly status: number;
      readonly headers: ResponseHeaders;
      /** After decompression. */
      readonly sizeBytes: number;
    }
  | {
      readonly kind: 'broken';
      readonly error: Error;
      /** Null: not even the status line came. */
      readonly status: number | null;
      readonly sizeBytes: number;
    };

/** Takes the chunks of a 2xx body; a promise holds up the next ones. */
export type ChunkSink = (chunk: Uint8Array) => void | Promise<void>;

export interface Receiver {
  readonly handler: Dispatcher.DispatchHandler;
  readonly end: EndRequest;
  readonly exchange: Promise<Exchange>;
  readonly isEnded: () => boolean;
}

const isSuccess = (status: number | null): boolean =>
  status !== null && status >= 200 && status < 300;

/**
 * The outermost handler of an exchange, and the only place where one ends: what undici still says
 * afterwards is not heard, and a controller that comes too late is aborted.
 */
export const createReceiver = (sink: ChunkSink): Receiver => {
  const { promise, resolve, reject } = Promise.withResolvers<Exchange>();
  let controller: Controller | null = null;
  let response: { status: number; headers: ResponseHeaders } | null = null;
  let sizeBytes = 0;
  let endedBy: Error | 'itself' | null = null;
  /** The last chunk that the sink has not finished with. */
  let lastChunk: Promise<void> | null = null;

  const end: EndRequest = (error) => {
    if (endedBy !== null) return;
    endedBy = error;
    resolve({ kind: 'broken', error, status: response?.status ?? null, sizeBytes });
    controller?.abort(error);
  };

  const complete = (): void => {
    if (endedBy !== null || response === null) return;
    endedBy = 'itself';
    resolve({ kind: 'complete', ...response, sizeBytes });
  };

  const fail = (error: unknown): void => {
    if (endedBy !== null) return;
    const reason = error instanceof Error ? error : new Error('The chunk was not taken.');
    endedBy = reason;
    reject(reason);
    controller?.abort(reason);
  };

  const hand = (chunk: Uint8Array): void | Promise<void> => {
    try {
      return lastChunk === null ? sink(chunk) : lastChunk.then(() => sink(chunk));
    } catch (error) {
      fail(error);
    }
  };

  const holdUp = (taken: Promise<void>, from: Controller): void => {
    lastChunk = taken;
    from.pause();
    taken.then(() => {
      if (lastChunk !== taken) return;
      lastChunk = null;
      if (endedBy === null) from.resume();
    }, fail);
  };

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (started) => {
      controller = started;
      if (endedBy instanceof Error) started.abort(endedBy);
    },
    onResponseStart: (_, status, headers) => {
      // What is below 200 only announces the answer.
      if (status >= 200) response = { status, headers };
    },
    onResponseData: (from, chunk) => {
      // undici's parser, resumed at the end of what it has, hands over nothing: holding that up as
      // well would bring the next nothing, for ever.
      if (endedBy !== null || chunk.length === 0) return;
      sizeBytes += chunk.length;
      if (!isSuccess(response?.status ?? null)) return;
      const taken = hand(chunk);
      if (taken instanceof Promise) holdUp(taken, from);
    },
    onResponseEnd: () => {
      if (lastChunk === null) complete();
      else lastChunk.then(complete, fail);
    },
    onResponseError: (_, error) => {
      end(error);
    },
  };

  return Object.freeze({ handler, end, exchange: promise, isEnded: () => endedBy !== null });
};
