import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { PlayGuest } from '../../../shared/contract/documents.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { startOfTime } from '../../../main/scenario/run.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const small = `# It says what it does.
format: 1
name: A small one
project: { offerings: [{ id: only }], workflows: [{ id: wf_a, offering: only }] }
start: { user: carl }
steps:
  - get-offerings: { as: offerings, wait: false }
  - get-workflow: { offering: only, as: paywall }
  - expect: { paywall: { status: ok, workflow: wf_a } }
  - offline:
  - expect: { paywall: { source: disk } }
  - online:
`;

const playIn = ({ documents: { guest } }: AppState): PlayGuest | null =>
  guest?.kind === 'play' ? guest : null;

/** Nothing of the own session is under way any more. */
const isReady = ({ rows, documents: { caches } }: AppState): boolean => {
  const all = [...rows.workflows.values()];
  const prefetched = all.filter((row) => row.isPrefetched);
  return (
    prefetched.length > 0 &&
    prefetched.every((row) => row.copy !== null && row.isPersisted) &&
    all.every((row) => !row.isAsking) &&
    !caches.offerings.isAsking
  );
};

/** An app with what it prefetches, and a fault, on which a scenario was opened. */
const openWith = async (text = small): Promise<TestApp & { readonly scenario: string }> => {
  const app = await openTestApp();
  await app.until(isReady);
  await app.call('fail', { target: { what: 'list' }, kind: 503 });
  await app.call('openScenario', { name: 'small.pwscenario', text });
  const { documents } = await app.until((state) => state.documents.scenario !== null);
  return { ...app, scenario: documents.scenario?.id ?? '' };
};

const show = async ({ call, until, scenario }: Awaited<ReturnType<typeof openWith>>) => {
  expect(await call('showScenario', { id: scenario, isPlaying: false })).toEqual({
    ok: true,
    value: null,
  });
  const state = await until((now) => playIn(now) !== null);
  return playIn(state)?.id ?? '';
};

const statesOf = (state: AppState): readonly string[] =>
  (playIn(state)?.listed ?? []).map((step) => step.state);

