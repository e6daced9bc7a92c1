import { type IncomingMessage, STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import {
  closeCodes,
  mostMessageBytes,
  socketPath,
  socketProtocol,
  tokenIn,
} from '../../../shared/contract/socket.ts';
import { type Origins, isFromOwnPage } from './origins.ts';
import type { Keys } from './keys.ts';
import { type WindowApp, connectWindow } from './window-connection.ts';

export interface BridgeOptions {
  readonly keys: Keys;
  /** Null: not known yet, and nobody gets in. */
  origins(): Origins | null;
  app(): WindowApp | null;
}

export interface BridgeServer {
  close(): void;
}

/** How long a socket that was refused may take to go away by itself. */
const goodbyeMs = 1_000;

const refuse = (socket: Duplex, status: number): void => {
  const reason = STATUS_CODES[status] ?? 'Refused';
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

const offeredBy = (request: IncomingMessage): readonly string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

/** What is wrong with a request for a socket, as a status; null: nothing. */
const problemOf = (request: IncomingMessage, origins: Origins): number | null => {
  const asked = origins.askedFor(request);
  if (asked === null || !isFromOwnPage(request, asked, 'must-be-own')) return 403;
  return request.url === socketPath ? null : 404;
};

/** Lets windows in that are on the server's own origin and know the token. */
export const serveBridge = (server: Server, options: BridgeOptions): BridgeServer => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(socketProtocol) ? socketProtocol : false),
  });

  const letIn = (request: IncomingMessage, socket: Duplex, head: Buffer, app: WindowApp): void => {
    const key = options.keys.check(tokenIn(offeredBy(request)) ?? '');
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (key !== null) {
        connectWindow(opened, app, key === 'ticket' ? options.keys.token : null);
        return;
      }
      // A page learns why a socket was closed, but never why none was opened.
      opened.on('error', () => undefined);
      opened.close(closeCodes.unknownToken, 'The token is not known.');
      const timer = setTimeout(() => {
        opened.terminate();
      }, goodbyeMs);
      opened.once('close', () => {
        clearTimeout(timer);
      });
    });
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const [origins, app] = [options.origins(), options.app()];
    if (origins === null || app === null) {
      refuse(socket, 503);
      return;
    }
    const status = problemOf(request, origins);
    if (status === null) letIn(request, socket, head, app);
    else refuse(socket, status);
  });

  return Object.freeze({
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  });
};
