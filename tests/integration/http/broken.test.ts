import net from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closedOrigin, serveHttp, serveRaw } from '../../helpers/http-server.ts';
import { testClient } from './test-client.ts';

const noAnswer = (reason: string) => ({ kind: 'no-answer', reason });
const onPurpose = (reason: string) => ({ ...noAnswer(reason), isOnPurpose: true });

/** undici keeps a connection for others only after a turn of the event loop. */
const untilKept = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Answers with these bytes and closes. */
const raw = (...parts: (string | Uint8Array)[]) =>
  serveRaw((socket) => {
    for (const part of parts) socket.write(part);
    socket.end();
  });

describe('a connection that breaks', () => {
  it('is refused where nobody listens (R-04)', async () => {
    expect(await testClient(await closedOrigin()).ask()).toEqual(noAnswer('refused'));
  });

  it('is reset where it ends before the status line', async () => {
    const origin = await serveRaw((socket) => void socket.resetAndDestroy());
    expect(await testClient(origin).ask()).toEqual(noAnswer('reset'));
  });

  it('is reset where a new one is closed without a word, and asked for only once', async () => {
    let requests = 0;
    const origin = await serveRaw((socket) => {
      requests += 1;
      socket.end();
    });
    expect(await testClient(origin).ask()).toEqual(noAnswer('reset'));
    expect(requests).toBe(1);
  });

  it('is reset where what comes is not HTTP', async () => {
    expect(await testClient(await raw('220 smtp.test ready\r\n')).ask()).toEqual(noAnswer('reset'));
  });

  it.each([
    ['a body shorter than announced', ['HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}']],
    [
      'a short body of a connection that closes anyway',
      ['HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{}'],
    ],
    [
      'a chunk whose size is no number',
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n'],
    ],
    ['a missing last chunk', ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n']],
    [
      'compression that ends early',
      [
        'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n',
        gzipSync('{"a":1}'.repeat(100)).subarray(0, 20),
      ],
    ],
    [
      'brotli that ends early',
      [
        'HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nConnection: close\r\n\r\n',
        brotliCompressSync('{"a":1}'.repeat(100)).subarray(0, 12),
      ],
    ],
  ])('is truncated with %s', async (_, parts) => {
    expect(await testClient(await raw(...parts)).ask()).toEqual(noAnswer('truncated'));
  });

  it('is truncated where it is reset in the middle of a body', async () => {
    const origin = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}', () => {
        setImmediate(() => socket.resetAndDestroy());
      });
    });
    expect(await testClient(origin).ask()).toEqual(noAnswer('truncated'));
  });

  it.each(['gzip', 'br', 'gzip, br'])(
    'is malformed where %s does not decompress',
    async (encoding) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: 11\r\n\r\n`;
      expect(await testClient(await raw(head, 'hello world')).ask()).toMatchObject({
        kind: 'malformed',
      });
    },
  );

  it('is refused where TLS meets plain HTTP', async () => {
    const origin = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const client = testClient(origin.replace('http:', 'https:'));
    expect(await client.ask()).toEqual(noAnswer('refused'));
  });
});

describe('a connect fault', () => {
  it.each(['refused', 'dns', 'offline'] as const)(
    'keeps a request from the backend: %s',
    async (kind) => {
      let requests = 0;
      const origin = await serveHttp((_, response) => {
        requests += 1;
        response.end('{}');
      });
      const { ask, faults, fetchFile } = testClient(origin);
      faults.fail({ target: { what: 'list' }, kind, times: 1 });
      faults.fail({ target: { what: 'cdn', id: 'wf_1' }, kind });
      expect(await ask()).toEqual(onPurpose(kind));
      expect(await fetchFile(`${origin}/f`)).toEqual(onPurpose(kind));
      expect(requests).toBe(0);
      expect(await ask()).toMatchObject({ kind: 'ok' });
    },
  );

  it('is asked for once for each host', async () => {
    const origin = await serveHttp((_, response) => response.end('{}'));
    const { ask, faults } = testClient(origin, { fallbackBaseUrl: origin });
    faults.fail({ target: { what: 'list' }, kind: 'refused', times: 1 });
    expect(await ask()).toMatchObject({ kind: 'ok' });
    faults.fail({ target: { what: 'list' }, kind: 'refused', times: 2 });
    expect(await ask()).toEqual(onPurpose('refused'));
    expect(await ask()).toMatchObject({ kind: 'ok' });
  });

  it('is everything while the app is offline', async () => {
    const origin = await serveHttp((_, response) => response.end('{}'));
    const { ask, faults } = testClient(origin, { fallbackBaseUrl: origin });
    faults.setOnline(false);
    expect(await ask()).toEqual(onPurpose('offline'));
    faults.setOnline(true);
    expect(await ask()).toMatchObject({ kind: 'ok' });
  });
});

describe('a connection that is kept', () => {
  it('is used again', async () => {
    const ports = new Set<number | undefined>();
    const origin = await serveHttp((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const { ask } = testClient(origin);
    for (let round = 0; round < 5; round += 1) {
      expect(await ask()).toMatchObject({ kind: 'ok' });
      await untilKept();
    }
    expect(ports.size).toBe(1);
  });

  it('may be closed by the server between two requests', async () => {
    const sockets: net.Socket[] = [];
    const origin = await serveHttp((request, response) => {
      sockets.push(request.socket);
      response.end('{}');
    });
    const { ask } = testClient(origin);
    for (let round = 0; round < 20; round += 1) {
      expect(await ask()).toMatchObject({ kind: 'ok' });
      // Nothing is waited for: the close and the next request meet on the way.
      sockets.at(-1)?.end();
    }
    expect(new Set(sockets).size).toBe(20);
  });

  it('may be closed while a request is on its way, which is asked again', async () => {
    let requests = 0;
    const origin = await serveRaw((socket) => {
      requests += 1;
      // The second request of a connection is read and then left unanswered.
      if (requests === 2) socket.end();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
    });
    const { ask, trace } = testClient(origin);
    await ask();
    await untilKept();
    expect(await ask()).toMatchObject({ kind: 'ok' });
    expect(requests).toBe(3);
    expect(trace.events.filter(({ type }) => type === 'requested')).toHaveLength(2);
  });

  it('does not hide a reset', async () => {
    let requests = 0;
    const origin = await serveRaw((socket) => {
      requests += 1;
      if (requests === 2) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
    });
    const { ask } = testClient(origin);
    await ask();
    await untilKept();
    expect(await ask()).toEqual(noAnswer('reset'));
    expect(requests).toBe(2);
  });

  it('does not hide that the server is gone', async () => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}', () => {
          server.close();
          setImmediate(() => socket.destroy());
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const { ask } = testClient(`http://127.0.0.1:${port}`);
    await ask();
    expect(await ask()).toEqual(noAnswer('refused'));
  });
});
