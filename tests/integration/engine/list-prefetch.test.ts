import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { type LabOptions, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const offerings = ['one', 'two', 'three', 'four'].map((id) => ({ id }));

const threePrefetched: LabOptions = {
  offerings,
  workflows: [
    { id: 'wf_1', offering: 'one', prefetch: true },
    { id: 'wf_2', offering: 'two', prefetch: true, delivery: 'cdn' },
    { id: 'wf_3', offering: 'three', prefetch: true },
  ],
};

describe('the list and what it prefetches', () => {
  it('L-06 completes only after all prefetches, with their downloads, have settled', async () => {
    const lab = await openLab(threePrefetched);
    lab.faults.hold({ what: 'detail', id: 'wf_1' });
    lab.faults.hold({ what: 'cdn', id: 'wf_2' });
    const call = lab.engine.getWorkflowsList();
    await lab.settle();
    const atFirst = { completed: completed(lab), memory: memoryOf(lab).details };
    lab.faults.release({ what: 'detail', id: 'wf_1' });
    await lab.settle();
    const withoutBody = { completed: completed(lab), memory: memoryOf(lab).details };
    lab.faults.release();
    const answer = await call;
    expect({ atFirst, withoutBody, answer: seen(answer), completed: completed(lab) }).toEqual({
      atFirst: { completed: [], memory: { wf_3: 'fresh' } },
      withoutBody: { completed: [], memory: { wf_3: 'fresh', wf_1: 'fresh' } },
      answer: 'network fresh',
      completed: [1],
    });
  });

  it('L-07 completes once though one prefetch fails, one is rejected and one cannot be resolved', async () => {
    const lab = await openLab({
      offerings,
      workflows: [
        { id: 'wf_1', offering: 'one', prefetch: true },
        { id: 'wf_2', offering: 'two', prefetch: true },
        { id: 'wf_3', offering: 'three', prefetch: true, delivery: 'cdn', hash: 'wrong' },
        { id: 'wf_4', offering: 'four', prefetch: true },
      ],
    });
    lab.faults.fail({ target: { what: 'detail', id: 'wf_1' }, kind: 500 });
    lab.faults.fail({ target: { what: 'detail', id: 'wf_2' }, kind: 404 });
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      answer: seen(answer),
      completed: completed(lab),
      memory: memoryOf(lab),
      envelopes: lab.disk.contents().envelopes,
      requests: ['wf_1', 'wf_2', 'wf_3', 'wf_4'].map((id) => lab.requests(`detail ${id}`)),
    }).toEqual({
      answer: 'network fresh',
      completed: [1],
      memory: {
        offerings: 'absent',
        list: 'fresh',
        details: { wf_4: 'fresh' },
        map: { one: 'wf_1', two: 'wf_2', three: 'wf_3', four: 'wf_4' },
      },
      envelopes: ['wf_4'],
      requests: [1, 1, 1, 1],
    });
  });

  it.each(['bad-json', 'wrong-type', 'empty', 'oversize', 'reset'] as const)(
    'L-07 completes once though a prefetch is answered with %s',
    async (kind) => {
      const lab = await openLab(threePrefetched);
      lab.faults.fail({ target: { what: 'detail', id: 'wf_1' }, kind });
      const answer = await lab.engine.getWorkflowsList();
      await lab.settle();
      expect({
        answer: seen(answer),
        completed: completed(lab),
        memory: memoryOf(lab).details,
      }).toEqual({
        answer: 'network fresh',
        completed: [1],
        memory: { wf_2: 'fresh', wf_3: 'fresh' },
      });
    },
  );

  it('X-01 fetches exactly the details of the entries that say prefetch, in their order and each once', async () => {
    const lab = await openLab({
      offerings,
      workflows: [
        { id: 'wf_1', offering: 'one', prefetch: true },
        { id: 'wf_2', offering: 'two' },
        { id: 'wf_3', offering: 'three', prefetch: true, delivery: 'cdn' },
        { id: 'wf_4', offering: 'four' },
        ...Array.from({ length: 6 }, (_, index) => ({
          id: `wf_more_${index}`,
          offering: `more_${index}`,
          prefetch: true,
        })),
        { id: 'wf_1', offering: 'five', prefetch: true },
      ],
    });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    const more = [0, 1, 2, 3, 4, 5].map((index) => `wf_more_${index}`);
    const started = lab.timeline
      .since(1)
      .filter(({ type, subject }) => type === 'requested' && subject === 'detail');
    const reached = lab.backend.record().arrivals.filter(({ scope }) => scope === 'detail');
    expect({
      started: started.map(({ id }) => id),
      reached: reached.map(({ id }) => id).toSorted(),
    }).toEqual({
      started: ['wf_1', 'wf_3', ...more],
      reached: ['wf_1', 'wf_3', ...more],
    });
  });

  it('X-02 does not fetch an entry that says prefetch and has no offering', async () => {
    const lab = await openLab({
      workflows: [
        { id: 'wf_orphan', offering: null, prefetch: true },
        { id: 'wf_a', offering: 'default', prefetch: true },
      ],
    });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      orphan: lab.requests('detail wf_orphan'),
      all: lab.requests('detail'),
      memory: memoryOf(lab).details,
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({ orphan: 0, all: 1, memory: { wf_a: 'fresh' }, envelopes: ['wf_a'] });
  });
});

describe('which persisted details a new list keeps', () => {
  const listAgainWithout = async (rules: RuleSet) => {
    const lab = await openLab({ ...threePrefetched, rules });
    await lab.engine.getWorkflowsList();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_1', to: { prefetch: false } });
    lab.backend.project.change({ kind: 'remove', id: 'wf_3' });
    await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const pruned = lab.timeline.since(1).filter(({ type }) => type === 'pruned');
    return {
      envelopes: lab.disk.contents().envelopes,
      pruned: pruned.map(({ id }) => id).toSorted(),
    };
  };

  it('T-06 removes those of entries that no longer say prefetch, and of entries that are gone', async () => {
    expect(await listAgainWithout('recommended')).toEqual({
      envelopes: ['wf_2'],
      pruned: ['wf_1', 'wf_3'],
    });
  });

  it.each(['android', 'ios'] as const)(
    'P-05 keeps those of all listed entries and removes those of entries that are gone, under %s',
    async (rules) => {
      expect(await listAgainWithout(rules)).toEqual({
        envelopes: ['wf_1', 'wf_2'],
        pruned: ['wf_3'],
      });
    },
  );
});
