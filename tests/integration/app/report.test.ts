import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { callNames } from '../../../shared/contract/calls.ts';
import type { Argument, CallName } from '../../../shared/contract/calls.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { nothingChanges, reportPartBytes } from '../../../shared/report/file.ts';
import { everything } from '../../../shared/timeline/filter.ts';
import { recordedCalls } from '../../../main/app/guest/recorded-calls.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const eventsIn = async ({ call }: TestApp): Promise<readonly string[]> => {
  const exported = await call('exportTimeline', { filter: everything, after: null, upTo: null });
  if (!exported.ok) throw new Error(exported.problem.message);
  return readFileSync(exported.value.file, 'utf8').trimEnd().split('\n');
};

const isIdle = (events: readonly string[]): boolean => {
  const count = (type: string): number =>
    events.filter((event) => event.includes(`"type":"${type}"`)).length;
  return count('downloaded') > 40 && count('requested') === count('responded');
};

/** Everything that it asks for by itself has come, pictures, too. */
const untilIdle = async (app: TestApp): Promise<AppState> => {
  for (;;) {
    const state = await app.until(() => true);
    if (isIdle(await eventsIn(app))) return app.until(() => true);
    const { files } = state.documents.caches;
    await app.until(({ documents }) => documents.caches.files !== files);
  }
};

/** An app in which something is broken, and a report of it. */
const openReported = async () => {
  const app = await openTestApp();
  await untilIdle(app);
  await app.call('fail', { target: { what: 'list' }, kind: 503 });
  await app.call('getList', { force: true });
  await app.call('changeStage', { device: 'android', locale: 'de_DE' });
  const before = await app.until(
    ({ documents }) =>
      documents.caches.list.failure !== null && documents.stage.device === 'android',
  );
  const saved = await app.call('saveReport', { withAssets: true });
  if (!saved.ok) throw new Error(saved.problem.message);
  return { app, before, saved: saved.value };
};

const reportOf = ({ documents }: AppState) =>
  documents.guest?.kind === 'report' ? documents.guest : null;

const openIn = async (app: TestApp, file: string) => {
  expect(await app.app.openReport(file)).toEqual({ ok: true, value: null });
  const state = await app.until((now) => reportOf(now) !== null);
  return { state, id: reportOf(state)?.id ?? '' };
};

it('is shown in another app as it was: rows, world, user, caches, and every event', async () => {
  const { app, before, saved } = await openReported();
  const timeline = (await eventsIn(app)).map((line): unknown => JSON.parse(line));
  const other = await openTestApp();
  const { state } = await openIn(other, saved.file);
  const { world, identity, caches, stage } = before.documents;
  expect(state.rows).toEqual(before.rows);
  expect(state.documents).toMatchObject({ world, identity, caches, stage });
  expect(state.documents.clock.kind).toBe('virtual');
  const read = (await eventsIn(other)).map((line): unknown => JSON.parse(line));
  expect(read).toEqual(timeline);
  expect(read.length).toBeGreaterThan(150);
  expect(saved).toMatchObject({ leftOut: [], hindrance: 'There is no file manager here.' });
});

it('is a zip that a person can read, with everything in it named', async () => {
  const { saved } = await openReported();
  const files = unzipSync(readFileSync(saved.file));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  expect(text('README.txt')).toContain('App user ids are NOT taken out');
  expect(JSON.parse(text('report.json'))).toMatchObject({ format: 1, rules: 'recommended' });
  expect(JSON.parse(text('state.json'))).toMatchObject({
    world: { faults: [{ how: 'fail', what: 'list', with: 503 }] },
  });
  expect(Object.keys(files).filter((name) => name.startsWith('assets/')).length).toBeGreaterThan(5);
  expect(path.dirname(saved.file)).toMatch(/exports$/);
  expect(saved.sizeBytes).toBe(readFileSync(saved.file).length);
});

it('draws paywalls from the bodies and the files that it holds', async () => {
  const { app, before, saved } = await openReported();
  const bodyHash = before.rows.workflows.get('wf_winter_swim')?.copy?.bodyHash ?? '';
  const name = { id: 'wf_winter_swim', bodyHash };
  const paper = await app.call('readWorkflow', name);
  const files = await app.call('findFiles', { kind: 'workflow', ...name });
  const envelope = await app.call('readEnvelope', name);
  const disk = await app.call('readDisk', { workflow: name.id });
  const own = [...before.rows.offerings.values()].find(({ hasOwnPaywall }) => hasOwnPaywall);
  const ownName = {
    id: own?.id ?? '',
    bodyHash: before.documents.caches.offerings.copy?.bodyHash ?? '',
  };
  const ownPaper = await app.call('readOwnPaywall', ownName);

  const other = await openTestApp();
  await openIn(other, saved.file);
  expect(await other.call('readWorkflow', name)).toEqual(paper);
  expect(await other.call('findFiles', { kind: 'workflow', ...name })).toEqual(files);
  expect(await other.call('readEnvelope', name)).toEqual(envelope);
  expect(await other.call('readDisk', { workflow: name.id })).toEqual(disk);
  expect(await other.call('readOwnPaywall', ownName)).toEqual(ownPaper);
  expect(ownPaper.ok && files.ok).toBe(true);
  const [asset] = Object.values(files.ok ? files.value.files : {});
  const opened = await other.app.openAsset(asset ?? '');
  expect(opened?.sizeBytes).toBeGreaterThan(0);
  await opened?.close();
});

