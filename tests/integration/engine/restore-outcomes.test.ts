import { describe, expect, it } from 'vitest';
import { openLab } from '../../helpers/lab.ts';
import { breakWith, failures, mend, patiently, rejections } from '../../helpers/outcomes.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };
const nothing = { offerings: 'absent', list: 'absent', details: {}, map: {} };

describe('every way in which a list request can end badly', () => {
  it.each(failures)(
    'O-01 O-07 restores list and details from disk after $kind, and tells the error where there is nothing',
    async ({ kind, error }) => {
      const lab = await openLab();
      breakWith(lab, 'list', kind);
      const withoutCopy = await patiently(lab, lab.engine.getWorkflowsList());
      const still = memoryOf(lab);
      mend(lab);
      await lab.engine.getWorkflowsList();
      lab.engine.coldStart();
      lab.backend.mark();
      breakWith(lab, 'list', kind);
      const withCopy = await patiently(lab, lab.engine.getWorkflowsList());
      await lab.settle();
      expect({
        withoutCopy: seen(withoutCopy),
        still,
        withCopy: seen(withCopy),
        memory: memoryOf(lab),
        completed: completed(lab),
        requests: [lab.requests('detail'), lab.requests('cdn')],
        disk: lab.disk.contents(),
      }).toEqual({
        withoutCopy: error,
        still: nothing,
        withCopy: 'disk stale',
        memory: {
          offerings: 'absent',
          list: 'stale',
          details: { wf_a: 'fresh', wf_b: 'fresh' },
          map,
        },
        completed: [1, 2, 3],
        requests: [0, 0],
        disk: { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
      });
    },
  );

  it.each(failures)(
    'O-01 keeps a list that is in memory with its time after $kind',
    async ({ kind }) => {
      const lab = await openLab();
      await lab.engine.getWorkflowsList();
      const storedAt = lab.engine.snapshot().list?.storedAt;
      breakWith(lab, 'list', kind);
      const forced = await patiently(lab, lab.engine.getWorkflowsList({ force: true }));
      expect({
        forced: seen(forced),
        isSame: lab.engine.snapshot().list?.storedAt === storedAt,
        map: memoryOf(lab).map,
      }).toEqual({ forced: 'memory fresh', isSame: true, map });
    },
  );

  it.each(rejections)(
    'O-02 restores nothing after $kind and leaves the disk alone',
    async ({ kind, error }) => {
      const lab = await openLab();
      await lab.engine.getWorkflowsList();
      lab.engine.coldStart();
      breakWith(lab, 'list', kind);
      const answer = await lab.engine.getWorkflowsList();
      await lab.settle();
      expect({ answer: seen(answer), memory: memoryOf(lab), disk: lab.disk.contents() }).toEqual({
        answer: error,
        memory: nothing,
        disk: { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
      });
    },
  );

  it('O-01 restores from disk when the whole backend refuses connections', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    breakWith(lab, 'backend', 'refused');
    await lab.settle();
    const answer = await lab.engine.getWorkflowsList();
    expect({ answer: seen(answer), reason: lab.find('failed')?.error?.reason }).toEqual({
      answer: 'disk stale',
      reason: 'refused',
    });
  });

  it('O-01 O-02 restores from disk as soon as a 5xx follows a 4xx', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'list' }, kind: 500 });
    lab.faults.fail({ target: { what: 'list' }, kind: 404, times: 1 });
    const rejected = await lab.engine.getWorkflowsList();
    const failed = await lab.engine.getWorkflowsList();
    expect([seen(rejected), seen(failed), memoryOf(lab).map]).toEqual([
      'error rejected 404',
      'disk stale',
      map,
    ]);
  });
});
