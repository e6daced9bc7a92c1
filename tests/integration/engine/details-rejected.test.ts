import { describe, expect, it } from 'vitest';
import { type LabOptions, minutes } from '../../helpers/lab.ts';
import { ask, openWithList, storedRevision } from '../../helpers/details.ts';
import { detailIn, memoryOf } from '../../helpers/seen.ts';

/** A prefetched detail has become stale, and the backend rejects it from now on. */
const openRejecting = async (options: LabOptions = {}, status = 404) => {
  const lab = await openWithList(options);
  await lab.advance(minutes(5));
  lab.faults.fail({ target: { what: 'detail' }, kind: status });
  return lab;
};

describe('a refresh behind a stale detail that is rejected', () => {
  it.each([400, 403, 404, 410, 429])(
    'F-10 takes the value out of memory on a %i, so that the next ask is cold and gets the error',
    async (status) => {
      const lab = await openRejecting({}, status);
      const served = await ask(lab, 'wf_a');
      expect({
        served,
        memory: memoryOf(lab).details,
        evictedBy: lab.timeline.find(lab.find('evicted', 'wf_a')?.cause ?? 0)?.type,
        next: await ask(lab, 'wf_a'),
        requests: lab.requests('detail wf_a'),
        disk: [lab.disk.contents().envelopes, storedRevision(lab, 'wf_a')],
      }).toEqual({
        served: 'memory stale r1',
        memory: { wf_b: 'stale' },
        evictedBy: 'rejected',
        next: `error rejected ${String(status)}`,
        requests: 2,
        disk: [['wf_a', 'wf_b'], 'r1'],
      });
    },
  );

  it('M-15 leaves neither value nor freshness, and a new answer is cached again', async () => {
    const lab = await openRejecting();
    await ask(lab, 'wf_a');
    const without = detailIn(lab, 'wf_a');
    lab.faults.heal();
    expect([without, await ask(lab, 'wf_a'), detailIn(lab, 'wf_a')]).toEqual([
      'absent',
      'network fresh r1',
      'fresh',
    ]);
  });

  it('M-15 M-06 does nothing to what is not in memory', async () => {
    const lab = await openRejecting();
    const before = memoryOf(lab);
    expect([await ask(lab, 'wf_nowhere'), memoryOf(lab), lab.find('evicted')]).toEqual([
      'error rejected 404',
      before,
      undefined,
    ]);
  });

  it('M-06 M-15 under android does nothing to what is not in memory', async () => {
    const lab = await openRejecting({ rules: 'android' });
    const before = memoryOf(lab);
    await ask(lab, 'wf_nowhere');
    expect([memoryOf(lab), lab.find('marked-stale')]).toEqual([before, undefined]);
  });

  it('M-06 under android leaves the value in memory, marked stale for good', async () => {
    const lab = await openRejecting({ rules: 'android' });
    const answers = [await ask(lab, 'wf_a'), await ask(lab, 'wf_a')];
    // In the background six minutes are no age: only the mark says that it is stale.
    lab.engine.setForeground(false);
    expect({
      answers,
      requests: lab.requests('detail wf_a'),
      memory: [detailIn(lab, 'wf_a'), detailIn(lab, 'wf_b')],
      disk: storedRevision(lab, 'wf_a'),
    }).toEqual({
      answers: ['memory stale r1', 'memory stale r1'],
      requests: 2,
      memory: ['stale', 'fresh'],
      disk: 'r1',
    });
  });

  it('F-10 under ios leaves the value in memory with its time', async () => {
    const lab = await openRejecting({ rules: 'ios' });
    const answers = [await ask(lab, 'wf_a'), await ask(lab, 'wf_a')];
    lab.engine.setForeground(false);
    expect({
      answers,
      requests: lab.requests('detail wf_a'),
      memory: [detailIn(lab, 'wf_a'), detailIn(lab, 'wf_b')],
      disk: storedRevision(lab, 'wf_a'),
    }).toEqual({
      answers: ['memory stale r1', 'memory stale r1'],
      requests: 2,
      memory: ['fresh', 'fresh'],
      disk: 'r1',
    });
  });
});

describe('a prefetch that is rejected', () => {
  it('F-10 takes the stale value out of memory, leaves the disk, and the list completes', async () => {
    const lab = await openRejecting();
    const list = await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect([list.status, memoryOf(lab).details, lab.disk.contents().envelopes]).toEqual([
      'ok',
      {},
      ['wf_a', 'wf_b'],
    ]);
  });
});
