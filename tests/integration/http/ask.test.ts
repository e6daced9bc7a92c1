import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { serveHttp } from '../../helpers/http-server.ts';
import { apiKey, testClient } from './test-client.ts';

const sha256OfBraces = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

describe('asking the backend', () => {
  it('delivers the body as text, measured and hashed (H-04, H-05)', async () => {
    const origin = await serveHttp((_, response) => response.end('{}'));
    expect(await testClient(origin).ask()).toEqual({
      kind: 'ok',
      body: { text: '{}', sizeBytes: 2, hash: sha256OfBraces },
    });
  });

  it('asks with the paths and headers of the SDK', async () => {
    const seen: (readonly [string | undefined, IncomingHttpHeaders])[] = [];
    const origin = await serveHttp((request, response) => {
      seen.push([request.url, request.headers]);
      response.end('{}');
    });
    const client = testClient(`${origin}/proxy`, { platform: 'ios' });
    await client.ask();
    await client.ask({ endpoint: 'detail', id: 'a/b', isBackground: true });
    await client.ask({ endpoint: 'offerings' });
    expect(seen.map(([url]) => url)).toEqual([
      '/proxy/v1/subscribers/ann/workflows?type=paywall',
      '/proxy/v1/subscribers/ann/workflows/a%2Fb',
      '/proxy/v1/subscribers/ann/offerings',
    ]);
    expect(seen[1]?.[1]).toEqual({
      host: new URL(origin).host,
      connection: 'keep-alive',
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'x-platform': 'iOS',
      'x-version': '5.76.0',
      'x-is-backgrounded': 'true',
      'x-client-locale': 'en-US',
      'x-preferred-locales': 'en_US,es_ES',
      'accept-encoding': 'gzip, br',
      'x-revenuecat-etag': '',
    });
  });

  it('takes the byte order mark away', async () => {
    const origin = await serveHttp((_, response) => response.end('\ufeff{}'));
    expect(await testClient(origin).ask()).toMatchObject({ body: { text: '{}', sizeBytes: 5 } });
  });

  it('calls bytes that are not UTF-8 malformed (H-08)', async () => {
    const origin = await serveHttp((_, response) => response.end(Buffer.from([0x7b, 0xff])));
    expect(await testClient(origin).ask()).toEqual({
      kind: 'malformed',
      problem: 'the body is not UTF-8 text',
    });
  });

  it.each([
    [400, { kind: 'rejected', status: 400 }],
    [404, { kind: 'rejected', status: 404 }],
    [500, { kind: 'backend-error', status: 500 }],
    [599, { kind: 'backend-error', status: 599 }],
    [302, { kind: 'malformed', problem: 'the answer has the status 302' }],
  ])('tells the caller of a %i (H-06, H-07, H-08)', async (status, outcome) => {
    const asked: unknown[] = [];
    const origin = await serveHttp((request, response) => {
      asked.push(request.url);
      response.writeHead(status, { location: '/elsewhere' }).end('no');
    });
    expect(await testClient(origin).ask({ endpoint: 'offerings' })).toEqual(outcome);
    expect(asked).toEqual(['/v1/subscribers/ann/offerings']);
  });

  it('records when a request leaves and how it ended, and never the key', async () => {
    const origin = await serveHttp((request, response) => {
      if (request.url?.endsWith('wf_1') === true) response.end('{}');
      else response.writeHead(404).end('gone');
    });
    const { ask, trace } = testClient(origin);
    await ask({ endpoint: 'detail', id: 'wf_1' });
    await ask();
    expect(trace.events).toEqual([
      { type: 'requested', subject: 'detail', id: 'wf_1', request: 1, cause: 0, eventId: 1 },
      {
        ...{ type: 'responded', subject: 'detail', id: 'wf_1', request: 1, cause: 1, eventId: 2 },
        ...{ note: 'HTTP 200', sizeBytes: 2 },
      },
      { type: 'requested', subject: 'list', request: 2, cause: 0, eventId: 3 },
      {
        ...{ type: 'responded', subject: 'list', request: 2, cause: 3, eventId: 4 },
        ...{ note: 'HTTP 404', sizeBytes: 4 },
        error: { code: 'rejected', message: 'The server answered 404.', status: 404 },
      },
    ]);
    expect(JSON.stringify(trace.events)).not.toContain(apiKey);
  });

  it('goes nowhere but to https or this machine', async () => {
    const { ask, trace } = testClient('http://api.revenuecat.com');
    expect(await ask()).toMatchObject({ kind: 'malformed' });
    expect(trace.events).toEqual([]);
  });

  it('takes part in what runs until it answers', async () => {
    const answer = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    const origin = await serveHttp((_, response) => {
      arrived.resolve(undefined);
      void answer.promise.then(() => response.end('{}'));
    });
    const { ask, activity } = testClient(origin);
    const log: string[] = [];
    const asked = ask().then(() => log.push('answered'));
    await arrived.promise;
    const idle = activity.idle().then(() => log.push('idle'));
    answer.resolve(undefined);
    await Promise.all([asked, idle]);
    expect(log).toEqual(['answered', 'idle']);
  });
});

