import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import type { RuleSet } from '../../../shared/policies.ts';
import { hours, minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const oldMap = { default: 'wf_a', sale: 'wf_b' };
const newMap = { default: 'wf_a', winter: 'wf_b' };

/** A list that has just become stale, and another one at the backend. */
const openStale = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({
    rules,
    workflows: [
      { id: 'wf_a', offering: 'default' },
      { id: 'wf_b', offering: 'sale' },
    ],
  });
  await lab.engine.getWorkflowsList();
  await lab.advance(minutes(5));
  lab.backend.project.change({ kind: 'workflow', id: 'wf_b', to: { offering: 'winter' } });
  return lab;
};

describe('a stale list in memory', () => {
  it('S-01 S-05 completes at once with the stale list, and maps what the refresh behind it brings', async () => {
    const lab = await openStale();
    lab.faults.hold({ what: 'list' });
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = { memory: memoryOf(lab), requests: lab.requests('list') };
    lab.faults.release();
    await lab.settle();
    const { list, map } = memoryOf(lab);
    const stored = lab.disk.readList();
    expect({
      answer: seen(answer),
      answeredMap: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
      whileHeld,
      after: { list, map, requests: lab.requests('list'), completed: completed(lab) },
      isOnDisk: stored.status === 'present' && JSON.stringify(stored.value.body).includes('winter'),
    }).toEqual({
      answer: 'memory stale',
      answeredMap: oldMap,
      whileHeld: {
        memory: { offerings: 'absent', list: 'stale', details: {}, map: oldMap },
        requests: 2,
      },
      after: { list: 'fresh', map: newMap, requests: 2, completed: [1, 2] },
      isOnDisk: true,
    });
  });

  it('S-01 prefetches what the refreshed list names, in the background too', async () => {
    const lab = await openStale();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: true } });
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      answer: seen(answer),
      details: lab.requests('detail wf_a'),
      disk: lab.disk.contents().envelopes,
    }).toEqual({ answer: 'memory stale', details: 1, disk: ['wf_a'] });
  });

  it.each(['android', 'ios'] as const)(
    'S-01 blocks on the fetch instead of answering with a stale list, under %s',
    async (rules) => {
      const lab = await openStale(rules);
      lab.faults.hold({ what: 'list' });
      const call = lab.engine.getWorkflowsList();
      await lab.settle();
      const whileHeld = { completed: completed(lab), requests: lab.requests('list') };
      lab.faults.release();
      const answer = await call;
      expect({ whileHeld, answer: seen(answer), map: memoryOf(lab).map }).toEqual({
        whileHeld: { completed: [1], requests: 2 },
        answer: 'network fresh',
        map: newMap,
      });
    },
  );

  it('S-01 counts the list as stale after 25 hours in the background, not after 5 minutes', async () => {
    const lab = await openStale();
    lab.engine.setForeground(false);
    const fresh = await lab.engine.getWorkflowsList();
    await lab.advance(hours(25) - minutes(5));
    const stale = await lab.engine.getWorkflowsList();
    await lab.settle();
    const beforeJitter = lab.requests('list');
    await lab.advance(5_000);
    expect({
      answers: [seen(fresh), seen(stale)],
      requests: [beforeJitter, lab.requests('list')],
    }).toEqual({ answers: ['memory fresh', 'memory stale'], requests: [1, 2] });
  });

  it('S-02 blocks until the fetch settles where there is no list', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'list' });
    const call = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = completed(lab);
    lab.faults.release();
    expect({ whileHeld, answer: seen(await call) }).toEqual({
      whileHeld: [],
      answer: 'network fresh',
    });
  });

  it('S-03 blocks a forced ask though there is a stale list', async () => {
    const lab = await openStale();
    lab.faults.hold({ what: 'list' });
    const call = lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const whileHeld = completed(lab);
    lab.faults.release();
    expect({ whileHeld, answer: seen(await call), map: memoryOf(lab).map }).toEqual({
      whileHeld: [1],
      answer: 'network fresh',
      map: newMap,
    });
  });
});

