import { type RequestListener, type Server, type ServerOptions, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BackendError, listenError } from './backend-error.ts';
import { createConnections } from './connections.ts';
import { onFreePort } from './ports.ts';

/** A port that can be closed, so that clients are refused, and opened again. */
export interface Listener {
  readonly port: number;
  /** Closing leaves requests in progress alone, and takes effect before this returns. */
  setOpen(isOpen: boolean): void;
  /** Resolves when it is as it was told to be; rejects where its port was lost meanwhile. */
  settled(): Promise<void>;
  /** Ends every connection, whatever is under way on it; it stays open for new ones. */
  endConnections(): void;
  close(): Promise<void>;
}

/** What strangers may take; by the operating system's time, like all of a listener's. */
export interface ListenerLimits {
  readonly connections: number;
  readonly headerBytes: number;
  readonly headersMs: number;
  /** Until a request has arrived in full. */
  readonly requestMs: number;
  readonly keepAliveMs: number;
}

export interface ListenerOptions {
  readonly host: string;
  /** Undefined: any that is free. */
  readonly port: number | undefined;
  readonly onRequest: RequestListener;
  /** Undefined: whoever asks is the app itself, and takes what it wants. */
  readonly limits?: ListenerLimits;
}

/** As long as nobody minds; clients that keep a connection must not find it closed. */
const keepAliveMs = 24 * 60 * 60 * 1000;
const reopenTries = 100;
const reopenDelayMs = 50;

const serverOptions = (limits: ListenerLimits | undefined): ServerOptions =>
  limits === undefined
    ? { keepAlive: true, keepAliveTimeout: keepAliveMs }
    : {
        keepAlive: true,
        keepAliveTimeout: limits.keepAliveMs,
        maxHeaderSize: limits.headerBytes,
        headersTimeout: limits.headersMs,
        requestTimeout: limits.requestMs,
        connectionsCheckingInterval: Math.min(limits.headersMs, limits.requestMs) / 2,
      };

const listen = (server: Server, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    // Stays for good: one that cannot be accepted later must not end the process.
    server.on('error', (error) => {
      reject(listenError(error, host, port));
    });
    server.listen({ host, port, exclusive: true }, () => {
      resolve(server);
    });
  });

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

// The port's owner is the operating system: this is its time, not the app's clock.
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Listens at once; rejects with a `BackendError` where it cannot. */
export const openListener = async ({
  host,
  port,
  onRequest,
  limits,
}: ListenerOptions): Promise<Listener> => {
  const connections = createConnections();

  const start = (atPort: number): Promise<Server> => {
    const server = createServer(serverOptions(limits), onRequest);
    if (limits !== undefined) server.maxConnections = limits.connections;
    server.prependListener('request', (request, response) => connections.serve(request, response));
    server.on('connection', (socket) => connections.add(socket));
    return listen(server, host, atPort);
  };

  let open: Server | null = await (port === undefined ? onFreePort(start) : start(port));
  const ownPort = portOf(open);
  let isWanted = true;
  let work: Promise<void> | null = null;
  let lost: BackendError | null = null;

  const shut = (server: Server): void => {
    server.close();
    connections.drain();
    open = null;
  };

  const reopen = async (): Promise<void> => {
    connections.keep();
    for (let attempt = 1; isWanted && open === null; attempt += 1) {
      try {
        open = await start(ownPort);
      } catch (error) {
        if (attempt === reopenTries) throw error;
        await wait(reopenDelayMs);
      }
    }
  };

  const reconcile = async (): Promise<void> => {
    while (isWanted !== (open !== null)) {
      if (open === null) await reopen();
      else shut(open);
    }
  };

  const begin = (): void => {
    work ??= reconcile()
      .catch((error: unknown) => {
        lost = error instanceof BackendError ? error : listenError(error, host, ownPort);
      })
      .finally(() => {
        work = null;
        if (lost === null && isWanted !== (open !== null)) begin();
      });
  };

  const setOpen = (isOpen: boolean): void => {
    isWanted = isOpen;
    lost = null;
    begin();
  };

  const settled = async (): Promise<void> => {
    while (work !== null) await work;
    if (lost !== null) throw lost;
  };

  return Object.freeze({
    port: ownPort,
    setOpen,
    settled,
    endConnections: () => {
      connections.closeAll();
    },
    close: async () => {
      setOpen(false);
      connections.closeAll();
      await settled();
    },
  });
};
