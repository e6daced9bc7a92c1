import { type RequestListener, type Server, createServer } from 'node:http';
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
  close(): Promise<void>;
}

export interface ListenerOptions {
  readonly host: string;
  /** Undefined: any that is free. */
  readonly port: number | undefined;
  readonly onRequest: RequestListener;
}

/** As long as nobody minds; clients that keep a connection must not find it closed. */
const keepAliveMs = 24 * 60 * 60 * 1000;
const reopenTries = 100;
const reopenDelayMs = 50;

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
}: ListenerOptions): Promise<Listener> => {
  const connections = createConnections();

  const start = (atPort: number): Promise<Server> => {
    const server = createServer({ keepAlive: true, keepAliveTimeout: keepAliveMs }, onRequest);
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
    close: async () => {
      setOpen(false);
      connections.closeAll();
      await settled();
    },
  });
};