describe('callers who come while a stale list is refreshed', () => {
  it.each([
    { end: 'succeeds', kind: null, joined: 'network fresh', list: 'fresh' },
    { end: 'fails', kind: 'reset', joined: 'memory stale', list: 'stale' },
    { end: 'is rejected', kind: 403, joined: 'error rejected 403', list: 'absent' },
  ] as const)(
    'S-04 join the refresh, forced or not, and complete exactly once when it $end',
    async ({ kind, joined, list }) => {
      const lab = await openStale();
      lab.faults.hold({ what: 'list' });
      if (kind !== null) lab.faults.fail({ target: { what: 'list' }, kind });
      const first = await lab.engine.getWorkflowsList();
      const later = [
        lab.engine.getWorkflowsList(),
        lab.engine.getWorkflowsList({ force: true }),
        lab.engine.getWorkflowsList(),
      ];
      await lab.settle();
      const whileHeld = completed(lab);
      lab.faults.release();
      const answers = await Promise.all(later);
      await lab.settle();
      expect({
        first: seen(first),
        whileHeld,
        answers: answers.map(seen),
        completed: completed(lab),
        requests: lab.requests('list'),
        list: memoryOf(lab).list,
      }).toEqual({
        first: 'memory stale',
        whileHeld: [1, 2],
        answers: [joined, joined, joined],
        completed: [1, 2, 3, 4, 5],
        requests: 2,
        list,
      });
    },
  );

  it('S-04 wait for the prefetches of the refresh too', async () => {
    const lab = await openStale();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: true } });
    lab.faults.hold({ what: 'detail' });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    const joined = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = completed(lab);
    lab.faults.release();
    expect({ whileHeld, joined: seen(await joined), completed: completed(lab) }).toEqual({
      whileHeld: [1, 2],
      joined: 'network fresh',
      completed: [1, 2, 3],
    });
  });

  it('S-06 has the refresh run though the caller who was served the stale list throws', async () => {
    const lab = await openStale();
    lab.faults.hold({ what: 'list' });
    const throwing = lab.engine.getWorkflowsList().then(() => {
      throw new Error('The caller fails.');
    });
    await expect(throwing).rejects.toThrow('The caller fails.');
    await lab.settle();
    const requests = lab.requests('list');
    const joined = lab.engine.getWorkflowsList();
    lab.faults.release();
    expect({ requests, joined: seen(await joined), map: memoryOf(lab).map }).toEqual({
      requests: 2,
      joined: 'network fresh',
      map: newMap,
    });
  });
});

describe('a refresh behind a stale list that ends badly or late', () => {
  it('S-07 drops the write of a refresh that lands after the user has changed', async () => {
    const lab = await openStale();
    lab.faults.hold({ what: 'list' });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    lab.faults.release();
    await lab.settle();
    expect({
      memory: memoryOf(lab),
      disk: lab.disk.contents().list,
      dropped: lab.find('dropped-late')?.subject,
      details: lab.requests('detail'),
    }).toEqual({
      memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
      disk: false,
      dropped: 'list',
      details: 0,
    });
  });

  it('S-08 drops list and map of memory when the refresh is answered 4xx, so that the next call is cold', async () => {
    const lab = await openStale();
    lab.faults.fail({ target: { what: 'list' }, kind: 404, times: 1 });
    const stale = await lab.engine.getWorkflowsList();
    await lab.settle();
    const rejected = { ...memoryOf(lab), disk: lab.disk.contents().list };
    lab.faults.hold({ what: 'list' });
    const cold = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = completed(lab);
    lab.faults.release();
    expect({ stale: seen(stale), rejected, whileHeld, cold: seen(await cold) }).toEqual({
      stale: 'memory stale',
      rejected: { offerings: 'absent', list: 'absent', details: {}, map: {}, disk: true },
      whileHeld: [1, 2],
      cold: 'network fresh',
    });
  });
});
