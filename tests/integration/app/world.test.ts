import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../shared/contract/calls.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { freshnessAt } from '../../../renderer/state/moment.ts';
import { openTestApp } from '../../helpers/test-app.ts';

const minute = 60_000;

const isPrefetched = ({ rows }: AppState): boolean => {
  const wanted = [...rows.workflows.values()].filter((row) => row.isPrefetched);
  return wanted.length > 0 && wanted.every((row) => row.copy !== null && row.isPersisted);
};

const isIdle = ({ rows, documents: { caches } }: AppState): boolean =>
  !caches.offerings.isAsking &&
  !caches.list.isAsking &&
  [...rows.workflows.values()].every((row) => !row.isAsking);

/** An app that has what it prefetches. */
const openReadyApp = async () => {
  const app = await openTestApp();
  await app.until((state) => isPrefetched(state) && isIdle(state));
  return app;
};

const copyOf = ({ rows }: AppState, id: string) => rows.workflows.get(id)?.copy ?? null;

const nowOf = ({ documents: { clock } }: AppState): number =>
  clock.kind === 'virtual' ? clock.now : 0;

const all = { what: 'all' as const };

describe('what is broken on purpose', () => {
  it('is told with all that it was set to', async () => {
    const { call, until } = await openReadyApp();
    const pace = { latencyMs: 800, jitterMs: 50, bytesPerSecond: 64_000 };
    await call('fail', { target: { what: 'list' }, kind: 'flaky', share: 0.25 });
    await call('slow', { target: { what: 'cdn' }, pace });
    await call('hold', { target: { what: 'detail', id: 'wf_plans' } });
    await call('fail', { target: { what: 'offerings' }, kind: 403, times: 3 });
    const { documents } = await until((state) => state.documents.world.faults.length === 4);
    const plain = { id: null, with: null, times: null, pace: null, share: null };
    expect(documents.world).toMatchObject({
      faults: [
        { ...plain, how: 'fail', what: 'list', with: 'flaky', share: 0.25 },
        { ...plain, how: 'slow', what: 'cdn', pace },
        { ...plain, how: 'hold', what: 'detail', id: 'wf_plans' },
        { ...plain, how: 'fail', what: 'offerings', with: 403, times: 3 },
      ],
      // What is aimed, or ends by itself, is not what every request meets.
      scopes: {
        offerings: { with: null, isSlow: false, isHeld: false },
        list: { with: 'flaky', isSlow: false, isHeld: false },
        detail: { with: null, isSlow: false, isHeld: false },
        cdn: { with: null, isSlow: true, isHeld: false },
      },
    });
  });

  it('ends one by one, and what lay below applies again', async () => {
    const { call, until } = await openReadyApp();
    await call('fail', { target: all, kind: 503 });
    await call('fail', { target: { what: 'list' }, kind: 'timeout' });
    const broken = await until((state) => state.documents.world.faults.length === 2);
    expect(broken.documents.world.scopes.list.with).toBe('timeout');
    const [, list] = broken.documents.world.faults;
    await call('endFault', { fault: list?.fault ?? 0 });
    const { documents } = await until((state) => state.documents.world.faults.length === 1);
    expect(documents.world.scopes.list.with).toBe(503);
  });

  it('is what a failure is put down to, also after it was healed', async () => {
    const { call, until } = await openReadyApp();
    await call('fail', { target: { what: 'detail' }, kind: 503, times: 1 });
    await call('getWorkflow', { id: 'wf_plans' });
    const failed = await until(({ rows }) => rows.workflows.get('wf_plans')?.failure != null);
    expect(failed.rows.workflows.get('wf_plans')?.failure).toMatchObject({
      code: 'backend-error',
      isOnPurpose: true,
    });
    await call('healEverything', null);
    const { rows } = await until(({ documents: { world } }) => world.faults.length === 0);
    expect(rows.workflows.get('wf_plans')?.failure?.isOnPurpose).toBe(true);
  });

  it('is a full disk, too', async () => {
    const { call, until } = await openReadyApp();
    await call('setDiskFull', { isFull: true });
    await until(({ documents }) => documents.world.isDiskFull);
    await call('healEverything', null);
    await until(({ documents }) => !documents.world.isDiskFull);
  });
});

