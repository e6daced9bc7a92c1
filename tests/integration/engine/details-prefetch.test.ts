import { describe, expect, it } from 'vitest';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import {
  ask,
  count,
  follow,
  openWithList,
  publish,
  storedRevision,
} from '../../helpers/details.ts';
import { memoryOf, seen } from '../../helpers/seen.ts';

const rest = ['android', 'ios'] as const;

/** The next list is fetched although the details are fresh: a 4xx takes the one in memory away. */
const refetchList = async (lab: Lab): Promise<void> => {
  lab.faults.fail({ target: { what: 'list' }, kind: 404, times: 1 });
  await lab.engine.getWorkflowsList({ force: true });
  await lab.engine.getWorkflowsList();
};

/** One list does not prefetch `wf_a`, the next one does; says what was on disk in between. */
const prefetchAnew = async (lab: Lab): Promise<readonly string[]> => {
  lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: false } });
  await refetchList(lab);
  const between = lab.disk.contents().envelopes;
  lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { prefetch: true } });
  await refetchList(lab);
  return between;
};

describe('a prefetch that finds its detail stale in memory', () => {
  it('D-06 P-09 waits for a real fetch, and memory and disk hold what that brought', async () => {
    const lab = await openWithList();
    await lab.advance(minutes(5));
    publish(lab, 'wf_a', 2);
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    const list = follow(lab.engine.getWorkflowsList({ force: true }), seen);
    await lab.settle();
    const during = [list(), lab.requests('detail wf_a'), storedRevision(lab, 'wf_a')];
    lab.faults.release();
    await lab.settle();
    expect({
      during,
      list: list(),
      stored: storedRevision(lab, 'wf_a'),
      answer: await ask(lab, 'wf_a'),
      requests: lab.requests('detail wf_a'),
    }).toEqual({
      during: ['pending', 1, 'r1'],
      list: 'network fresh',
      stored: 'r2',
      answer: 'memory fresh r2',
      requests: 1,
    });
  });

  it.each(rest)(
    'D-06 P-09 under %s waits for a real fetch and persists it as well',
    async (rules) => {
      const lab = await openWithList({ rules });
      await lab.advance(minutes(5));
      publish(lab, 'wf_a', 2);
      await lab.engine.getWorkflowsList();
      expect([
        lab.requests('detail wf_a'),
        storedRevision(lab, 'wf_a'),
        await ask(lab, 'wf_a'),
      ]).toEqual([1, 'r2', 'memory fresh r2']);
    },
  );

  it('D-06 does not refresh behind what it has: it asks once', async () => {
    const lab = await openWithList();
    await lab.advance(minutes(5));
    await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect([lab.requests('detail wf_a'), count(lab, 'stale-served wf_a')]).toEqual([1, 0]);
  });

  it('P-09 gives an ask meanwhile the old value at once', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_a', 2);
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    const list = follow(lab.engine.getWorkflowsList({ force: true }), seen);
    await lab.settle();
    expect([await ask(lab, 'wf_a'), list(), lab.requests('detail wf_a')]).toEqual([
      'memory stale r1',
      'pending',
      1,
    ]);
  });
});

describe('a prefetch that finds its detail fresh in memory', () => {
  it('P-07 makes no request and persists what was fetched on demand before', async () => {
    const lab = await openLab();
    await ask(lab, 'wf_a');
    const before = lab.disk.contents().envelopes;
    publish(lab, 'wf_a', 2);
    await lab.engine.getWorkflowsList();
    expect({
      before,
      requests: [lab.requests('detail wf_a'), lab.requests('detail wf_b')],
      stored: [storedRevision(lab, 'wf_a'), storedRevision(lab, 'wf_b')],
    }).toEqual({ before: [], requests: [1, 1], stored: ['r1', 'r1'] });
  });

  it('P-07 under ios makes no request and persists what was fetched on demand before', async () => {
    const lab = await openLab({ rules: 'ios' });
    await ask(lab, 'wf_a');
    await lab.engine.getWorkflowsList();
    expect([lab.requests('detail wf_a'), lab.disk.contents().envelopes]).toEqual([
      1,
      ['wf_a', 'wf_b'],
    ]);
  });

  it('P-07 under android makes no request and persists nothing', async () => {
    const lab = await openLab({ rules: 'android' });
    await ask(lab, 'wf_a');
    await lab.engine.getWorkflowsList();
    expect([lab.requests('detail wf_a'), lab.disk.contents().envelopes]).toEqual([1, ['wf_b']]);
  });

  it('P-07 leaves alone a copy that is on disk already', async () => {
    const lab = await openWithList();
    await refetchList(lab);
    expect({
      requests: [lab.requests('list'), lab.requests('detail')],
      memory: memoryOf(lab).details,
      persisted: [count(lab, 'persisted wf_a'), count(lab, 'persisted wf_b')],
    }).toEqual({
      requests: [2, 0],
      memory: { wf_a: 'fresh', wf_b: 'fresh' },
      persisted: [1, 1],
    });
  });

  it('P-07 puts a copy back that an older list took off the disk', async () => {
    const lab = await openWithList();
    const pruned = await prefetchAnew(lab);
    expect([pruned, lab.disk.contents().envelopes, lab.requests('detail')]).toEqual([
      ['wf_b'],
      ['wf_a', 'wf_b'],
      0,
    ]);
  });

  it('P-07 puts a copy back with no request also where the value had come from disk', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'list' }, kind: 503, times: 1 });
    await lab.engine.getWorkflowsList();
    const restored = memoryOf(lab).details;
    const pruned = await prefetchAnew(lab);
    expect({
      restored,
      pruned,
      requests: lab.requests('detail'),
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      restored: { wf_a: 'fresh', wf_b: 'fresh' },
      pruned: ['wf_b'],
      requests: 0,
      envelopes: ['wf_a', 'wf_b'],
    });
  });

  it('P-07 makes no request either where a copy that was kept on demand had answered', async () => {
    const lab = await openLab({
      workflows: [{ id: 'wf_c', offering: 'default' }],
      settings: { persistOnDemand: true },
    });
    await ask(lab, 'wf_c');
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'detail' }, kind: 503, times: 1 });
    const answer = await ask(lab, 'wf_c');
    lab.backend.mark();
    lab.backend.project.change({ kind: 'workflow', id: 'wf_c', to: { prefetch: true } });
    await lab.engine.getWorkflowsList();
    expect([answer, lab.requests('detail'), lab.disk.isPrefetched('wf_c')]).toEqual([
      'disk fresh r1',
      0,
      true,
    ]);
  });

  it('P-07 persists what an ask on demand brought where the copy on disk is older', async () => {
    const lab = await openWithList();
    publish(lab, 'wf_a', 2);
    await lab.advance(minutes(5));
    await ask(lab, 'wf_a');
    const before = storedRevision(lab, 'wf_a');
    await lab.engine.getWorkflowsList();
    await lab.settle();
    expect([before, storedRevision(lab, 'wf_a'), lab.requests('detail wf_a')]).toEqual([
      'r1',
      'r2',
      1,
    ]);
  });

  it('P-07 under ios persists it again although a copy is there', async () => {
    const lab = await openWithList({ rules: 'ios' });
    await lab.engine.getWorkflowsList({ force: true });
    expect([lab.requests('detail'), count(lab, 'persisted wf_a')]).toEqual([0, 2]);
  });
});
