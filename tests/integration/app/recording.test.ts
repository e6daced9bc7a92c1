import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordedCalls, unrecordedSteps } from '../../../main/app/guest/recorded-calls.ts';
import { seededRandom } from '../../../main/clock/random.ts';
import { loadScenario } from '../../../main/scenario/load.ts';
import { runScenario } from '../../../main/scenario/run.ts';
import type { Argument, CallName } from '../../../shared/contract/calls.ts';
import type { RecordingGuest } from '../../../shared/contract/documents.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { ruleSets } from '../../../shared/policies.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const recordingIn = ({ documents: { guest } }: AppState): RecordingGuest | null =>
  guest?.kind === 'recording' ? guest : null;

/** Records from the first question for the offerings on. */
const record = async (app: TestApp): Promise<string> => {
  expect(await app.call('startRecording', null)).toEqual({ ok: true, value: null });
  const state = await app.until((now) => recordingIn(now)?.steps === 1);
  return recordingIn(state)?.id ?? '';
};

const save = async ({ call }: TestApp, id: string, name = 'As it was'): Promise<string> => {
  expect(await call('stopRecording', { id })).toEqual({ ok: true, value: null });
  const saved = await call('saveScenario', { id, name, description: 'It was recorded.' });
  if (!saved.ok) throw new Error(saved.problem.message);
  return saved.value.file;
};

/** As `npm run scenario` plays it, but without a process of its own. */
const replay = async (file: string) => {
  const loaded = loadScenario(file);
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const { rules } = loaded.scenario;
  const result = await runScenario(loaded, { rules, keepGoing: true });
  if (!result.ok) throw new Error(result.message);
  return result;
};

type Deed = { readonly [Name in CallName]: readonly [Name, Argument<Name>] }[CallName];

const scopes = ['offerings', 'list', 'detail', 'cdn', 'asset', 'backend', 'all'] as const;
const kinds = ['refused', 'dns', 'reset', 'truncated', 'bad-json', 'html', 403, 404, 503] as const;
const asked = ['default', 'sale', 'plans', 'gift', 'support', 'wf_survey', 'wf_crew'];
const users = ['ana', 'ben', 'cleo'];

/** One thing that somebody may do next. */
const nextDeed = (random: () => number): Deed => {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const target = () =>
    random() < 0.2
      ? { what: 'detail' as const, id: pick(['wf_crew', 'wf_welcome']) }
      : { what: pick(scopes) };
  const user = pick(users);
  const deeds: readonly (() => Deed)[] = [
    () => ['getOfferings', null],
    () => ['getList', { force: random() < 0.5 }],
    () => ['getWorkflow', { id: pick(asked) }],
    () => ['getWorkflow', { id: pick(asked) }],
    () => ['setOnline', { isOnline: random() < 0.6 }],
    () => ['setForeground', { isForeground: random() < 0.6 }],
    () => ['fail', { target: target(), kind: pick(kinds) }],
    () => ['fail', { target: target(), kind: pick(kinds), times: 2 }],
    () => [
      'slow',
      { target: target(), pace: { latencyMs: 2_000, jitterMs: 0, bytesPerSecond: null } },
    ],
    () => ['hold', { target: target() }],
    () => ['release', { target: random() < 0.5 ? null : target() }],
    () => ['heal', { target: random() < 0.5 ? null : target() }],
    () => ['healEverything', null],
    () => ['setDiskFull', { isFull: random() < 0.4 }],
    () => ['moveClock', { byMs: pick([1_000, 60_000, 300_000, 3_600_000, -300_000]) }],
    () => ['coldStart', null],
    () => ['logIn', { user }],
    () => ['switchUser', { user }],
    () => ['alias', { user }],
    () => ['logOut', null],
    () => ['endFault', { fault: Math.ceil(random() * 5) }],
    () => ['releaseRequest', { request: Math.ceil(random() * 5) }],
  ];
  return pick(deeds)();
};

