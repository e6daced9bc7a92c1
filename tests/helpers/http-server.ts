import http from 'node:http';
import net from 'node:net';
import { onTestFinished } from 'vitest';

const origin = (server: net.Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
};

const listen = async (server: net.Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return origin(server);
};

/** Answers requests on a port of its own until the test is over. */
export const serveHttp = async (answer: http.RequestListener): Promise<string> => {
  const server = http.createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
};

/** Hands over each connection as soon as something has come through it. */
export const serveRaw = async (
  answer: (socket: net.Socket, request: string) => void,
): Promise<string> => {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', (data) => {
      answer(socket, data.toString('latin1'));
    });
  });
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return listen(server);
};

/** The origin of a port that nobody listens on. */
export const closedOrigin = async (): Promise<string> => {
  const server = net.createServer();
  const was = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return was;
};
