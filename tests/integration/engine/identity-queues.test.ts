import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { ruleSets } from '../../../shared/policies.ts';
import {
  emptyMemory,
  now,
  prefetchedProject,
  requestsOf,
  watch,
} from '../../helpers/engine-view.ts';
import { openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const ana = appUserId('ana');
const ben = appUserId('ben');
const lateList = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true };
const cancelled = { status: 'error', error: 'no-answer', isFormerUser: true };

describe.each(['recommended', 'ios'] as const)('the queues of a former user under %s', (rules) => {
  it('G-05 details that wait for a slot are not issued any more, and the list completes', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(6) });
    lab.faults.hold({ what: 'detail' });
    const calls = [watch(lab.engine.getWorkflowsList()), watch(lab.engine.getOfferings())];
    await lab.settle();
    const before = requestsOf(lab).detail;
    lab.engine.logIn(ben);
    await lab.settle();
    const meanwhile = requestsOf(lab).detail;
    lab.faults.release();
    await lab.settle();
    expect({ before, meanwhile, after: requestsOf(lab).detail, calls: now(calls) }).toEqual({
      before: 4,
      meanwhile: 4,
      after: 4,
      calls: [lateList, lateList],
    });
    expect(memoryOf(lab)).toEqual(emptyMemory);
  });

  it('G-05 bodies that wait for a download are not issued any more, and the list completes', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(6, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const before = requestsOf(lab).cdn;
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    expect({ before, after: requestsOf(lab).cdn, list: list.now() }).toEqual({
      before: 4,
      after: 4,
      list: lateList,
    });
  });

  it('G-05 assets that wait for a download are not issued any more', async () => {
    const lab = await openLab({
      rules,
      workflows: [{ id: 'wf_a', offering: 'default', prefetch: true, assets: 6 }],
    });
    lab.faults.hold({ what: 'asset' });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    const before = lab.requests('asset');
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    expect([before, lab.requests('asset')]).toEqual([4, 4]);
  });

  it('G-04 a list and offerings that wait for the jitter are not issued, and their callers complete at once', async () => {
    const lab = await openLab({ rules, isForeground: false });
    const calls = [
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflowsList({ force: true })),
    ];
    await lab.settle();
    const before = now(calls);
    lab.engine.logIn(ben);
    await lab.settle();
    const after = now(calls);
    await lab.advance(20_000);
    expect({ before, after, requests: requestsOf(lab) }).toEqual({
      before: ['pending', 'pending', 'pending'],
      after: [cancelled, cancelled, cancelled],
      requests: { offerings: 0, list: 0, detail: 0, cdn: 0 },
    });
  });

  it('G-05 prefetches that wait for the jitter are not issued, and the list completes at once', async () => {
    const lab = await openLab({ rules, isForeground: false });
    const list = watch(lab.engine.getWorkflowsList());
    while (requestsOf(lab).list === 0) await lab.advance(100);
    await lab.settle();
    const before = list.now();
    lab.engine.logIn(ben);
    await lab.settle();
    const after = list.now();
    await lab.advance(20_000);
    expect({ before, after, requests: requestsOf(lab) }).toEqual({
      before: 'pending',
      after: lateList,
      requests: { offerings: 0, list: 1, detail: 0, cdn: 0 },
    });
  });
});

describe('the queues of a former user under android', () => {
  it('G-05 under android details that wait for a slot are still issued', async () => {
    const lab = await openLab({ rules: 'android', ...prefetchedProject(6) });
    lab.faults.hold({ what: 'detail' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    expect([requestsOf(lab).detail, list.now()]).toEqual([6, lateList]);
  });

  it('G-05 under android bodies that wait for a download are still issued', async () => {
    const lab = await openLab({ rules: 'android', ...prefetchedProject(6, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    lab.engine.logIn(ben);
    lab.faults.release();
    await lab.settle();
    expect([requestsOf(lab).cdn, list.now()]).toEqual([6, lateList]);
  });

  it('G-04 under android a list that waits for the jitter is still issued', async () => {
    const lab = await openLab({ rules: 'android', isForeground: false });
    const list = watch(lab.engine.getWorkflowsList());
    lab.engine.logIn(ben);
    await lab.advance(5_000);
    expect([requestsOf(lab).list, list.now()]).toEqual([1, lateList]);
  });
});

describe.each(ruleSets)('the limits after an identity change under %s', (rules) => {
  it('G-05 details of a former user in flight do not count towards the limit', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(4) });
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(ben);
    void lab.engine.getWorkflowsList();
    await lab.settle();
    expect([requestsOf(lab).detail, lab.backend.record().peaks.detail]).toEqual([8, 8]);
  });

  it('G-05 downloads of a former user in flight do not count towards the limit, and nobody joins them', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(4, 'cdn') });
    lab.faults.hold({ what: 'cdn' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(ben);
    void lab.engine.getWorkflowsList();
    await lab.settle();
    expect([requestsOf(lab).cdn, lab.backend.record().peaks.cdn]).toEqual([8, 8]);
  });
});

describe.each(ruleSets)('joining after an identity change under %s', (rules) => {
  const askAll = async (users: readonly (typeof ana)[]) => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'backend' });
    const askEverything = () => [
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflow('wf_a')),
    ];
    const former = askEverything();
    await lab.settle();
    for (const user of users) lab.engine.logIn(user);
    const current = askEverything();
    await lab.settle();
    const requests = requestsOf(lab);
    lab.faults.release();
    await lab.settle();
    return { requests, former: now(former), current: now(current) };
  };

  const ok = { status: 'ok', source: 'network', freshness: 'fresh' };
  const answers = (isFormerUser: boolean) => [
    { ...ok, isFormerUser },
    { ...ok, isFormerUser },
    { ...ok, workflow: 'wf_a', revision: 1, isFormerUser },
  ];

  it.each([
    ['another user', [ben]],
    ['the same user after A, B and A again', [ben, ana]],
  ])('G-03 the ask of %s joins nothing of the generation before', async (_who, users) => {
    const seen = await askAll(users);
    expect(seen).toEqual({
      requests: { offerings: 2, list: 2, detail: 2, cdn: 0 },
      former: answers(true),
      current: answers(false),
    });
  });
});
