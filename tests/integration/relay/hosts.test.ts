import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../helpers/certificate.ts';
import { closedOrigin, serveRaw } from '../../helpers/http-server.ts';
import { type LiveLabOptions, liveKey, openLiveLab } from '../../helpers/live-lab.ts';
import { serveTls, testCertificate } from '../../helpers/tls-server.ts';

const json = { 'Content-Type': 'application/json' };

/** What the offerings end with, and what is said of the host. */
const askedOf = async (host: string, options: LiveLabOptions = {}) => {
  const { engine, relay, settle } = await openLiveLab({ host, ...options });
  const answer = await engine.getOfferings();
  await settle();
  return { ended: answer.status === 'ok' ? 'ok' : answer.error, trouble: relay.trouble() };
};

const answering = (status: number, body: string, headers: Record<string, string> = json) =>
  serveTls((_, response) => response.writeHead(status, headers).end(body));

const closing = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined).on('close', () => resolve());
  });

const noAnswer = (reason: string) => ({ code: 'no-answer', reason });
const plain = { reason: null, status: null, code: null, said: null, retryAfterSeconds: null };

describe('a host that cannot be reached', () => {
  it('has no name that is known', async () => {
    expect(await askedOf('https://revenuecat.invalid')).toMatchObject({
      ended: noAnswer('dns'),
      trouble: { ...plain, kind: 'no-answer', reason: 'dns' },
    });
  });

  it('refuses the connection', async () => {
    const closed = (await closedOrigin()).replace('http:', 'https:');
    expect(await askedOf(closed)).toMatchObject({
      ended: noAnswer('refused'),
      trouble: { kind: 'no-answer', reason: 'refused' },
    });
  });

  it.each([
    ['that nobody vouches for', testCertificate, makeCertificate().cert],
    ['of another name', makeCertificate({ name: 'elsewhere.test' }), null],
    ['that has expired', makeCertificate({ from: new Date(0), until: new Date(1) }), null],
  ])('has a certificate %s', async (_, certificate, ca) => {
    const host = await serveTls((_request, response) => response.end('{}'), certificate);
    expect(await askedOf(host, { ca: ca ?? certificate.cert })).toMatchObject({
      ended: noAnswer('certificate'),
      trouble: { kind: 'no-answer', reason: 'certificate' },
    });
  });

  it('speaks no TLS', async () => {
    const origin = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await askedOf(origin.replace('http:', 'https:'))).toMatchObject({
      ended: noAnswer('refused'),
    });
  });

  it('resets the connection before it answers', async () => {
    const host = await serveTls(({ socket }) => socket.destroy());
    expect(await askedOf(host)).toMatchObject({
      ended: noAnswer('reset'),
      trouble: { kind: 'no-answer', reason: 'reset' },
    });
  });
});

describe('a host that answers badly', () => {
  it('ends in the middle', async () => {
    const host = await serveTls((_, response) => {
      response.writeHead(200, { ...json, 'Content-Length': 100 });
      response.write('{"offerings"', () => response.destroy());
    });
    expect(await askedOf(host)).toMatchObject({ ended: noAnswer('truncated') });
  });

  it.each([401, 403])('does not take the key: %i, in its own words', async (status) => {
    const body = { code: 7225, message: `Invalid API key ${liveKey}.` };
    const host = await answering(status, JSON.stringify(body));
    expect(await askedOf(host)).toMatchObject({
      ended: { code: 'rejected', status },
      trouble: { kind: 'key-refused', status, code: 7225, said: 'Invalid API key [hidden].' },
    });
  });

  it('shows no half of the key either, however much it says', async () => {
    const message = `${'x'.repeat(295)}${liveKey} ${liveKey}`;
    const host = await answering(403, JSON.stringify({ code: 7225, message }));
    const { trouble } = await askedOf(host);
    expect(trouble?.said).toBe(`${'x'.repeat(295)}[hidd`);
  });

  it('is asked too often, and says for how long', async () => {
    const headers = { ...json, 'Retry-After': '30' };
    const host = await answering(429, '{"code":7000,"message":"Slow down."}', headers);
    expect(await askedOf(host)).toMatchObject({
      ended: { code: 'rejected', status: 429 },
      trouble: { kind: 'too-many-requests', said: 'Slow down.', retryAfterSeconds: 30 },
    });
  });

  it.each([
    ['a page that is not there', 404, '<h1>Not found</h1>', { 'Content-Type': 'text/html' }],
    ['a page', 200, '<h1>Hello</h1>', { 'Content-Type': 'text/html' }],
    ['another address', 302, '', { Location: 'https://elsewhere.invalid/' }],
  ])('is no RevenueCat: %s', async (_, status, body, headers) => {
    const host = await answering(status, body, headers);
    expect((await askedOf(host)).trouble).toEqual({ ...plain, kind: 'other-host', status });
  });

  it('knows no such user, in RevenueCat’s words', async () => {
    const host = await answering(404, '{"code":7259,"message":"No such subscriber."}');
    expect((await askedOf(host)).trouble).toMatchObject({ kind: 'refused', code: 7259 });
  });

  it('is broken', async () => {
    expect((await askedOf(await answering(503, 'busy'))).trouble).toMatchObject({
      kind: 'broken',
      status: 503,
    });
  });

  it('is not believed where it says that it is the relay', async () => {
    const host = await answering(200, '{}', { ...json, 'x-relay-ended': 'offline' });
    expect((await askedOf(host)).ended).toMatchObject({ code: 'malformed' });
  });

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'a length and pieces',
      'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ],
    ['a length that is none', 'Content-Length: 2x\r\n\r\n{}'],
    ['more headers than anybody reads', `X: ${'x'.repeat(100_000)}\r\nContent-Length: 2\r\n\r\n{}`],
  ])('contradicts itself, and is not listened to: %s', async (_, rest) => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
    const host = await serveTls(({ socket }) => void socket.end(head + rest));
    expect((await askedOf(host)).ended).toMatchObject({ code: 'no-answer' });
  });

  it('sends more than anybody reads, and is given up', async () => {
    const gone = Promise.withResolvers<undefined>();
    const chunk = Buffer.alloc(64 * 1024, 'a');
    const flood = (response: ServerResponse): void => {
      if (!response.destroyed) response.write(chunk, () => flood(response));
    };
    const host = await serveTls((_, response) => {
      response.on('close', () => gone.resolve(undefined));
      flood(response.writeHead(200, json));
    });
    expect((await askedOf(host)).ended).toMatchObject({ code: 'too-large' });
    await gone.promise;
  });
});

