import type net from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bodyLimits } from '../../../shared/limits.ts';
import { serveHttp, serveRaw } from '../../helpers/http-server.ts';
import { type TestClient, testClient } from './test-client.ts';

const limitBytes = 1_000;
const tooLarge = { kind: 'too-large', limitBytes };
const timeout = { kind: 'no-answer', reason: 'timeout' };
const cancelled = { kind: 'no-answer', reason: 'cancelled' };
const ok = { kind: 'ok', body: { sizeBytes: limitBytes } };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const fetchOf = async (headers: Record<string, string>, ...bytes: Uint8Array[]) => {
  const origin = await serveHttp((_, response) => {
    response.writeHead(200, headers);
    for (const part of bytes) response.write(part);
    response.end();
  });
  let received = 0;
  const outcome = await testClient(origin).fetchFile(`${origin}/f`, {
    limitBytes,
    onChunk: (chunk) => void (received += chunk.length),
  });
  return { outcome, received };
};

describe('the size of a body', () => {
  const whole = new Uint8Array(limitBytes);
  const more = new Uint8Array(limitBytes + 1);

  it.each<[string, Record<string, string>, (bytes: Uint8Array) => Uint8Array[]]>([
    ['in chunks', {}, (bytes) => [bytes.subarray(0, 500), bytes.subarray(500)]],
    ['in gzip', { 'content-encoding': 'gzip' }, (bytes) => [gzipSync(bytes)]],
    ['in brotli', { 'content-encoding': 'br' }, (bytes) => [brotliCompressSync(bytes)]],
    [
      'in gzip that does not make it smaller',
      { 'content-encoding': 'gzip', 'content-length': '1023' },
      (bytes) => [gzipSync(bytes, { level: 0 }).subarray(0, 1023)],
    ],
  ])('may reach its limit but not pass it, %s', async (_, headers, parts) => {
    expect((await fetchOf(headers, ...parts(whole))).outcome).toEqual(ok);
    const open = { ...headers };
    delete open['content-length'];
    expect((await fetchOf(open, ...parts(more))).outcome).toEqual(tooLarge);
  });

  it('is refused by its announcement, before any of it is taken', async () => {
    const fits = await fetchOf({ 'content-length': String(limitBytes) }, whole);
    expect(fits).toEqual({ outcome: ok, received: limitBytes });
    const tooMuch = await fetchOf({ 'content-length': String(limitBytes + 1) }, more);
    expect(tooMuch).toEqual({ outcome: tooLarge, received: 0 });
  });

  it('is the one of the endpoint', async () => {
    const fits = await serveHttp((_, response) => response.end(' '.repeat(bodyLimits.list)));
    expect(await testClient(fits).ask()).toMatchObject({ kind: 'ok' });
    const tooMuch = await serveHttp((_, response) => {
      response.write(' '.repeat(bodyLimits.list));
      response.end(' ');
    });
    const refused = { kind: 'too-large', limitBytes: bodyLimits.list };
    expect(await testClient(tooMuch).ask()).toEqual(refused);
    expect(await testClient(tooMuch).ask({ endpoint: 'detail', id: 'x' })).toMatchObject({
      kind: 'ok',
    });
  });

  const bombBytes = 500_000_000;

  it.each([
    ['gzip', () => gzipSync(Buffer.alloc(bombBytes))],
    [
      'br',
      () =>
        brotliCompressSync(Buffer.alloc(bombBytes), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
        }),
    ],
    ['gzip, gzip', () => gzipSync(gzipSync(Buffer.alloc(bombBytes)))],
  ])(
    'is bounded in memory too, where it is a bomb in %s',
    { timeout: 30_000 },
    async (encoding, make) => {
      const bomb = make();
      const origin = await serveHttp((_, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
      });
      const { ask } = testClient(origin);
      const before = process.memoryUsage().rss;
      expect(await ask()).toEqual({ kind: 'too-large', limitBytes: bodyLimits.list });
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    },
  );
});

