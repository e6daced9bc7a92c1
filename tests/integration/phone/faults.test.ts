import { expect, test } from 'vitest';
import { turns, until } from '../backend/raw-client.ts';
import { detailPath, listPath, offeringsPath, openPhoneLab, openWorld } from './phone-lab.ts';

test('a status that is switched on is what the phone gets, and a page may read it', async () => {
  const { ask, faults, ended } = await openPhoneLab();
  faults.fail({ target: { what: 'offerings' }, kind: 503 });
  const answer = await ask(offeringsPath);
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([503, '*']);
  expect((await ask(listPath)).status).toBe(200);
  const [first] = await ended(2);
  expect(first).toMatchObject({ met: [503], error: { status: 503, isOnPurpose: true } });
});

test('a fault is aimed at one workflow, and applies so many times', async () => {
  const { ask, faults } = await openPhoneLab();
  faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 404, times: 1 });
  expect((await ask(detailPath('wf_b'))).status).toBe(200);
  expect((await ask(detailPath('wf_a'))).status).toBe(404);
  expect((await ask(detailPath('wf_a'))).status).toBe(200);
});

test('a file of the CDN is broken by the id of its workflow', async () => {
  const { ask, faults } = await openPhoneLab();
  const envelope = JSON.parse((await ask(detailPath('wf_b'))).body) as { readonly url: string };
  const { pathname } = new URL(envelope.url);
  const whole = (await ask(pathname)).body;
  faults.fail({ target: { what: 'cdn', id: 'wf_b' }, kind: 'wrong-hash' });
  expect((await ask(pathname)).body).not.toBe(whole);
});

test.each([
  ['reset', 'ECONNRESET'],
  ['dns', 'ECONNRESET'],
  ['truncated', 'closed'],
] as const)('%s ends the connection', async (kind, ending) => {
  const { send, faults, ended } = await openPhoneLab();
  faults.fail({ target: { what: 'offerings' }, kind });
  const connection = send(offeringsPath);
  await until(() => connection.ending() !== null);
  expect(connection.ending()).toBe(ending);
  const [end] = await ended(1);
  expect(end).toMatchObject({ met: [kind] });
});

test('what never answers stays silent until the phone gives up', async () => {
  const { send, faults, ended, events } = await openPhoneLab();
  faults.fail({ target: { what: 'list' }, kind: 'timeout' });
  const connection = send(listPath);
  await until(() => events().length === 1);
  await turns();
  expect(connection.received()).toBe('');
  connection.leave();
  const [end] = await ended(1);
  expect(end).toMatchObject({ met: ['timeout'], note: 'no answer' });
});

test('requests are held side by side, and released together', async () => {
  const { send, faults, clock, ended } = await openPhoneLab();
  faults.hold({ what: 'backend' });
  const held = [offeringsPath, listPath, detailPath('wf_a')].map((target) => send(target));
  await until(() => faults.waiting().length === 3);
  expect(faults.waiting().map(({ subject }) => subject.by)).toEqual(['phone', 'phone', 'phone']);
  await clock.advance(60_000, () => turns());
  expect(held.map((connection) => connection.received())).toEqual(['', '', '']);
  faults.release();
  const ends = await ended(3);
  expect(ends.map(({ met, note }) => [met, note])).toEqual([
    [['held'], 'HTTP 200'],
    [['held'], 'HTTP 200'],
    [['held'], 'HTTP 200'],
  ]);
});

test('one that is held is let go alone', async () => {
  const { send, faults, ended } = await openPhoneLab();
  faults.hold({ what: 'all' });
  const [first, second] = [send(offeringsPath), send(listPath)];
  await until(() => faults.waiting().length === 2);
  const wanted = faults.waiting().find(({ subject }) => subject.scope === 'list');
  faults.letGo(wanted?.id ?? 0);
  await ended(1);
  await until(() => second.received() !== '');
  expect(first.received()).toBe('');
});

test('what is slow is slow by the clock of the session', async () => {
  const { send, faults, clock, events } = await openPhoneLab();
  const pace = { latencyMs: 2_000, jitterMs: 0, bytesPerSecond: null };
  faults.slow({ what: 'offerings' }, pace);
  const connection = send(offeringsPath);
  await until(() => events().length === 1);
  await turns();
  await clock.advance(1_999, () => turns());
  expect(connection.received()).toBe('');
  await clock.advance(1, () => turns());
  await until(() => connection.received().startsWith('HTTP/1.1 200'));
});

test.each([
  ['offline', (lab: Lab) => lab.faults.setOnline(false), (lab: Lab) => lab.faults.setOnline(true)],
  [
    'all refused',
    (lab: Lab) => lab.faults.fail({ target: { what: 'all' }, kind: 'refused' }),
    (lab: Lab) => lab.faults.heal(),
  ],
] as const)('%s: whoever connects is refused, until that ends', async (_, breakIt, mend) => {
  const lab = await openPhoneLab();
  const kept = lab.send(offeringsPath);
  await until(() => kept.received() !== '');
  breakIt(lab);
  expect(lab.server.isRefusing()).toBe(true);
  await until(() => kept.ending() !== null);
  const refused = lab.send(offeringsPath);
  await until(() => refused.ending() !== null);
  expect(refused.ending()).toBe('ECONNREFUSED');
  mend(lab);
  await expect
    .poll(() =>
      lab.ask(offeringsPath).then(
        ({ status }) => status,
        () => null,
      ),
    )
    .toBe(200);
  const turned = lab.events().filter(({ type }) => type === 'phone-turned');
  expect(turned.map(({ note }) => note)).toEqual([
    'Phones are refused, on purpose',
    'Phones are not refused any more',
  ]);
});
type Lab = Awaited<ReturnType<typeof openPhoneLab>>;

test('what a phone meets is no excuse for the engine', async () => {
  const { ask, faults } = await openPhoneLab();
  faults.fail({ target: { what: 'all' }, kind: 500 });
  await ask(offeringsPath);
  await ask(detailPath('wf_a'));
  expect(faults.takeEncounter({ scope: 'offerings', ids: [] })).toBeNull();
  expect(faults.takeEncounter({ scope: 'detail', ids: ['wf_a'] })).toBeNull();
});

test('another session answers as soon as it is there, and what was held is ended', async () => {
  const lab = await openPhoneLab();
  lab.faults.hold({ what: 'all' });
  const held = lab.send(offeringsPath);
  await until(() => lab.faults.waiting().length === 1);
  const next = openWorld();
  next.faults.fail({ target: { what: 'offerings' }, kind: 502 });
  lab.setWorld(next);
  lab.server.worldChanged();
  await until(() => held.ending() !== null);
  expect(held.received()).toBe('');
  expect(lab.faults.waiting()).toEqual([]);
  expect((await lab.ask(offeringsPath)).status).toBe(502);
  // The former one's faults are nobody's any more.
  lab.faults.setOnline(false);
  expect(lab.server.isRefusing()).toBe(false);
});
