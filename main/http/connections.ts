import { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { RequestEnded } from './endings.ts';

/** The connections that one request begins. */
export interface WatchedConnections {
  /** Dispatches something. */
  run(dispatch: () => boolean): boolean;
  /** Ends those that are still being made. */
  giveUp(): void;
}

/** The connections that undici opens, watched while they are being made. */
export interface Connections {
  /** What undici's agent connects with. */
  readonly connect: buildConnector.connector;
  /** Whether a connection that was just made is being handed its first request. */
  isFresh(): boolean;
  watch(): WatchedConnections;
  /** Gives up all that are being made. */
  giveUpAll(): void;
}

/** The connector returns the socket, which its types do not say. */
type OpenSocket = (...given: Parameters<buildConnector.connector>) => unknown;

/** Whose certificates are good. */
export interface Trust {
  /** In PEM; undefined: those that Node trusts. */
  readonly ca?: string;
}

/**
 * undici has no handle for a connection that is being made: it would stay until the system gives up,
 * minutes later, and keep the process alive. It makes one for each request that finds none idle, in
 * the same turn in which the request is dispatched.
 */
export const createConnections = ({ ca }: Trust = {}): Connections => {
  // Its own timer knows only real time. HTTP/1.1 only: one request a socket, so that faults are real.
  const open: OpenSocket = buildConnector({
    timeout: 0,
    allowH2: false,
    ...(ca === undefined ? {} : { ca }),
  });
  const connecting = new Set<Socket>();
  let begun: Socket[] | null = null;
  let isFresh = false;

  const handOver = (
    callback: buildConnector.Callback,
    result: Parameters<typeof callback>,
  ): void => {
    isFresh = result[0] === null;
    try {
      callback(...result);
    } finally {
      isFresh = false;
    }
  };

  const connect: buildConnector.connector = (options, callback) => {
    const socket = open(options, (...result) => {
      if (socket instanceof Socket) connecting.delete(socket);
      handOver(callback, result);
    });
    if (!(socket instanceof Socket)) return;
    connecting.add(socket);
    begun?.push(socket);
  };

  const giveUp = (sockets: Iterable<Socket>): void => {
    for (const socket of [...sockets])
      // With an error, since undici would otherwise wait for this connection for ever.
      if (connecting.delete(socket)) socket.destroy(new RequestEnded('cancelled'));
  };

  return Object.freeze({
    connect,
    isFresh: () => isFresh,
    watch: () => {
      const mine: Socket[] = [];
      return {
        run: (dispatch: () => boolean) => {
          begun = mine;
          try {
            return dispatch();
          } finally {
            begun = null;
          }
        },
        giveUp: () => {
          giveUp(mine);
        },
      };
    },
    giveUpAll: () => {
      giveUp(connecting);
    },
  });
};
