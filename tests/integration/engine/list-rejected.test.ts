import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen, seenWorkflow } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };
const details = { wf_a: 'fresh', wf_b: 'fresh' };

const openWithList = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({ rules });
  await lab.engine.getWorkflowsList();
  await lab.settle();
  return lab;
};

const rejectForced = async (rules: RuleSet) => {
  const lab = await openWithList(rules);
  lab.faults.fail({ target: { what: 'list' }, kind: 403, times: 1 });
  const answer = await lab.engine.getWorkflowsList({ force: true });
  await lab.settle();
  return { lab, answer: seen(answer), memory: memoryOf(lab), disk: lab.disk.contents() };
};

const disk = { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 };

describe('a list that is answered 4xx while one is in memory', () => {
  it('S-08 M-15 drops list and map of memory, and leaves details and disk alone', async () => {
    const { lab, ...seenThen } = await rejectForced('recommended');
    expect({ ...seenThen, evicted: lab.find('evicted')?.subject }).toEqual({
      answer: 'error rejected 403',
      memory: { offerings: 'absent', list: 'absent', details, map: {} },
      disk,
      evicted: 'list',
    });
  });

  it('O-03 has the next call ask again inside the time to live', async () => {
    const { lab } = await rejectForced('recommended');
    const next = await lab.engine.getWorkflowsList();
    expect({ next: seen(next), requests: lab.requests('list'), map: memoryOf(lab).map }).toEqual({
      next: 'network fresh',
      requests: 3,
      map,
    });
  });

  it('O-03 marks the list stale and keeps its map, so that the next call asks again, under android', async () => {
    const { lab, ...seenThen } = await rejectForced('android');
    const next = await lab.engine.getWorkflowsList();
    expect({ ...seenThen, next: seen(next), requests: lab.requests('list') }).toEqual({
      answer: 'memory stale',
      memory: { offerings: 'absent', list: 'stale', details, map },
      disk,
      next: 'network fresh',
      requests: 3,
    });
  });

  it('O-03 changes nothing, so that the list stays fresh and nobody asks again, under ios', async () => {
    const { lab, ...seenThen } = await rejectForced('ios');
    const next = await lab.engine.getWorkflowsList();
    expect({ ...seenThen, next: seen(next), requests: lab.requests('list') }).toEqual({
      answer: 'memory fresh',
      memory: { offerings: 'absent', list: 'fresh', details, map },
      disk,
      next: 'memory fresh',
      requests: 2,
    });
  });
});

describe('a list that is answered 4xx after a cold start', () => {
  it.each(['recommended', 'android', 'ios'] as const)(
    'O-02 completes the callers without reading the disk or restoring anything, under %s',
    async (rules) => {
      const lab = await openWithList(rules);
      lab.engine.coldStart();
      // Whoever read it would move it to the quarantine.
      writeFileSync(lab.disk.pathOf({ kind: 'list' }), '{]');
      lab.faults.fail({ target: { what: 'list' }, kind: 404 });
      const answers = await Promise.all([
        lab.engine.getWorkflowsList(),
        lab.engine.getWorkflowsList({ force: true }),
      ]);
      await lab.settle();
      expect({
        answers: answers.map(seen),
        completed: completed(lab),
        memory: memoryOf(lab),
        quarantined: lab.disk.quarantinedCount(),
        envelopes: lab.disk.contents().envelopes,
        restored: lab.find('restored'),
      }).toEqual({
        answers: ['error rejected 404', 'error rejected 404'],
        completed: [1, 2, 3],
        memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
        quarantined: 0,
        envelopes: ['wf_a', 'wf_b'],
        restored: undefined,
      });
    },
  );
});

describe('what is in memory and leaves it', () => {
  it('M-14 has a list after one was cached or restored, fresh or not, and none before or after a clear', async () => {
    const lab = await openLab();
    const hasList = () => lab.engine.snapshot().list !== null;
    const before = hasList();
    await lab.engine.getWorkflowsList();
    const cached = hasList();
    await lab.advance(minutes(6));
    const stale = hasList();
    lab.engine.coldStart();
    const killed = hasList();
    lab.faults.setOnline(false);
    await lab.engine.getWorkflowsList();
    const restored = hasList();
    lab.engine.logOut();
    expect({ before, cached, stale, killed, restored, cleared: hasList() }).toEqual({
      before: false,
      cached: true,
      stale: true,
      killed: false,
      restored: true,
      cleared: false,
    });
  });

  it('M-15 forgets a rejected detail with its freshness, so that the next ask is cold, and no other one', async () => {
    const lab = await openWithList();
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 404, times: 1 });
    const stale = await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const afterwards = memoryOf(lab).details;
    const cold = await lab.engine.getWorkflow('wf_a');
    expect({
      stale: seenWorkflow(stale),
      afterwards,
      cold: seenWorkflow(cold),
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      stale: 'memory stale r1',
      afterwards: { wf_b: 'stale' },
      cold: 'network fresh r1',
      envelopes: ['wf_a', 'wf_b'],
    });
  });

  it('M-15 has nothing to forget when a detail that is not in memory is rejected', async () => {
    const lab = await openWithList();
    const answer = await lab.engine.getWorkflow('wf_unknown');
    expect({ answer: seen(answer), memory: memoryOf(lab), evicted: lab.find('evicted') }).toEqual({
      answer: 'error rejected 404',
      memory: { offerings: 'absent', list: 'fresh', details, map },
      evicted: undefined,
    });
  });
});

describe('a stored time that lies in the future', () => {
  it('T-03 counts the list as stale', async () => {
    const lab = await openWithList();
    await lab.advance(-minutes(10));
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({ answer: seen(answer), requests: lab.requests('list') }).toEqual({
      answer: 'memory stale',
      requests: 2,
    });
  });

  it.each(['android', 'ios'] as const)('T-03 counts the list as fresh, under %s', async (rules) => {
    const lab = await openWithList(rules);
    await lab.advance(-minutes(10));
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({ answer: seen(answer), requests: lab.requests('list') }).toEqual({
      answer: 'memory fresh',
      requests: 1,
    });
  });
});