describe('a scenario that is shown', () => {
  it('stands in the place of the own session, at its own time, and is over without a trace', async () => {
    const app = await openWith();
    const folder = temporaryFolder();
    vi.stubEnv('TMPDIR', folder);
    const before = await app.until(isReady);
    const id = await show(app);
    const during = await app.until((now) => playIn(now) !== null);
    expect(during.documents).toMatchObject({
      scenario: null,
      identity: { user: 'carl' },
      clock: { kind: 'virtual', now: startOfTime },
      world: { faults: [] },
      guest: { name: 'A small one', description: 'It says what it does.', played: 0, steps: 6 },
    });
    expect(readdirSync(folder)).toHaveLength(1);
    await app.call('leaveGuest', { id });
    const after = await app.until((now) => now.documents.guest === null);
    expect(after.documents).toMatchObject({
      identity: before.documents.identity,
      clock: { kind: 'real' },
      world: { faults: [{ what: 'list', with: 503 }] },
    });
    expect(after.rows).toEqual(before.rows);
    await app.app.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is played step by step, calls that are not waited for with the step behind them', async () => {
    const app = await openWith();
    const id = await show(app);
    const step = async (played: number) => {
      await app.call('steerScenario', { id, how: 'step' });
      return app.until((state) => playIn(state)?.played === played);
    };
    const first = await app.until((state) => playIn(state) !== null);
    expect(statesOf(first)).toEqual(['now', 'now', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(statesOf(await step(2))).toEqual(['done', 'done', 'now', 'ahead', 'ahead', 'ahead']);
    const checked = await step(3);
    expect(playIn(checked)).toMatchObject({ status: 'paused', checks: 2, failed: 0 });
    expect([...checked.rows.offerings.keys()]).toEqual(['only']);
    const offline = await step(4);
    expect(offline.documents.world.isOnline).toBe(false);
    const failed = await step(5);
    expect(playIn(failed)).toMatchObject({ status: 'stopped', checks: 3, failed: 1 });
    expect(playIn(failed)?.listed[4]?.findings).toEqual([
      { what: 'paywall.source', expected: 'disk', seen: 'network', holds: false },
    ]);
    const last = await step(6);
    expect(playIn(last)).toMatchObject({ status: 'ended', failed: 1 });
    expect(last.documents.world.isOnline).toBe(true);
  });

  it('plays by itself, stops where something does not hold, and goes on by hand', async () => {
    const app = await openWith();
    const id = await show(app);
    await app.call('steerScenario', { id, how: 'fast' });
    await app.call('steerScenario', { id, how: 'play' });
    const stopped = await app.until((state) => playIn(state)?.status === 'stopped');
    expect(playIn(stopped)?.played).toBe(5);
    await app.call('steerScenario', { id, how: 'play' });
    await app.until((state) => playIn(state)?.status === 'ended');
    await app.call('steerScenario', { id, how: 'restart' });
    const again = await app.until((state) => playIn(state)?.played === 0);
    expect(playIn(again)).toMatchObject({ status: 'paused', checks: 0, isFast: true });
    expect([...again.rows.offerings.keys()]).toEqual([]);
  });

  it('lets nobody but its steps change the world, and settings are those of the own session', async () => {
    const app = await openWith();
    const id = await show(app);
    const refused = { ok: false, problem: { code: 'refused' } };
    expect(await app.call('coldStart', null)).toMatchObject(refused);
    expect(await app.call('setRules', { rules: 'ios' })).toMatchObject(refused);
    expect(await app.call('getOfferings', null)).toMatchObject(refused);
    await app.call('changeSettings', { fallbackHost: true });
    app.app.setForeground(false);
    const state = await app.until((now) => now.documents.settings.fallbackHost);
    expect(state.documents.world).toMatchObject({ isForeground: true, rules: 'recommended' });
    expect(playIn(state)?.id).toBe(id);
    await app.call('leaveGuest', { id });
    const own = await app.until((now) => now.documents.guest === null);
    expect(own.documents).toMatchObject({
      identity: { user: 'ana' },
      world: { isForeground: false },
    });
  });

  it('goes when everything is wiped; another takes its place', async () => {
    const app = await openWith();
    const first = await show(app);
    await app.call('openListed', { origin: 'shipped', name: 'a-slow-backend.pwscenario' });
    const { documents } = await app.until((state) => state.documents.scenario !== null);
    await app.call('showScenario', { id: documents.scenario?.id ?? '', isPlaying: true });
    const other = await app.until((state) => playIn(state)?.id !== first);
    expect(playIn(other)?.name).toMatch(/^With a slow backend/);
    expect(await app.call('wipeData', null)).toEqual({ ok: true, value: null });
    await app.until((state) => state.documents.guest === null && isReady(state));
  });
});

describe('the scenarios that need not be looked for', () => {
  it('are those of the app with a sentence each, and those that were saved', async () => {
    const app = await openTestApp();
    const folder = path.join(app.dataFolder, 'scenarios');
    const listed = await app.call('listScenarios', null);
    if (!listed.ok) throw new Error(listed.problem.message);
    expect(listed.value).toHaveLength(10);
    for (const { origin, description, hindrance } of listed.value)
      expect({ origin, hindrance, says: description !== null }).toEqual({
        origin: 'shipped',
        hindrance: null,
        says: true,
      });
    expect(existsSync(folder)).toBe(false);
    const wanted = { origin: 'own' as const, name: '../running.json' };
    expect(await app.call('openListed', wanted)).toMatchObject({ problem: { code: 'not-found' } });
  });
});

describe('a scenario under two sets of rules', () => {
  it('parts where the rules do, and nowhere where they are the same', async () => {
    const app = await openTestApp();
    await app.call('openListed', { origin: 'shipped', name: 'two-rule-sets-differ.pwscenario' });
    const { documents } = await app.until((state) => state.documents.scenario !== null);
    const id = documents.scenario?.id ?? '';
    const same = await app.call('compareRules', { id, rules: ['android', 'android'] });
    if (!same.ok) throw new Error(same.problem.message);
    expect(same.value).toMatchObject({ firstDifference: null, differences: 0, isCut: false });
    const other = await app.call('compareRules', { id, rules: ['recommended', 'android'] });
    if (!other.ok) throw new Error(other.problem.message);
    const { sides, rows, firstDifference } = other.value;
    expect(sides.map(({ checks, failures }) => [checks, failures.length])).toEqual([
      [10, 0],
      [10, 5],
    ]);
    expect(
      rows.slice(0, firstDifference ?? 0).every(([one, two]) => one?.words === two?.words),
    ).toBe(true);
    expect(rows[firstDifference ?? -1]).toContain(null);
  });

  it('is told of in words where its file is another one by then', async () => {
    const app = await openTestApp();
    const file = path.join(temporaryFolder(), 'a.pwscenario');
    writeFileSync(file, small);
    app.app.openScenario(file);
    const { documents } = await app.until((state) => state.documents.scenario !== null);
    writeFileSync(file, 'format: 2');
    const id = documents.scenario?.id ?? '';
    const compared = await app.call('compareRules', { id, rules: ['recommended', 'ios'] });
    expect(compared).toMatchObject({ ok: false, problem: { code: 'refused' } });
    expect(await app.call('showScenario', { id, isPlaying: false })).toMatchObject({ ok: false });
  });
});