/** It takes the connection and never says a word of TLS, so that the connection is never made. */
const hangingHost = async () => {
  const arrived = Promise.withResolvers<undefined>();
  const closed = Promise.withResolvers<undefined>();
  const origin = await serveRaw((socket) => {
    arrived.resolve(undefined);
    socket.on('close', () => {
      closed.resolve(undefined);
    });
  });
  const { promise } = arrived;
  return { origin: origin.replace('http:', 'https:'), arrived: promise, closed: closed.promise };
};

/** Moves the clock to just before the limit, and then past it. */
const atTheLimit = async ({ clock }: TestClient, asked: Promise<unknown>, limitMs: number) => {
  let outcome: unknown = 'none yet';
  void asked.then((value) => (outcome = value));
  // The turns stand for "everything that can happen has happened": the server says no more.
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 20; turns += 1) await turn();
  };
  await settle();
  await clock.advance(limitMs - 1, settle);
  const before = outcome;
  await clock.advance(1, settle);
  return { before, after: outcome };
};

describe('the time that a request may take', () => {
  it('is 30 seconds for the headers', async () => {
    const arrived = Promise.withResolvers<undefined>();
    const closed = Promise.withResolvers<undefined>();
    const origin = await serveRaw((socket) => {
      arrived.resolve(undefined);
      socket.on('close', () => {
        closed.resolve(undefined);
      });
    });
    const client = testClient(origin);
    const asked = client.ask();
    await arrived.promise;
    expect(await atTheLimit(client, asked, 30_000)).toEqual({ before: 'none yet', after: timeout });
    await closed.promise;
  });

  it('is 30 seconds between two pieces of the body, and 60 altogether', async () => {
    const streams: net.Socket[] = [];
    const origin = await serveRaw((socket) => {
      streams.push(socket);
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n');
    });
    const piece = async (client: TestClient, chunks: { count: number }): Promise<void> => {
      const seen = chunks.count;
      streams.at(-1)?.write('x');
      while (chunks.count === seen) await turn();
      await client.clock.advance(0, turn);
    };
    const start = (client: TestClient) => {
      const chunks = { count: 0 };
      const asked = client.fetchFile(`${origin}/f`, { onChunk: () => void (chunks.count += 1) });
      return { chunks, asked };
    };
    const opened = async (count: number): Promise<void> => {
      while (streams.length < count) await turn();
    };

    const idle = testClient(origin);
    const first = start(idle);
    await opened(1);
    await piece(idle, first.chunks);
    await idle.clock.advance(29_999, turn);
    await piece(idle, first.chunks);
    const idled = await atTheLimit(idle, first.asked, 30_000);
    expect(idled).toEqual({ before: 'none yet', after: timeout });

    const total = testClient(origin);
    const second = start(total);
    await opened(2);
    for (let round = 0; round < 3; round += 1) {
      await total.clock.advance(15_000, turn);
      await piece(total, second.chunks);
    }
    const totalled = await atTheLimit(total, second.asked, 15_000);
    expect(totalled).toEqual({ before: 'none yet', after: timeout });
  });

  it.each([
    ['30 seconds', 30_000, false],
    ['5 seconds where there is another host', 5_000, true],
  ])('is %s for the connection', async (_, limitMs, hasFallback) => {
    const { origin, arrived, closed } = await hangingHost();
    const fallbackBaseUrl = hasFallback ? await serveHttp((__, r) => r.end('{}')) : null;
    const client = testClient(origin, { fallbackBaseUrl });
    const asked = client.ask();
    await arrived;
    const { before } = await atTheLimit(client, asked, limitMs);
    expect(before).toBe('none yet');
    expect(await asked).toMatchObject(hasFallback ? { kind: 'ok' } : timeout);
    await closed;
  });
});