describe('the ETag of an answer', () => {
  it('is sent back, and a 304 stands for the stored answer (T-01)', async () => {
    const etags: unknown[] = [];
    const origin = await serveHttp((request, response) => {
      etags.push(request.headers['x-revenuecat-etag'], request.headers['x-rc-last-refresh-time']);
      if (etags.length === 2) response.setHeader('X-RevenueCat-ETag', 'e1').end('{"a":1}');
      else response.writeHead(304).end();
    });
    const { ask } = testClient(origin);
    await ask();
    expect(await ask()).toMatchObject({ kind: 'ok', body: { text: '{"a":1}' } });
    expect(etags).toEqual(['', undefined, 'e1', '1750000000000']);
  });

  it('is left out in one more try where nothing was stored, and forgotten on demand (T-01)', async () => {
    const etags: unknown[] = [];
    const origin = await serveHttp((request, response) => {
      const etag = request.headers['x-revenuecat-etag'];
      etags.push(etag);
      if (etag === undefined) response.setHeader('X-RevenueCat-ETag', 'e1').end('{}');
      else response.writeHead(304).end();
    });
    const { ask, http } = testClient(origin);
    expect(await ask()).toMatchObject({ kind: 'ok' });
    http.forgetETags();
    expect(await ask()).toMatchObject({ kind: 'ok' });
    expect(etags).toEqual(['', undefined, '', undefined]);
  });
});

describe('the fallback host', () => {
  const hosts = async (status: number) => {
    const asked: string[] = [];
    const main = await serveHttp((request, response) => {
      asked.push(`main ${request.url ?? ''}`);
      if (status === 0) request.socket.resetAndDestroy();
      else response.writeHead(status).end();
    });
    const fallback = await serveHttp((request, response) => {
      asked.push(`fallback ${request.url ?? ''}`);
      response.end('{}');
    });
    return { asked, client: testClient(main, { fallbackBaseUrl: fallback }) };
  };

  it.each([
    [500, '5xx'],
    [0, 'a transport error'],
  ])('is asked exactly once after %i (%s) (T-02)', async (status) => {
    const { asked, client } = await hosts(status);
    expect(await client.ask({ endpoint: 'detail', id: 'wf_1' })).toMatchObject({ kind: 'ok' });
    expect(asked).toEqual([
      'main /v1/subscribers/ann/workflows/wf_1',
      'fallback /workflows/v1/workflows/wf_1',
    ]);
    expect(client.trace.events.filter(({ type }) => type === 'requested')).toMatchObject([
      { request: 1 },
      { request: 2, note: 'on the fallback host' },
    ]);
  });

  it.each([404, 302, 200])('is not asked after %i (T-02)', async (status) => {
    const { asked, client } = await hosts(status);
    await client.ask();
    expect(asked).toEqual(['main /v1/subscribers/ann/workflows?type=paywall']);
  });

  it('is asked once even where it fails too, and its answer counts', async () => {
    const asked: string[] = [];
    const failing = (name: string, status: number) =>
      serveHttp((_, response) => {
        asked.push(name);
        response.writeHead(status).end();
      });
    const [main, fallbackBaseUrl] = [await failing('main', 500), await failing('fallback', 503)];
    const client = testClient(main, { fallbackBaseUrl });
    expect(await client.ask()).toEqual({ kind: 'backend-error', status: 503 });
    expect(asked).toEqual(['main', 'fallback']);
  });

  it('is left alone when the caller gives up', async () => {
    const { asked, client } = await hosts(0);
    const gone = AbortSignal.abort();
    expect(await client.ask({ signal: gone })).toEqual({ kind: 'no-answer', reason: 'cancelled' });
    expect(asked).toEqual([]);
  });
});
