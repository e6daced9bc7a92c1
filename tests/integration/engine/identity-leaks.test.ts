import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { brief, watch } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const ana = appUserId('ana');
const ben = appUserId('ben');

/** Everything that ana asked for comes after ben has become current. */
const openLate = async (rules: RuleSet): Promise<Lab> => {
  const lab = await openLab({ rules });
  lab.faults.hold({ what: 'detail' });
  const list = watch(lab.engine.getWorkflowsList());
  await lab.settle();
  lab.engine.logIn(ben);
  lab.faults.release();
  await lab.settle();
  if (list.now() === 'pending') throw new Error('the list never completed');
  return lab;
};

const storedUsers = ({ disk }: Lab) => {
  const read = (id: string): string => {
    const found = disk.readEnvelope(disk.keyOf(id));
    return found.status === 'present' ? found.value.user : found.status;
  };
  return [read('wf_a'), read('wf_b')];
};

describe('a late write under android (#3547)', () => {
  it('G-05 under android late prefetches reach memory and disk, filed under the former user', async () => {
    const lab = await openLate('android');
    const { details } = lab.engine.snapshot();
    expect({
      memory: [...details].map(([id, { user }]) => `${id} of ${user}`),
      disk: storedUsers(lab),
      leaks: lab.engine.leaks(),
    }).toEqual({ memory: ['wf_a of ana', 'wf_b of ana'], disk: ['ana', 'ana'], leaks: 0 });
  });

  it('G-05 under android each answer out of a late write is a leak, and the timeline says whose it was', async () => {
    const lab = await openLate('android');
    const answers = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_b')];
    const leaked = lab.find('leaked');
    expect({
      answers: answers.map(brief),
      leaks: lab.engine.leaks(),
      told: { user: leaked?.user, note: leaked?.note },
      cause: lab.timeline.find(leaked?.cause ?? 0)?.type,
    }).toEqual({
      answers: ['wf_a', 'wf_b'].map((workflow) => ({
        status: 'ok',
        source: 'memory',
        freshness: 'fresh',
        workflow,
        revision: 1,
        isFormerUser: false,
      })),
      leaks: 2,
      told: { user: 'ben', note: 'This was fetched for ana.' },
      cause: 'hit',
    });
  });

  it('G-04 under android a late list is stored with its map, sets no prefetch off, and leaks to who asks next', async () => {
    const lab = await openLab({ rules: 'android' });
    lab.faults.hold({ what: 'list' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    const before = lab.engine.leaks();
    const list = brief(await lab.engine.getWorkflowsList());
    expect({
      before,
      list,
      leaks: lab.engine.leaks(),
      map: memoryOf(lab).map,
      disk: lab.disk.contents(),
      details: lab.requests('detail'),
    }).toEqual({
      before: 0,
      list: { status: 'ok', source: 'memory', freshness: 'fresh', isFormerUser: false },
      leaks: 1,
      map: { default: 'wf_a', sale: 'wf_b' },
      disk: { offerings: false, list: true, envelopes: [], quarantined: 0 },
      details: 0,
    });
  });

  it('G-09 under android late offerings are stored without asking for the list, and leak to who asks next', async () => {
    const lab = await openLab({ rules: 'android' });
    lab.faults.hold({ what: 'offerings' });
    void lab.engine.getOfferings();
    await lab.settle();
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    const lists = lab.requests('list');
    await lab.engine.getOfferings();
    expect([lists, lab.engine.leaks(), lab.requests('offerings')]).toEqual([0, 1, 1]);
  });

  it('G-07 under android a late refresh behind a stale detail is written', async () => {
    const lab = await openLab({ rules: 'android' });
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(5 * 60_000);
    lab.faults.hold({ what: 'detail' });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    await lab.engine.getWorkflow('wf_a');
    expect([memoryOf(lab).details, lab.engine.leaks()]).toEqual([{ wf_a: 'fresh' }, 1]);
  });

  it('T-10 under android after A, B and A again the late answer is stored and is no leak', async () => {
    const lab = await openLab({ rules: 'android' });
    lab.faults.hold({ what: 'detail' });
    const late = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    lab.engine.logIn(ben);
    lab.engine.logIn(ana);
    lab.faults.release();
    await lab.settle();
    const next = brief(await lab.engine.getWorkflow('wf_a'));
    const ok = { status: 'ok', freshness: 'fresh', workflow: 'wf_a', revision: 1 };
    expect([late.now(), next, lab.engine.leaks(), lab.requests('detail')]).toEqual([
      { ...ok, source: 'network', isFormerUser: true },
      { ...ok, source: 'memory', isFormerUser: false },
      0,
      1,
    ]);
  });
});

describe('a leak through the disk under android (#3547 and #3548)', () => {
  it('G-05 under android envelopes written late are restored for the next user and leak', async () => {
    const lab = await openLate('android');
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    await lab.engine.getWorkflowsList();
    const restored = brief(await lab.engine.getWorkflow('wf_a'));
    expect([restored, lab.engine.leaks()]).toEqual([
      {
        status: 'ok',
        source: 'memory',
        freshness: 'fresh',
        workflow: 'wf_a',
        revision: 1,
        isFormerUser: false,
      },
      1,
    ]);
  });

  it('G-05 under android an envelope written late answers the failing detail of the next user, and leaks', async () => {
    const lab = await openLate('android');
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    const answer = brief(await lab.engine.getWorkflow('wf_b'));
    expect([answer, lab.engine.leaks()]).toEqual([
      {
        status: 'ok',
        source: 'disk',
        freshness: 'fresh',
        workflow: 'wf_b',
        revision: 1,
        isFormerUser: false,
      },
      1,
    ]);
  });
});

describe.each(['recommended', 'ios'] as const)('the same stories under %s', (rules) => {
  it('G-05 leak nothing: the next user asks the backend anew', async () => {
    const lab = await openLate(rules);
    const answer = brief(await lab.engine.getWorkflow('wf_a'));
    expect([answer, lab.engine.leaks(), lab.find('leaked')]).toEqual([
      {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_a',
        revision: 1,
        isFormerUser: false,
      },
      0,
      undefined,
    ]);
  });

  it('G-05 leak nothing through the disk either: with the backend down there is only an error', async () => {
    const lab = await openLate(rules);
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    await lab.engine.getWorkflowsList();
    const answer = brief(await lab.engine.getWorkflow('wf_a'));
    expect([answer, lab.engine.leaks()]).toEqual([
      { status: 'error', error: 'backend-error', isFormerUser: false },
      0,
    ]);
  });
});

describe('the mark of a former user', () => {
  it('G-03 is on every answer whose call was made before the change, and on none made after it', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'backend' });
    const before = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    lab.engine.logIn(ben);
    const after = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    const ok = { status: 'ok', source: 'network', freshness: 'fresh', workflow: 'wf_a' };
    expect([before.now(), after.now(), lab.engine.leaks()]).toEqual([
      { ...ok, revision: 1, isFormerUser: true },
      { ...ok, revision: 1, isFormerUser: false },
      0,
    ]);
  });
});
