import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from '../clock/activity.ts';
import type { Clock, Timer } from '../clock/clock.ts';

/** One request that is being served, until its response has ended or its client is gone. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  isGone(): boolean;
  /** From now on only the clock or a hand lets it go on; parked at most once. */
  park(): void;
  unpark(): void;
  /** Waits on the clock, parked, and goes on unless the client is gone by then. */
  after(delayMs: number, goOn: () => void): void;
  /** Ends its being served, as far as the gauge goes: right before the client can see the end. */
  leave(): void;
  onGone(run: () => void): void;
}

export interface ExchangeOptions {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly leave: () => void;
  /** It was read, and is kept waiting on purpose; called each time. */
  readonly onPark?: () => void;
}

/**
 * How a socket says that its client is gone: some turns before the response says so, and where a
 * pipelined request's response has no socket yet, it never does.
 */
const partings = ['end', 'error', 'close'] as const;

export const openExchange = (options: ExchangeOptions): Exchange => {
  const { request, response, activity, clock, leave } = options;
  const { socket } = request;
  const cleanUps: (() => void)[] = [];
  let isGone = false;
  let endParking: (() => void) | null = null;
  let timer: Timer | null = null;

  const unpark = (): void => {
    endParking?.();
    endParking = null;
  };
  const park = (): void => {
    if (isGone) return;
    endParking ??= activity.park();
    options.onPark?.();
  };

  const go = (): void => {
    if (isGone) return;
    isGone = true;
    response.off('close', go);
    for (const event of partings) socket.off(event, go);
    timer?.cancel();
    for (const cleanUp of cleanUps) cleanUp();
    leave();
    unpark();
  };
  response.on('close', go);
  for (const event of partings) socket.on(event, go);
  // Nobody can be told that a client is gone.
  response.on('error', () => undefined);

  return Object.freeze({
    request,
    response,
    isGone: () => isGone,
    park,
    unpark,
    after: (delayMs: number, goOn: () => void) => {
      if (isGone) return;
      if (delayMs <= 0) {
        goOn();
        return;
      }
      park();
      timer = clock.setTimer(delayMs, () => {
        unpark();
        if (!isGone) goOn();
      });
    },
    leave,
    onGone: (run: () => void) => void cleanUps.push(run),
  });
};
