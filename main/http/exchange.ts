import { type Agent, interceptors } from 'undici';
import type { RequestSubject } from '../../shared/faults.ts';
import type { Clock } from '../clock/clock.ts';
import type { FaultRegistry } from '../faults/registry.ts';
import type { Connections } from './connections.ts';
import { RequestEnded } from './endings.ts';
import { type IdsOfFile, injectConnectFault, withPath } from './faults.ts';
import type { Headers } from './headers.ts';
import type { Address } from './hosts.ts';
import { retryOnClosed } from './keep-alive.ts';
import type { TimeLimits } from './limits.ts';
import { type ChunkSink, type Exchange, createReceiver } from './receiver.ts';
import { limitSize } from './size-limit.ts';
import { type RelayDoor, throughRelay } from './through-relay.ts';
import { createTimeouts } from './timeouts.ts';

/** One GET, to one host, once. */
export interface ExchangeRequest {
  readonly subject: RequestSubject;
  readonly address: Address;
  readonly headers: Headers;
  readonly times: TimeLimits;
  readonly limitBytes: number;
  readonly signal: AbortSignal;
  readonly sink: ChunkSink;
}

export interface ExchangeParts {
  readonly agent: Agent;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly faults: FaultRegistry;
  readonly idsOfFile: IdsOfFile;
  /** Null: hosts are asked directly. */
  readonly relay: RelayDoor | null;
}

/** Sends a request through undici; rejects only if the sink does. */
export type SendExchange = (request: ExchangeRequest) => Promise<Exchange>;

export const createExchanges =
  ({ agent, connections, clock, faults, idsOfFile, relay }: ExchangeParts): SendExchange =>
  async ({ subject, address, headers, times, limitBytes, signal, sink }) => {
    const named = withPath(subject, address.path);
    // What others met before says nothing of this request.
    faults.takeEncounter(named);
    const receiver = createReceiver(sink);
    const cancel = (): void => {
      receiver.end(new RequestEnded('cancelled'));
    };
    signal.addEventListener('abort', cancel, { once: true });
    const watched = connections.watch();
    const reachedWhen = relay === null ? 'sent' : 'announced';
    const timeouts = createTimeouts(clock, times, receiver.end, reachedWhen);
    // From the socket outwards.
    const dispatcher = agent.compose(
      retryOnClosed(connections, watched, receiver.isEnded),
      injectConnectFault(faults, named, idsOfFile),
      ...(relay === null ? [] : [throughRelay(relay, named)]),
      timeouts.interceptor,
      // The limit is for what lies between several layers of compression.
      interceptors.decompress({ maxSize: limitBytes }),
      limitSize(limitBytes, receiver.end),
    );
    try {
      if (signal.aborted) cancel();
      else dispatcher.dispatch({ ...address, method: 'GET', headers }, receiver.handler);
      const exchange = await receiver.exchange;
      const met = faults.takeEncounter(named);
      return met === null ? exchange : { ...exchange, met };
    } finally {
      signal.removeEventListener('abort', cancel);
      timeouts.cancel();
      watched.giveUp();
    }
  };