describe('held requests', () => {
  it('are told while they wait, and go on one by one', async () => {
    const { call, until } = await openReadyApp();
    await call('hold', { target: { what: 'detail' } });
    const answers = ['wf_plans', 'wf_watch'].map((id) => call('getWorkflow', { id }));
    const { documents } = await until(({ documents: { world } }) => world.waiting.length === 2);
    const { waiting } = documents.world;
    expect(waiting.map(({ what, id }) => `${what} ${id ?? ''}`).toSorted()).toEqual([
      'detail wf_plans',
      'detail wf_watch',
    ]);
    const plans = waiting.find(({ id }) => id === 'wf_plans');
    await call('releaseRequest', { request: plans?.request ?? 0 });
    expect(await answers[0]).toMatchObject({ ok: true, value: { status: 'ok' } });
    // The hold stays for the others.
    await until(({ documents: { world } }) => world.waiting.length === 1);
    await call('release', { target: null });
    expect(await answers[1]).toMatchObject({ ok: true, value: { status: 'ok' } });
    const after = await until(({ documents: { world } }) => world.waiting.length === 0);
    expect(after.documents.world.faults).toEqual([]);
  });

  it('are let go by their id, which ends the hold for that one only', async () => {
    const { call, until } = await openReadyApp();
    await call('hold', { target: { what: 'detail' } });
    const answer = call('getWorkflow', { id: 'wf_plans' });
    void call('getWorkflow', { id: 'wf_watch' });
    await until(({ documents: { world } }) => world.waiting.length === 2);
    await call('release', { target: { what: 'detail', id: 'wf_plans' } });
    expect(await answer).toMatchObject({ ok: true, value: { status: 'ok' } });
    const { documents } = await until(({ documents: { world } }) => world.waiting.length === 1);
    expect(documents.world.waiting[0]?.id).toBe('wf_watch');
  });

  it('of a former user wait on, and what they bring is shown to nobody', async () => {
    const { call, until } = await openReadyApp();
    await call('hold', { target: { what: 'detail' } });
    await call('switchUser', { user: 'ben' });
    const { documents } = await until(({ documents: { world } }) => world.waiting.length === 4);
    expect(documents.world.waiting.map(({ what }) => what)).toEqual(Array(4).fill('detail'));
    await call('switchUser', { user: 'cleo' });
    // Those of the user before are still there: a request does not know who has left.
    await until(({ documents: { world } }) => world.waiting.length > 4);
    await call('release', { target: null });
    const { documents: after } = await until(
      (state) => isPrefetched(state) && state.documents.identity.user === 'cleo',
    );
    expect(after.caches.leaks).toBe(0);
  });
});