describe('a recording', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'of anything that somebody may do holds when it is played (%i)',
    async (seed) => {
      const random = seededRandom(seed * 7_919);
      const app = await openTestApp();
      const rules = ruleSets[seed % ruleSets.length] ?? 'recommended';
      await app.call('setRules', { rules });
      const id = await record(app);
      for (let deed = 0; deed < 12; deed += 1) {
        const [name, argument] = nextDeed(random);
        // A call that is held is answered later, or never.
        const called = app.call(name, argument);
        if (!name.startsWith('get')) expect(await called).toMatchObject({ ok: true });
        if (deed % 4 === 3)
          expect(await app.call('addCheck', { id, about: 'sale' })).toEqual({
            ok: true,
            value: null,
          });
      }
      const file = await save(app, id);
      const { checks, failures } = await replay(file);
      expect({ failures, text: readFileSync(file, 'utf8') }).toMatchObject({ failures: [] });
      expect(checks).toBeGreaterThan(20);
    },
    60_000,
  );

  it('counts requests anew from a mark on, and is played again like that', async () => {
    const app = await openTestApp();
    const id = await record(app);
    await app.call('getWorkflow', { id: 'default' });
    expect(await app.call('addMark', { id })).toEqual({ ok: true, value: null });
    await app.call('getList', { force: true });
    const file = await save(app, id);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('\n  - mark:\n');
    expect(text).toMatch(/requests: \{ offerings: 0, list: 1,/);
    expect(await replay(file)).toMatchObject({ failures: [] });
  });

  it('takes no mark when it is stopped', async () => {
    const app = await openTestApp();
    const id = await record(app);
    await app.call('stopRecording', { id });
    expect(await app.call('addMark', { id })).toMatchObject({ ok: false });
  });

  it('says that a file cannot tell of a share that fails', async () => {
    const app = await openTestApp();
    await record(app);
    const target = { what: 'list' as const };
    expect(await app.call('fail', { target, kind: 'flaky', share: 0.2 })).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('50 %') as string },
    });
    expect(await app.call('fail', { target, kind: 'flaky', share: 0.5 })).toMatchObject({
      ok: true,
    });
  });

  it('begins as the app is set up, with nothing broken, and leaves the own session alone', async () => {
    const app = await openTestApp();
    const isReady = ({ rows }: AppState) => rows.workflows.get('wf_welcome')?.copy != null;
    await app.until(isReady);
    await app.call('setRules', { rules: 'android' });
    await app.call('logIn', { user: 'ben' });
    await app.call('setOnline', { isOnline: false });
    const id = await record(app);
    const { documents } = await app.until((now) => recordingIn(now) !== null);
    expect(documents).toMatchObject({
      world: { isOnline: true, rules: 'android' },
      identity: { user: 'ben' },
      guest: { user: 'ben', rules: 'android', status: 'recording', text: null },
    });
    await app.call('switchUser', { user: 'zoe' });
    expect(await app.call('wipeData', null)).toMatchObject({ ok: false });
    expect(await app.call('startRecording', null)).toMatchObject({ problem: { code: 'refused' } });
    await app.call('leaveGuest', { id });
    const own = await app.until((now) => now.documents.guest === null);
    expect(own.documents).toMatchObject({
      world: { isOnline: false },
      identity: { user: 'ben', known: ['ben', 'ana'] },
    });
  });

  it('is a file that says what was done, in the folder of those that people saved', async () => {
    const app = await openTestApp();
    const id = await record(app);
    await app.call('fail', { target: { what: 'detail' }, kind: 403 });
    await app.call('getWorkflow', { id: 'plans' });
    await app.call('coldStart', null);
    const file = await save(app, id, 'Ärger: 403 für “plans”!');
    expect(path.relative(app.dataFolder, file)).toBe(
      path.join('scenarios', 'arger-403-fur-plans.pwscenario'),
    );
    expect(readFileSync(file, 'utf8').split('\n').slice(0, 14)).toEqual([
      '# It was recorded.',
      '',
      'format: 1',
      'name: "Ärger: 403 für “plans”!"',
      'rules: recommended',
      'project: demo',
      'start: { user: ana }',
      'steps:',
      '  - get-offerings: { as: offerings-1 }',
      '  - fail: { what: detail, with: 403 }',
      '  - get-workflow: { offering: plans, as: plans-1 }',
      '  - cold-start:',
      '  - get-offerings: { as: offerings-2 }',
      '  - expect:',
    ]);
    const listed = await app.call('listScenarios', null);
    expect(listed.ok && listed.value.at(-1)).toEqual({
      origin: 'own',
      name: 'arger-403-fur-plans.pwscenario',
      title: 'Ärger: 403 für “plans”!',
      description: 'It was recorded.',
      hindrance: null,
    });
    expect((await replay(file)).failures).toEqual([]);
  });

  it('takes back the last thing that was done, with all that came of it', async () => {
    const app = await openTestApp();
    const id = await record(app);
    await app.call('getWorkflow', { id: 'plans' });
    await app.call('logIn', { user: 'ben' });
    await app.until((now) => recordingIn(now)?.steps === 4);
    await app.call('undoStep', { id });
    const state = await app.until(
      (now) => recordingIn(now)?.steps === 2 && now.rows.workflows.get('wf_plans')?.copy != null,
    );
    expect(state.documents.identity.user).toBe('ana');
    await app.call('stopRecording', { id });
    await app.until((now) => recordingIn(now)?.status === 'stopped');
    expect(await app.call('coldStart', null)).toMatchObject({ problem: { code: 'refused' } });
    await app.call('undoStep', { id });
    await app.until((now) => recordingIn(now)?.status === 'recording');
    const file = await save(app, id);
    expect((await replay(file)).failures).toEqual([]);
  });

  it('refuses in words what a file cannot say, and records nothing of it', async () => {
    const app = await openTestApp();
    await record(app);
    const refusals = await Promise.all([
      app.call('getWorkflow', { id: 'nobody-knows-it' }),
      app.call('hold', { target: { what: 'list', id: 'wf_crew' } }),
      app.call('setRules', { rules: 'ios' }),
      app.call('setClock', { kind: 'real' }),
      app.call('fail', { target: { what: 'list' }, kind: 'flaky', share: 0.1 }),
    ]);
    for (const outcome of refusals)
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'refused' } });
    const state = await app.until((now) => recordingIn(now) !== null);
    expect(recordingIn(state)?.steps).toBe(1);
  });
});

describe('the table of what is recorded', () => {
  it('has a step for each call that changes the world, and a reason for each other', () => {
    const rules = Object.entries(recordedCalls);
    const reasons = rules.flatMap(([name, rule]) =>
      typeof rule === 'function' ? [] : [[name, rule.aside]],
    );
    for (const [, reason] of reasons) expect(reason).toMatch(/^[A-Z].*\.$/);
    expect(rules.flatMap(([name, rule]) => (typeof rule === 'function' ? [name] : []))).toEqual([
      'getOfferings',
      'getList',
      'getWorkflow',
      'setOnline',
      'setForeground',
      'setRules',
      'fail',
      'slow',
      'hold',
      'release',
      'releaseRequest',
      'endFault',
      'setDiskFull',
      'setClock',
      'moveClock',
      'heal',
      'healEverything',
      'coldStart',
      'logIn',
      'logOut',
      'switchUser',
      'alias',
    ]);
    expect(Object.keys(unrecordedSteps)).toEqual(['change', 'corrupt', 'settle', 'mark', 'expect']);
  });
});
