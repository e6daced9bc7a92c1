import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeProblem, systemCode } from '../../store/problem.ts';

/** Nobody on another machine can connect to it. */
const loopback = '127.0.0.1';

export type Listening =
  { readonly ok: true; readonly port: number } | { readonly ok: false; readonly message: string };

const sentence = (error: Error, port: number): string => {
  const code = systemCode(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: choose another one with --port, or leave it out for any that is free.`;
  if (code === 'EACCES') return `Port ${port} may not be used by you: choose another with --port.`;
  return `Port ${port} cannot be listened on: ${describeProblem(error)}.`;
};

/** Listens on loopback; port 0 means any that is free. */
export const listenOnLoopback = (server: Server, port: number): Promise<Listening> =>
  new Promise((resolve) => {
    // Stays for good: a connection that cannot be accepted later must not end the process.
    server.on('error', (error) => {
      resolve({ ok: false, message: sentence(error, port) });
    });
    server.listen({ host: loopback, port, exclusive: true }, () => {
      resolve({ ok: true, port: (server.address() as AddressInfo).port });
    });
  });

/** Ends the server together with whoever is connected. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
