import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { DiskState } from '../../../shared/contract/disk.ts';
import { mostLayoutParts } from '../../../shared/contract/layout.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const lookAtDisk = async ({ call }: TestApp, workflow: string | null): Promise<DiskState> => {
  const read = await call('readDisk', { workflow });
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
};

/** An app in whose memory the prefetched workflows are, and on disk. */
const open = async () => {
  const app = await openTestApp();
  const state = await app.until(
    ({ rows }) =>
      rows.workflows.get('wf_welcome')?.isPersisted === true &&
      rows.workflows.get('wf_winter_swim')?.copy != null,
  );
  const hashOf = (id: string): string => state.rows.workflows.get(id)?.copy?.bodyHash ?? '';
  return { ...app, hashOf };
};

it('tells what is on disk of a workflow, where, and since when', async () => {
  const app = await open();
  const disk = await lookAtDisk(app, 'wf_welcome');
  const file = path.join(disk.folder, disk.workflow?.envelope?.name ?? '');
  expect(disk).toMatchObject({
    list: { name: 'list.json', storedAt: expect.any(Number) },
    offerings: { name: 'offerings.json' },
    workflow: {
      envelope: { keep: 'prefetched', action: 'inline', storedAt: expect.any(Number) },
      unlisted: 0,
    },
    quarantine: { count: 0 },
  });
  expect(readFileSync(file).byteLength).toBe(disk.workflow?.envelope?.sizeBytes);
  expect(disk.workflow?.files.length).toBeGreaterThan(5);
});

it('tells what is missing: of what was opened on demand nothing is saved', async () => {
  const app = await open();
  await app.call('getWorkflow', { id: 'plans' });
  const disk = await lookAtDisk(app, 'wf_plans');
  expect(disk.workflow?.envelope).toBe(null);
  expect((await lookAtDisk(app, null)).workflow).toBe(null);
  expect((await lookAtDisk(app, 'no such workflow')).workflow).toEqual({
    envelope: null,
    files: [],
    unlisted: 0,
  });
});

it('leaves a damaged envelope where it is', async () => {
  const app = await open();
  const before = await lookAtDisk(app, 'wf_welcome');
  const file = path.join(before.folder, before.workflow?.envelope?.name ?? '');
  writeFileSync(file, '{"schema":1,"kind":"envelope"');
  const disk = await lookAtDisk(app, 'wf_welcome');
  expect(disk.workflow?.envelope).toMatchObject({ storedAt: null, action: null });
  expect([existsSync(file), disk.quarantine.count]).toEqual([true, 0]);
});

it('tells what a workflow came in, and all of it but the screens', async () => {
  const { call, hashOf } = await open();
  const read = await call('readEnvelope', { id: 'wf_welcome', bodyHash: hashOf('wf_welcome') });
  if (!read.ok) throw new Error(read.problem.message);
  const { head, ...envelope } = read.value;
  expect(envelope).toEqual({
    action: 'inline',
    url: null,
    hash: null,
    envelopeBytes: expect.any(Number),
    bodyBytes: null,
  });
  expect(Object.keys(JSON.parse(head) as object)).toEqual(
    expect.arrayContaining(['id', 'initialStepId', 'steps']),
  );
  const other = await call('readEnvelope', { id: 'wf_welcome', bodyHash: 'other' });
  expect(other.ok || other.problem.code).toBe('not-found');
});

it('keeps the layout, and refuses what is none', async () => {
  const { call, dataFolder } = await open();
  expect(await call('changeLayout', { window: '{"a":1}' })).toEqual({ ok: true, value: null });
  expect(await call('readLayout', null)).toEqual({ ok: true, value: { window: '{"a":1}' } });
  const many = Array.from({ length: mostLayoutParts }, (_, at) => [`part-${'x'.repeat(at)}`, '']);
  const refused = [
    await call('changeLayout', Object.fromEntries(many) as Record<string, string>),
    await call('changeLayout', { 'no/name': '' }),
    await call('changeLayout', { window: 'x'.repeat(5_000) }),
  ];
  expect(refused.map((outcome) => outcome.ok || outcome.problem.code)).toEqual([
    'refused',
    'bad-argument',
    'bad-argument',
  ]);
  await call('wipeData', null);
  expect(await call('readLayout', null)).toEqual({ ok: true, value: {} });
  expect(existsSync(path.join(dataFolder, 'layout.json'))).toBe(false);
});