/** An argument that the contract takes, of each call that would change the world. */
const changes: Partial<{ readonly [Name in CallName]: Argument<Name> }> = {
  getOfferings: null,
  getList: { force: true },
  getWorkflow: { id: 'plans' },
  setOnline: { isOnline: false },
  setForeground: { isForeground: false },
  setRules: { rules: 'ios' },
  fail: { target: { what: 'all' }, kind: 503 },
  slow: { target: { what: 'all' }, pace: { latencyMs: 1, jitterMs: 0, bytesPerSecond: null } },
  hold: { target: { what: 'all' } },
  release: { target: null },
  releaseRequest: { request: 1 },
  endFault: { fault: 1 },
  setDiskFull: { isFull: true },
  setClock: { kind: 'real' },
  moveClock: { byMs: 1 },
  heal: { target: null },
  healEverything: null,
  coldStart: null,
  logIn: { user: 'eve' },
  logOut: null,
  switchUser: { user: 'eve' },
  alias: { user: 'eve' },
};

it('refuses every call that would change the world, in words, and changes neither', async () => {
  const { saved } = await openReported();
  const other = await openTestApp();
  const own = await untilIdle(other);
  const { state, id } = await openIn(other, saved.file);
  const world = callNames.filter((name) => typeof recordedCalls[name] === 'function');
  expect(Object.keys(changes).sort()).toEqual([...world].sort());
  for (const name of world)
    expect(await other.app.call(name, changes[name])).toEqual({
      ok: false,
      problem: { code: 'refused', message: nothingChanges },
    });
  const after = await other.until(() => true);
  expect(after.documents.world).toEqual(state.documents.world);
  await other.call('leaveGuest', { id });
  const left = await other.until(({ documents }) => documents.guest === null);
  expect(left.documents.world).toEqual(own.documents.world);
  expect(left.rows).toEqual(own.rows);
});

it('keeps how it is looked at apart from how the person’s own paywalls are', async () => {
  const { saved } = await openReported();
  const other = await openTestApp();
  const { id } = await openIn(other, saved.file);
  await other.call('changeStage', { device: 'ipad' });
  await other.until(({ documents }) => documents.stage.device === 'ipad');
  await other.call('leaveGuest', { id });
  const left = await other.until(({ documents }) => documents.guest === null);
  expect(left.documents.stage.device).toBe('iphone');
});

it('is handed over by a window in parts, and leaves no folder behind when it is left', async () => {
  const { saved } = await openReported();
  const bytes = readFileSync(saved.file);
  const other = await openTestApp();
  const folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  const size = Math.min(reportPartBytes, Math.ceil(bytes.length / 3));
  for (let offset = 0; offset < bytes.length; offset += size) {
    const part = bytes.subarray(offset, offset + size);
    const isLast = offset + size >= bytes.length;
    const argument = {
      upload: 'u1',
      name: 'bug.zip',
      offset,
      bytes: part.toString('base64'),
      isLast,
    };
    expect(await other.call('openReport', argument)).toEqual({ ok: true, value: null });
  }
  const state = await other.until((now) => reportOf(now) !== null);
  expect(reportOf(state)).toMatchObject({ file: 'bug.zip', of: 'session', project: 'demo' });
  expect(readdirSync(folder)).toHaveLength(1);
  await other.app.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('puts off a file that was begun when another is, and says so', async () => {
  const { call } = await openTestApp();
  const part = { name: 'bug.zip', bytes: 'AAAA', isLast: false };
  await call('openReport', { ...part, upload: 'u1', offset: 0 });
  await call('openReport', { ...part, upload: 'u2', offset: 0 });
  expect(await call('openReport', { ...part, upload: 'u1', offset: 3 })).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('Another report was opened meanwhile') },
  });
});

it('is no report of a report, and takes no recording’s place', async () => {
  const { app, saved } = await openReported();
  await app.call('startRecording', null);
  expect(await app.app.openReport(saved.file)).toMatchObject({
    ok: false,
    problem: { message: 'A recording is on the desk. Save it or discard it first.' },
  });
  const other = await openTestApp();
  await openIn(other, saved.file);
  expect(await other.call('saveReport', { withAssets: false })).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('a report already') },
  });
});

it('is counted by what is in it, whatever it says of itself', async () => {
  const { saved, before } = await openReported();
  const files = unzipSync(readFileSync(saved.file));
  const about = JSON.parse(strFromU8(files['report.json'] ?? new Uint8Array())) as object;
  const counts = { workflowsInMemory: 0, assets: 0, events: 9e15, offerings: 0, workflows: 0 };
  files['report.json'] = strToU8(JSON.stringify({ ...about, counts }));
  const file = path.join(temporaryFolder(), 'lying.zip');
  writeFileSync(file, zipSync(files));
  const other = await openTestApp();
  const { state } = await openIn(other, file);
  const told = reportOf(state)?.counts;
  expect(told?.offerings).toBe(before.rows.offerings.size);
  expect(told?.events).toBeLessThan(1_000);
});

it('says in words why a file is not opened, and shows what it showed before', async () => {
  const { app, until, dataFolder } = await openTestApp();
  const missing = path.join(dataFolder, 'missing.zip');
  expect(await app.openReport(missing)).toEqual({
    ok: false,
    problem: { code: 'system', message: 'missing.zip cannot be opened: it is not there.' },
  });
  expect(await app.openReport(dataFolder)).toMatchObject({ problem: { code: 'refused' } });
  const { documents } = await until(() => true);
  expect(documents.guest).toBe(null);
  expect(existsSync(path.join(dataFolder, 'exports'))).toBe(false);
});
