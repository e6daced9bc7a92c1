import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { BackendError } from '../../../main/backend/backend-error.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { openPhoneServer, phoneProblem } from '../../../main/phone/phone-server.ts';
import { mostBodyBytes } from '../../../main/phone/read-body.ts';
import { parseAnswer, turns, until } from '../backend/raw-client.ts';
import {
  detailPath,
  offeringsPath,
  openPhoneLab,
  openWorld,
  requestOf,
  testMachine,
} from './phone-lab.ts';

test.each([
  'localhost:1',
  'LOCALHOST',
  '127.0.0.1:8123',
  '[::1]:8123',
  '10.0.2.2:8123',
  '192.168.7.9:8123',
  '[fd00::9]:8123',
  'desk:8123',
  'desk.local',
])('it is asked as %s', async (host) => {
  const { ask } = await openPhoneLab();
  expect((await ask(offeringsPath, { host })).status).toBe(200);
});

test.each([
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example:8123',
  '192.168.7.10',
  'user@localhost',
  'localhost:1:2',
  'localhost, evil.example',
])('it does not go by the name of %s, and tells pages nothing', async (host) => {
  const { ask, events } = await openPhoneLab();
  const answer = await ask(offeringsPath, { host });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
    421,
    undefined,
  ]);
  expect(events()).toEqual([]);
});

test('a second name in the same request is nobody’s', async () => {
  const { ask } = await openPhoneLab();
  const answer = await ask(offeringsPath, { headers: ['Host: evil.example'] });
  expect(answer.status).not.toBe(200);
});

test('a page of another origin may ask, with the headers of its SDK and of its app', async () => {
  const { ask, events } = await openPhoneLab();
  const answer = await ask(offeringsPath, {
    method: 'OPTIONS',
    headers: [
      'Origin: http://shop.example',
      'Access-Control-Request-Method: GET',
      'Access-Control-Request-Headers: authorization,content-type,x-platform,x-of-app, bad name',
      'Access-Control-Request-Private-Network: true',
    ],
  });
  expect([answer.status, answer.body]).toEqual([204, '']);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type, x-platform, x-of-app',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-private-network': 'true',
  });
  expect(events()).toEqual([]);
});

test('the bundled backend of the engine tells pages nothing', async () => {
  const { openWorld: openBackend } = await import('../backend/setup.ts');
  const { ask } = await import('../backend/raw-client.ts');
  const { backend } = await openBackend();
  const answer = await ask(backend.origins.api, '/v1/subscribers/ana/offerings');
  expect([
    answer.status,
    [...answer.headers.keys()].filter((name) => name.startsWith('access-')),
  ]).toEqual([200, []]);
});

test('a port that is taken is told in words, with what to do', async () => {
  const { server } = await openPhoneLab();
  const world = openWorld();
  const { port } = server;
  const error: unknown = await openPhoneServer({
    port,
    reach: 'machine',
    world: () => world,
    machine: testMachine,
    random: seededRandom(1),
    onChange: () => undefined,
    onLost: () => undefined,
  }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BackendError);
  expect(phoneProblem(error, port)).toBe(
    `Port ${String(port)} is taken by another program: choose another port, or end that program.`,
  );
});

test('stopping ends what is under way at once, and gives the port back', async () => {
  const { server, faults, send, ended } = await openPhoneLab();
  faults.hold({ what: 'all' });
  const held = [send(offeringsPath), send(detailPath('wf_a'))];
  await until(() => faults.waiting().length === 2);
  await server.close();
  await until(() => held.every((connection) => connection.ending() !== null));
  expect(held.map((connection) => connection.received())).toEqual(['', '']);
  expect(faults.waiting()).toEqual([]);
  expect(await ended(2)).toHaveLength(2);
  const late = send(offeringsPath);
  await until(() => late.ending() !== null);
  expect(late.ending()).toBe('ECONNREFUSED');
});

test('a body is read up to a limit', async () => {
  const { ask } = await openPhoneLab();
  const body = 'x'.repeat(mostBodyBytes + 1);
  const answer = await ask('/v1/events', { method: 'POST', body });
  expect(answer.status).toBe(413);
});

test('headers are read up to a limit', async () => {
  const { ask } = await openPhoneLab();
  const answer = await ask(offeringsPath, { headers: [`X-Long: ${'x'.repeat(20_000)}`] });
  expect(answer.status).toBe(431);
});

test('more connections than the limit are closed', async () => {
  const { faults, send } = await openPhoneLab({ connections: 3 });
  faults.hold({ what: 'all' });
  for (let count = 0; count < 3; count += 1) send(offeringsPath);
  await until(() => faults.waiting().length === 3);
  const fourth = send(offeringsPath);
  await until(() => fourth.ending() !== null);
  expect([fourth.received(), faults.waiting().length]).toEqual(['', 3]);
});

test('who asks for too much at once on one connection is cut off', async () => {
  const { faults, origin, send, server } = await openPhoneLab();
  faults.hold({ what: 'all' });
  const greedy = send(offeringsPath);
  for (let count = 0; count < 20; count += 1) greedy.send(requestOf(offeringsPath, origin));
  await until(() => greedy.ending() !== null);
  await until(() => faults.waiting().length === 0);
  expect(server.requests().count).toBeLessThanOrEqual(6);
});

test('who takes nothing of an answer is left', async () => {
  const { faults, origin, ended } = await openPhoneLab({ stallMs: 50 });
  faults.fail({ target: { what: 'asset' }, kind: 'oversize' });
  const { hostname, port } = new URL(origin);
  const deaf = connect({ host: hostname, port: Number(port) }).pause();
  deaf.on('error', () => undefined);
  onTestFinished(() => void deaf.destroy());
  deaf.write(requestOf('/cdn/assets/any.png', origin));
  const [end] = await ended(1);
  expect(end).toMatchObject({ met: ['oversize'], note: 'HTTP 200, no answer' });
});

test('names through forwarded ports are few, and those of the own port always good', async () => {
  const { ask, origin } = await openPhoneLab();
  const statuses: number[] = [];
  for (let port = 1; port <= 10; port += 1)
    statuses.push((await ask(offeringsPath, { host: `localhost:${String(port)}` })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 421, 421]);
  const { port } = new URL(origin);
  for (const name of ['localhost', 'desk', '10.0.2.2'])
    expect((await ask(offeringsPath, { host: `${name}:${port}` })).status).toBe(200);
  expect((await ask(offeringsPath, { host: 'localhost:1' })).status).toBe(200);
});

test('who never ends a request is cut off', async () => {
  const { origin, send } = await openPhoneLab({ headersMs: 50, requestMs: 50 });
  const { openRaw } = await import('../backend/raw-client.ts');
  const slow = openRaw(origin);
  slow.send('GET / HTTP/1.1\r\nHost: localhost\r\n');
  await until(() => slow.ending() !== null);
  expect(parseAnswer(slow.received())?.status).toBe(408);
  const other = send(offeringsPath);
  await until(() => other.received().startsWith('HTTP/1.1 200'));
  await turns();
});