describe('what is on the way', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('stays compressed: %s', async (encoding, compress) => {
    const body = compress('{"current_offering_id":null,"offerings":[]}');
    const host = await serveTls((_, response) => {
      response.writeHead(200, { ...json, 'Content-Encoding': encoding }).end(body);
    });
    const { engine, timeline, faults, settle } = await openLiveLab({ host });
    expect(await engine.getOfferings()).toMatchObject({ status: 'ok' });
    await settle();
    expect(timeline.since(1).find(({ type }) => type === 'responded')?.note).toBe('HTTP 200');
    faults.fail({ target: { what: 'offerings' }, kind: 'bad-json' });
    engine.coldStart();
    await settle();
    void engine.getOfferings();
    await settle();
    const failed = timeline.since(1).findLast(({ type }) => type === 'failed');
    expect(failed?.error).toMatchObject({ code: 'malformed' });
  });

  it('is forgotten as a trouble once it is answered', async () => {
    let isBroken = true;
    const instead = (_: unknown, response: ServerResponse): boolean => {
      if (isBroken) response.writeHead(503).end();
      return isBroken;
    };
    const { engine, relay } = await openLiveLab({ instead });
    await engine.getOfferings();
    expect(relay.trouble()).toMatchObject({ kind: 'broken' });
    isBroken = false;
    await engine.getOfferings();
    expect(relay.trouble()).toBe(null);
  });

  it('says nothing of the host where it was broken on purpose', async () => {
    const { engine, relay, faults } = await openLiveLab();
    faults.fail({ target: { what: 'all' }, kind: 503 });
    await engine.getOfferings();
    expect(relay.trouble()).toBe(null);
  });
});

describe('a host that does not answer', () => {
  const hanging = async (answer: RequestListener = () => undefined) => {
    const asked = Promise.withResolvers<Parameters<RequestListener>[0]>();
    const host = await serveTls((request, response) => {
      asked.resolve(request);
      answer(request, response);
    });
    return { host, asked: asked.promise };
  };

  const lab = async (host: string) => {
    const world = await openLiveLab({ host });
    const advance = (ms: number) =>
      // Nothing settles while a real host is asked: what falls due is all that happens.
      world.clock.advance(ms, () => Promise.resolve());
    return { ...world, advance };
  };

  it('is given up after 30 seconds, and the relay lets go of it', async () => {
    const { host, asked } = await hanging();
    const { engine, advance, relay } = await lab(host);
    const answer = engine.getOfferings();
    const { socket } = await asked;
    const gone = closing(socket);
    await advance(29_999);
    expect(socket.destroyed).toBe(false);
    await advance(1);
    expect(await answer).toMatchObject({ error: noAnswer('timeout') });
    await gone;
    expect(relay.trouble()).toMatchObject({ kind: 'no-answer', reason: 'timeout' });
  });

  it('is let go of when the session is closed', async () => {
    const { host, asked } = await hanging();
    const { engine, close } = await lab(host);
    void engine.getOfferings();
    const gone = closing((await asked).socket);
    await close();
    await gone;
  });

  it('is given up in the middle of a body, 30 seconds after the last of it', async () => {
    const { host, asked } = await hanging((_, response) => {
      response.writeHead(200, json).write('{');
    });
    const { engine, advance, timeline } = await lab(host);
    const answer = engine.getOfferings();
    await asked;
    // It has come when the engine has begun to wait for the rest.
    await expect
      .poll(async () => {
        await advance(10_000);
        return timeline.since(1).some(({ type }) => type === 'responded');
      })
      .toBe(true);
    expect(await answer).toMatchObject({ error: noAnswer('timeout') });
  });
});
