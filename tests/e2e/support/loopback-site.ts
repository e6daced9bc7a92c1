import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site on this machine that has nothing to do with the app, and notes who comes. */
export interface LoopbackSite {
  readonly origin: string;
  readonly visits: readonly string[];
  close(): void;
}

export const openLoopbackSite = async (): Promise<LoopbackSite> => {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
