import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The open connections of one listener, with how many requests are being served on each. */
export interface Connections {
  add(socket: Socket): void;
  /** Counts the request until its response has ended or its client is gone. */
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** From now on a connection is closed as soon as nothing is being served on it. */
  drain(): void;
  /** Ends `drain`. */
  keep(): void;
  closeAll(): void;
}

export const createConnections = (): Connections => {
  const busy = new Map<Socket, number>();
  let isDraining = false;

  const count = (socket: Socket, delta: number): void => {
    const before = busy.get(socket);
    if (before === undefined) return;
    busy.set(socket, before + delta);
    if (isDraining && before + delta === 0) socket.destroySoon();
  };

  return Object.freeze({
    add: (socket: Socket) => {
      busy.set(socket, 0);
      socket.once('close', () => busy.delete(socket));
    },
    serve: ({ socket }: IncomingMessage, response: ServerResponse) => {
      count(socket, 1);
      if (isDraining) response.shouldKeepAlive = false;
      response.once('close', () => {
        count(socket, -1);
      });
    },
    drain: () => {
      isDraining = true;
      for (const [socket, requests] of busy) if (requests === 0) socket.destroy();
    },
    keep: () => {
      isDraining = false;
    },
    closeAll: () => {
      for (const socket of busy.keys()) socket.destroy();
    },
  });
};
