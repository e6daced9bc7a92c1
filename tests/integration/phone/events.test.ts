import { expect, test } from 'vitest';
import { until } from '../backend/raw-client.ts';
import { detailPath, offeringsPath, openPhoneLab } from './phone-lab.ts';

test('a request is told of with its scope, its user, its status and its size, and no secret', async () => {
  const { ask, ended, events } = await openPhoneLab();
  const answer = await ask(`${detailPath('wf_a')}?secret=canary_key`);
  await ended(1);
  expect(events().map(({ eventId: _id, at: _at, ...facts }) => facts)).toEqual([
    {
      type: 'phone-asked',
      subject: 'phone',
      asked: 'detail',
      id: 'wf_a',
      user: 'bo',
      request: 1,
      generation: 1,
      rules: 'recommended',
      note: 'GET /v1/subscribers/bo/workflows/wf_a',
    },
    {
      type: 'phone-answered',
      subject: 'phone',
      asked: 'detail',
      id: 'wf_a',
      user: 'bo',
      request: 1,
      cause: 1,
      generation: 1,
      rules: 'recommended',
      note: 'HTTP 200',
      sizeBytes: Buffer.byteLength(answer.body, 'latin1'),
    },
  ]);
  expect(JSON.stringify(events())).not.toContain('canary');
});

test('what is really wrong is an error, and not on purpose', async () => {
  const { ask, ended } = await openPhoneLab();
  await ask(detailPath('wf_none'));
  await ask('/v1/nothing-there');
  const ends = await ended(2);
  expect(ends.map(({ asked, error, met }) => [asked, error, met])).toEqual([
    [
      'detail',
      { code: 'rejected', message: 'The phone was answered 404.', status: 404 },
      undefined,
    ],
    ['other', { code: 'rejected', message: 'The phone was answered 404.', status: 404 }, undefined],
  ]);
});

test('whatever stands in a path is kept in one short line', async () => {
  const { ask, ended, events } = await openPhoneLab();
  await ask(`/${'x'.repeat(5_000)}`);
  await ask(`/v1/subscribers/${encodeURIComponent('bo\n\u202ebo')}`);
  await ended(2);
  for (const { note = '' } of events()) expect(note.length).toBeLessThan(220);
});

test('a phone that goes before its answer comes is told of', async () => {
  const { send, faults, ended, server } = await openPhoneLab();
  faults.slow({ what: 'all' }, { latencyMs: 1_000, jitterMs: 0, bytesPerSecond: null });
  const connection = send(offeringsPath);
  await until(() => server.requests().count === 1);
  connection.leave();
  const [end] = await ended(1);
  expect(end?.note).toMatch(/^(no answer|the phone is gone)/);
  expect(server.requests().last).toMatchObject({ asked: { scope: 'offerings' }, method: 'GET' });
});
