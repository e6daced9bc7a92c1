import { once } from 'node:events';
import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../../../main/hosts/browser/listen.ts';
import { originsOf } from '../../../../main/hosts/browser/origins.ts';
import { type Pages, createPageServer } from '../../../../main/hosts/browser/page-server.ts';
import { servedBytes } from '../../../../main/hosts/pages/served-file.ts';

const patienceMs = 100;

/** More than a connection takes that nobody reads from. */
const large = Buffer.alloc(50_000_000);

/** Says something to a server, reads no answer and never ends the connection. */
const connectRudely = async (wordsFor: (host: string) => string): Promise<net.Socket> => {
  let pages: Pages | null = null;
  const server = createPageServer(() => pages, patienceMs);
  const listening = await listenOnLoopback(server, 0);
  if (!listening.ok) throw new Error(listening.message);
  const { port } = listening;
  const find = () => Promise.resolve(servedBytes('text/plain', large));
  pages = { origins: originsOf(port), find, headers: () => ({}) };
  const client = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  client.on('error', () => undefined);
  onTestFinished(async () => {
    client.destroy();
    await closeServer(server);
  });
  const [held] = (await once(server, 'connection')) as [net.Socket];
  client.write(wordsFor(`127.0.0.1:${port}`), 'latin1');
  return held;
};

describe('a connection', () => {
  it.each<[string, (host: string) => string]>([
    ['says nothing', () => ''],
    ['never ends its head', (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX: `],
    ['speaks no HTTP', () => 'SSH-2.0-x\r\n\r\n'],
    [
      'announces a body that never comes',
      (host) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9\r\n\r\n`,
    ],
    ['does not take the answer', (host) => `GET /a.js HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ])('that %s is let go of, also where the other side never ends it', async (_what, wordsFor) => {
    const held = await connectRudely(wordsFor);
    if (!held.closed) await once(held, 'close');
    expect(held.destroyed).toBe(true);
  });
});
