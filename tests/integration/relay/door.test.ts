import http from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { relayHeaders } from '../../../main/http/through-relay.ts';
import type { Relay } from '../../../main/relay/relay.ts';
import { liveKey, openLiveLab } from '../../helpers/live-lab.ts';
import { serveTls } from '../../helpers/tls-server.ts';

interface Ask {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
}

const ask = async (relay: Relay, { path = '/', method = 'GET', headers = {} }: Ask) => {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = http.request(relay.door.origin + path, { method, headers }, resolve);
  request.on('error', reject);
  request.end();
  const answer = await promise;
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
};

const path = '/v1/subscribers/ana/offerings';

const headersFor = (relay: Relay, target: string, scope = 'offerings'): Record<string, string> => ({
  [relayHeaders.secret]: relay.door.secret,
  [relayHeaders.target]: target,
  [relayHeaders.subject]: encodeURIComponent(JSON.stringify({ scope, ids: [] })),
});

describe('the relay', () => {
  it('lets its own client in, and gives it the key for the way', async () => {
    const { relay, host } = await openLiveLab();
    const headers = headersFor(relay, host.origins.api);
    expect(await ask(relay, { path, headers })).toMatchObject({ status: 200 });
    expect(host.seen.api[0]?.headers.authorization).toBe(`Bearer ${liveKey}`);
  });

  const strangers: Readonly<Record<string, (headers: Record<string, string>) => Ask>> = {
    'without a secret': ({ [relayHeaders.secret]: _, ...headers }) => ({ headers }),
    'with another secret': (headers) => ({
      headers: { ...headers, [relayHeaders.secret]: 'A'.repeat(43) },
    }),
    'with half of the secret': (headers) => ({
      headers: { ...headers, [relayHeaders.secret]: headers[relayHeaders.secret]?.slice(0, 20) },
    }),
    'under another name (DNS rebinding)': (headers) => ({
      headers: { ...headers, host: 'rebound.test' },
    }),
    'with another method': (headers) => ({ headers, method: 'POST' }),
    'without a target': ({ [relayHeaders.target]: _, ...headers }) => ({ headers }),
    'without saying what for': ({ [relayHeaders.subject]: _, ...headers }) => ({ headers }),
    'for something that it does not know': (headers) => ({
      headers: { ...headers, [relayHeaders.subject]: '%7B' },
    }),
  };

  it.each(Object.entries(strangers))('lets nobody in %s', async (_, change) => {
    const { relay, host } = await openLiveLab();
    const asked = { path, ...change(headersFor(relay, host.origins.api)) };
    const { status, body } = await ask(relay, asked);
    expect([403, 405]).toContain(status);
    expect(body).not.toContain('offerings');
    expect(host.seen.api).toEqual([]);
    expect(relay.record().arrivals).toEqual([]);
  });

  it.each(['offerings', 'list', 'detail'])(
    'asks nobody but the host for %s, whoever asks',
    async (scope) => {
      const { relay } = await openLiveLab();
      const seen: http.IncomingHttpHeaders[] = [];
      const other = await serveTls(({ headers }, response) => {
        seen.push(headers);
        response.end();
      });
      const headers = headersFor(relay, other, scope);
      expect(await ask(relay, { path, headers })).toMatchObject({ status: 403 });
      expect(seen).toEqual([]);
    },
  );

  it('asks others for files, without the key, and only over https or on this machine', async () => {
    const { relay } = await openLiveLab();
    const seen: http.IncomingHttpHeaders[] = [];
    const cdn = await serveTls(({ headers }, response) => {
      seen.push(headers);
      response.end('{}');
    });
    const headers = { ...headersFor(relay, cdn, 'cdn'), authorization: 'Bearer of the client' };
    expect(await ask(relay, { path: '/f', headers })).toMatchObject({ status: 200, body: '{}' });
    expect(seen.map(({ authorization }) => authorization)).toEqual([undefined]);
    const plain = headersFor(relay, 'http://cdn.test', 'cdn');
    expect(await ask(relay, { path: '/f', headers: plain })).toMatchObject({ status: 403 });
  });

  it('leads nobody to this machine where the host is elsewhere', async () => {
    const { relay } = await openLiveLab({ host: 'https://revenuecat.invalid' });
    const cdn = await serveTls((_, response) => response.end('{}'));
    const headers = headersFor(relay, cdn, 'cdn');
    expect(await ask(relay, { path: '/f', headers })).toMatchObject({ status: 403 });
  });

  it('believes the newest question about the host, whichever ends last', async () => {
    const hanging = Promise.withResolvers<http.ServerResponse>();
    const { relay, host } = await openLiveLab({
      instead: ({ url }, response) => {
        if (url === '/hangs') hanging.resolve(response);
        else response.writeHead(401).end('{"code":7225,"message":"Invalid API Key."}');
        return true;
      },
    });
    const headers = headersFor(relay, host.origins.api);
    const older = ask(relay, { path: '/hangs', headers });
    const late = await hanging.promise;
    await ask(relay, { path, headers });
    late.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    expect(await older).toMatchObject({ status: 200 });
    expect(relay.trouble()).toMatchObject({ kind: 'key-refused' });
  });

  it('has another secret in each session, and is for loopback alone', async () => {
    const [one, other] = [await openLiveLab(), await openLiveLab()];
    expect(one.relay.door.secret).not.toBe(other.relay.door.secret);
    expect(one.relay.door.secret).toMatch(/^[\w-]{43}$/);
    expect(new URL(one.relay.door.origin).hostname).toBe('127.0.0.1');
  });
});