describe('the clock', () => {
  it('is real at the start, and stands still when it is virtual', async () => {
    const { call, until } = await openReadyApp();
    await until(({ documents }) => documents.clock.kind === 'real');
    await call('setClock', { kind: 'virtual' });
    const before = await until(({ documents }) => documents.clock.kind === 'virtual');
    await call('getOfferings', null);
    const after = await until(isIdle);
    expect(after.documents.clock).toEqual(before.documents.clock);
    await call('setClock', { kind: 'real' });
    await until(({ documents }) => documents.clock.kind === 'real');
  });

  it('makes what is in memory stale when it is moved by five minutes', async () => {
    const { call, until } = await openReadyApp();
    await call('setClock', { kind: 'virtual' });
    const stopped = await until(({ documents }) => documents.clock.kind === 'virtual');
    const start = nowOf(stopped);
    expect(await call('moveClock', { byMs: 5 * minute })).toEqual({ ok: true, value: null });
    const now = start + 5 * minute;
    const state = await until((later) => nowOf(later) === now);
    const { storedAt = 0 } = copyOf(state, 'wf_welcome') ?? {};
    const { world } = state.documents;
    expect(
      [start, now].map((at) => freshnessAt(storedAt, { ...world, now: at }).freshness),
    ).toEqual(['fresh', 'stale']);
    expect(await call('getWorkflow', { id: 'wf_welcome' })).toMatchObject({
      value: { source: 'memory', freshness: 'stale' },
    });
    // Behind it, it was fetched anew at the time that is shown.
    await until((later) => copyOf(later, 'wf_welcome')?.storedAt === now);
  });

  it('makes what lies in the future stale when it goes back', async () => {
    const { call, until } = await openReadyApp();
    await call('moveClock', { byMs: 60 * minute });
    await call('getList', { force: true });
    await until(isIdle);
    await call('setClock', { kind: 'real' });
    await until(({ documents }) => documents.clock.kind === 'real');
    expect(await call('getWorkflow', { id: 'wf_welcome' })).toMatchObject({
      value: { source: 'memory', freshness: 'stale' },
    });
  });

  it('can be set to a moment', async () => {
    const { call, until } = await openReadyApp();
    const to = Date.UTC(2030, 0, 1);
    await call('moveClock', { to });
    await until(({ documents: { clock } }) => clock.kind === 'virtual' && clock.now === to);
  });

  it('lets a slow answer and a time limit wait until it is moved', async () => {
    const { call, until } = await openReadyApp();
    await call('setClock', { kind: 'virtual' });
    const pace = { latencyMs: 2_000, jitterMs: 0, bytesPerSecond: null };
    await call('slow', { target: { what: 'detail' }, pace });
    const slow = call('getWorkflow', { id: 'wf_plans' });
    await until(({ rows }) => rows.workflows.get('wf_plans')?.isAsking === true);
    await call('moveClock', { byMs: 2_000 });
    expect(await slow).toMatchObject({ value: { status: 'ok', source: 'network' } });
    await call('fail', { target: { what: 'detail' }, kind: 'timeout' });
    const hanging = call('getWorkflow', { id: 'wf_watch' });
    await until(({ rows }) => rows.workflows.get('wf_watch')?.isAsking === true);
    await call('moveClock', { byMs: 5 * minute });
    expect(await hanging).toMatchObject({ value: { status: 'error', code: 'no-answer' } });
  });

  it('is real again after a restart', async () => {
    const first = await openReadyApp();
    await first.call('moveClock', { byMs: minute });
    await first.app.close();
    const second = await openTestApp(first.dataFolder);
    await second.until(({ documents }) => documents.clock.kind === 'real');
  });

  it('is real again when the session is opened anew', async () => {
    const { call, until } = await openReadyApp();
    await call('moveClock', { byMs: minute });
    await call('changeSettings', { timelineEvents: 2_000 });
    await until(({ documents }) => documents.clock.kind === 'real');
  });
});

it.each([
  ['slow', { target: all, pace: { latencyMs: -1, jitterMs: 0, bytesPerSecond: null } }],
  ['slow', { target: all, pace: { latencyMs: 1, jitterMs: 0, bytesPerSecond: 0 } }],
  ['fail', { target: all, kind: 'flaky', share: 2 }],
  ['fail', { target: all, kind: 'flaky', share: 0 }],
  ['hold', { target: { what: 'moon' } }],
  ['releaseRequest', { request: 'a' }],
  ['moveClock', { byMs: 1.5 }],
  ['moveClock', { byMs: 1, to: 2 }],
  ['moveClock', { to: -1 }],
  ['setClock', { kind: 'sand' }],
] as const)('%s is refused with %j', async (name: CallName, argument) => {
  const { app } = await openTestApp();
  expect(await app.call(name, argument)).toMatchObject({
    ok: false,
    problem: { code: 'bad-argument' },
  });
});
