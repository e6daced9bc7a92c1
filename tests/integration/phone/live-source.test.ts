import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { liveSource } from '../../../main/phone/live-source.ts';
import { serveHttp, serveRaw } from '../../helpers/http-server.ts';
import { until } from '../backend/raw-client.ts';
import { type PhoneLab, listPath, offeringsPath, openPhoneLab, requestOf } from './phone-lab.ts';

interface Seen {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A phone in front of a host that stands for RevenueCat's, below a path of its own. */
const openLive = async (
  answer = '{"workflows":[]}',
): Promise<PhoneLab & { readonly seen: readonly Seen[] }> => {
  const seen: Seen[] = [];
  const host = await serveHttp((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ line: `${method} ${url}`, headers, body });
      response.setHeader('Content-Type', 'application/json');
      response.setHeader('X-RevenueCat-ETag', 'tag');
      response.end(answer);
    });
  });
  const lab = await openPhoneLab();
  lab.setWorld({ ...lab.world, source: liveSource(`${host}/proxy`) });
  return { ...lab, seen };
};

test('a live host is asked with the phone’s own key and headers, and answers it', async () => {
  const { ask, seen } = await openLive();
  const answer = await ask(listPath, { headers: ['X-Platform: android', 'Cookie: no=1'] });
  expect([answer.status, answer.body.includes('{"workflows":[]}')]).toEqual([200, true]);
  expect(answer.headers.get('x-revenuecat-etag')).toBe('tag');
  expect(seen).toEqual([
    {
      line: 'GET /proxy/v1/subscribers/bo/workflows?type=paywall',
      headers: expect.objectContaining({
        authorization: 'Bearer canary_key',
        'x-platform': 'android',
      }),
      body: '',
    },
  ]);
  expect(seen[0]?.headers).not.toHaveProperty('cookie');
});

test('what is posted arrives, and is answered by the host', async () => {
  const { ask, seen } = await openLive('{"ok":true}');
  await ask('/v1/subscribers/bo/attributes', { method: 'POST', body: '{"a":1}' });
  expect(seen.map(({ line, body }) => [line, body])).toEqual([
    ['POST /proxy/v1/subscribers/bo/attributes', '{"a":1}'],
  ]);
});

test('a fault keeps the phone from the host, which is not asked', async () => {
  const { ask, seen, faults } = await openLive();
  faults.fail({ target: { what: 'backend' }, kind: 503 });
  expect((await ask(offeringsPath)).status).toBe(503);
  expect(seen).toEqual([]);
});

test('a fault that needs the host’s bytes breaks those', async () => {
  const { ask, faults } = await openLive('{"workflows":[],"more":1}');
  faults.fail({ target: { what: 'list' }, kind: 'bad-json' });
  expect((await ask(listPath)).body).toBe('{"workflows"');
});

test('what is held has not reached the host', async () => {
  const { send, seen, faults } = await openLive();
  faults.hold({ what: 'backend' });
  const held = send(offeringsPath);
  await until(() => faults.waiting().length === 1);
  expect(seen).toEqual([]);
  faults.release();
  await until(() => held.received().startsWith('HTTP/1.1 200'));
  expect(seen).toHaveLength(1);
});

test('a host that does not answer is told as a problem, in RevenueCat’s words for errors', async () => {
  const lab = await openPhoneLab();
  lab.setWorld({ ...lab.world, source: liveSource('http://127.0.0.1:1') });
  const answer = await lab.ask(offeringsPath);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    502,
    { code: 7000, message: 'No answer: the connection was refused.' },
  ]);
  const [end] = await lab.ended(1);
  expect(end?.error).toEqual({
    code: 'backend-error',
    message: 'The phone was answered 502.',
    status: 502,
  });
});

test('what the phone says of its own connection and its own body stays here', async () => {
  const { ask, seen } = await openLive();
  const headers = [
    'Content-Length: 0',
    'Connection: keep-alive, X-Hop',
    'X-Hop: 1',
    'TE: trailers',
  ];
  expect((await ask(listPath, { headers })).status).toBe(200);
  for (const name of ['x-hop', 'te', 'content-length'])
    expect(seen[0]?.headers).not.toHaveProperty(name);
});

test('a question with a body is asked without it', async () => {
  const { ask, seen } = await openLive();
  expect((await ask(listPath, { body: '{"a":1}' })).status).toBe(200);
  expect(seen.map(({ body }) => body)).toEqual(['']);
});

test('a body that comes in pieces arrives', async () => {
  const { ask, seen, send } = await openLive('{}');
  const headers = ['Transfer-Encoding: chunked'];
  const posted = send('/v1/events', { method: 'POST', headers });
  posted.send('7\r\n{"a":1}\r\n0\r\n\r\n');
  await until(() => seen.length === 1);
  expect(seen[0]?.body).toBe('{"a":1}');
  expect((await ask('/v1/events', { method: 'HEAD' })).status).toBe(200);
});

test.each(['/../admin', '/v1/%2e%2e/%2E%2e/admin', '/v1/..%2fadmin', '/v1/..%5cadmin', '/..'])(
  'nothing is asked beside what the host has for it: %s',
  async (path) => {
    const { ask, seen } = await openLive();
    expect((await ask(path)).status).toBe(404);
    expect(seen).toEqual([]);
  },
);

test('a phone that leaves takes a connection with it that is still being made', async () => {
  const ended = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<undefined>();
  const mute = await serveRaw((socket) => {
    begun.resolve(undefined);
    socket.once('close', () => ended.resolve(undefined));
  });
  const lab = await openPhoneLab();
  lab.setWorld({ ...lab.world, source: liveSource(mute.replace('http:', 'https:')) });
  const phone = lab.send(offeringsPath);
  await begun.promise;
  phone.leave();
  await ended.promise;
});

test('who takes nothing of what a host answers is left', async () => {
  const host = await serveHttp((_, response) => {
    const piece = Buffer.alloc(64 * 1024, 'a');
    const flood = (): void => {
      if (!response.destroyed) response.write(piece, flood);
    };
    flood();
  });
  const lab = await openPhoneLab({ stallMs: 50 });
  lab.setWorld({ ...lab.world, source: liveSource(host) });
  const { hostname, port } = new URL(lab.origin);
  const deaf = connect({ host: hostname, port: Number(port) }).pause();
  deaf.on('error', () => undefined);
  onTestFinished(() => void deaf.destroy());
  deaf.write(requestOf(offeringsPath, lab.origin));
  expect(await lab.ended(1)).toMatchObject([{ type: 'phone-answered' }]);
});