describe('giving up', () => {
  it('ends a request at once while its connection is being made, and the connection', async () => {
    const { origin, arrived, closed } = await hangingHost();
    const giveUp = new AbortController();
    const asked = testClient(origin).ask({ signal: giveUp.signal });
    await arrived;
    giveUp.abort();
    expect(await asked).toEqual(cancelled);
    await closed;
  });

  it('ends a request at once in the middle of the body, and the connection', async () => {
    const closed = Promise.withResolvers<undefined>();
    const origin = await serveRaw((socket) => {
      socket.on('close', () => {
        closed.resolve(undefined);
      });
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx');
    });
    const giveUp = new AbortController();
    const client = testClient(origin);
    const onChunk = (): void => {
      giveUp.abort();
    };
    const outcome = await client.fetchFile(`${origin}/f`, { signal: giveUp.signal, onChunk });
    expect(outcome).toEqual(cancelled);
    await closed.promise;
    expect(client.trace.events.at(-1)).toMatchObject({
      type: 'responded',
      error: { code: 'no-answer', reason: 'cancelled' },
    });
  });

  it('sends nothing where the caller gave up before', async () => {
    const { ask, trace } = testClient('http://127.0.0.1:1');
    expect(await ask({ signal: AbortSignal.abort() })).toEqual(cancelled);
    expect(trace.events).toEqual([]);
  });

  it('is what closing the client does to all of its requests', async () => {
    const { origin, arrived, closed } = await hangingHost();
    const answering = await serveRaw(() => undefined);
    const client = testClient(answering);
    const hanging = testClient(origin);
    const asked = [client.ask(), hanging.ask()];
    await arrived;
    await Promise.all([client.http.close(), hanging.http.close()]);
    expect(await Promise.all(asked)).toEqual([cancelled, cancelled]);
    await closed;
    expect(await client.ask()).toEqual(cancelled);
  });
});

describe('a file of the CDN', () => {
  it('is asked for without the key', async () => {
    const seen: unknown[] = [];
    const origin = await serveHttp((request, response) => {
      seen.push(request.url, request.headers);
      response.end('x');
    });
    await testClient(origin).fetchFile(`${origin}/a/b.json?v=1`);
    expect(seen).toEqual([
      '/a/b.json?v=1',
      {
        ...{ host: new URL(origin).host, connection: 'keep-alive' },
        ...{ accept: '*/*', 'accept-encoding': 'gzip, br' },
      },
    ]);
  });

  it('holds the server up while a chunk is being taken, and is whole only after the last', async () => {
    const size = 3_000_000;
    const origin = await serveHttp((_, response) => response.end(new Uint8Array(size)));
    let taking = 0;
    let most = 0;
    let taken = 0;
    let smallest = size;
    const outcome = await testClient(origin).fetchFile(`${origin}/f`, {
      limitBytes: size,
      onChunk: async (chunk) => {
        most = Math.max(most, (taking += 1));
        await turn();
        taking -= 1;
        taken += chunk.length;
        smallest = Math.min(smallest, chunk.length);
      },
    });
    expect({ outcome, most, taken }).toEqual({
      outcome: { kind: 'ok', body: { sizeBytes: size } },
      most: 1,
      taken: size,
    });
    expect(smallest).toBeGreaterThan(0);
  });

  it('fails as the one does who takes its chunks', async () => {
    const origin = await serveHttp((_, response) => response.end('x'));
    const { fetchFile, activity } = testClient(origin);
    const broken = new Error('no room');
    const onChunk = () => Promise.reject(broken);
    await expect(fetchFile(`${origin}/f`, { onChunk })).rejects.toBe(broken);
    await activity.idle();
  });

  it.each([201, 204, 206, 302])('is not what comes with a %i', async (status) => {
    const origin = await serveHttp((_, response) => response.writeHead(status).end());
    expect(await testClient(origin).fetchFile(`${origin}/f`)).toMatchObject({ kind: 'malformed' });
  });

  it.each(['http://cdn.test/x', 'ftp://127.0.0.1/x', 'no url'])(
    'is not asked for at %s',
    async (url) => {
      const { fetchFile, trace } = testClient('http://127.0.0.1:1');
      expect(await fetchFile(url)).toMatchObject({ kind: 'malformed' });
      expect(trace.events).toEqual([]);
    },
  );
});
