import { once } from 'node:events';
import net from 'node:net';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenOnLoopback } from '../../../../main/hosts/browser/listen.ts';
import { originsOf } from '../../../../main/hosts/browser/origins.ts';
import { type Pages, createPageServer } from '../../../../main/hosts/browser/page-server.ts';
import { servedBytes } from '../../../../main/hosts/pages/served-file.ts';

it('who leaves while the file is being opened harms nobody', async () => {
  let pages: Pages | null = null;
  const server = createPageServer(() => pages);
  const listening = await listenOnLoopback(server, 0);
  if (!listening.ok) throw new Error(listening.message);
  const { port } = listening;
  const asked = Promise.withResolvers<undefined>();
  const found = Promise.withResolvers<undefined>();
  const file = servedBytes('text/plain', Buffer.from('words'));
  const ended = Promise.withResolvers<undefined>();
  const body = Readable.from(['words']);
  body.on('close', () => ended.resolve(undefined));
  const find = async () => {
    asked.resolve(undefined);
    await found.promise;
    return { ...file, read: () => body };
  };
  pages = { origins: originsOf(port), find, headers: () => ({}) };
  const client = net.connect({ port, host: '127.0.0.1' });
  onTestFinished(async () => {
    client.destroy();
    await closeServer(server);
  });
  const [held] = (await once(server, 'connection')) as [net.Socket];
  client.write(`GET /a.js HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, 'latin1');
  await asked.promise;
  client.destroy();
  await once(held, 'close');
  found.resolve(undefined);
  // What was opened for it is closed.
  await ended.promise;
  expect(server.listening).toBe(true);
});
