import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { openWithList } from '../../helpers/details.ts';
import { type Lab, hours, minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen, seenWorkflow } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };

const kill = (lab: Lab) => {
  lab.engine.coldStart();
  lab.backend.mark();
};

const corruptEnvelope = (lab: Lab, id: string) => {
  writeFileSync(lab.disk.pathOf({ kind: 'envelope', id }), 'neither JSON {]');
};

describe('details that are restored when the list fails', () => {
  it.each(['recommended', 'android', 'ios'] as const)(
    'O-07 are in memory, fresh from that moment, and served with no request, under %s',
    async (rules) => {
      const lab = await openWithList({ rules });
      await lab.advance(hours(30));
      kill(lab);
      lab.faults.setOnline(false);
      const list = await lab.engine.getWorkflowsList();
      await lab.advance(minutes(5) - 1);
      const served = [
        await lab.engine.getWorkflow('default'),
        await lab.engine.getWorkflow('wf_b'),
      ];
      await lab.settle();
      expect({
        list: list.status === 'ok' && list.source,
        served: served.map(seenWorkflow),
        memory: memoryOf(lab).details,
        arrivals: lab.backend.record().arrivals,
      }).toEqual({
        list: 'disk',
        served: ['memory fresh r1', 'memory fresh r1'],
        memory: { wf_a: 'fresh', wf_b: 'fresh' },
        arrivals: [],
      });
    },
  );

  it('O-07 are there before the callers of the list complete', async () => {
    const lab = await openWithList();
    kill(lab);
    lab.faults.setOnline(false);
    const call = lab.engine.getWorkflowsList().then(() => memoryOf(lab).details);
    expect(await call).toEqual({ wf_a: 'fresh', wf_b: 'fresh' });
  });

  it('O-07 are not restored by a cold start alone', async () => {
    const lab = await openWithList();
    kill(lab);
    await lab.settle();
    expect({ memory: memoryOf(lab), restored: lab.find('restored') }).toEqual({
      memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
      restored: undefined,
    });
  });

  it('O-08 come back though one envelope is damaged, which is absent, and callers complete once', async () => {
    const lab = await openWithList();
    kill(lab);
    corruptEnvelope(lab, 'wf_a');
    lab.faults.setOnline(false);
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      answer: seen(answer),
      memory: memoryOf(lab),
      completed: completed(lab),
      quarantined: [lab.disk.quarantinedCount(), lab.find('quarantined')?.subject],
    }).toEqual({
      answer: 'disk stale',
      memory: { offerings: 'absent', list: 'stale', details: { wf_b: 'fresh' }, map },
      completed: [1, 2],
      quarantined: [1, 'detail'],
    });
  });

  it('O-08 come back though the body of one has left the disk and cannot be fetched', async () => {
    const lab = await openWithList();
    kill(lab);
    for (const ref of lab.backend.project.bodyRefs('wf_b')) rmSync(lab.files.pathOf(ref));
    lab.faults.setOnline(false);
    await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      details: memoryOf(lab).details,
      completed: completed(lab),
      failed: lab.find('failed', 'wf_b')?.error?.code,
      envelopes: lab.disk.contents().envelopes,
    }).toEqual({
      details: { wf_a: 'fresh' },
      completed: [1, 2],
      failed: 'cdn-failed',
      envelopes: ['wf_a', 'wf_b'],
    });
  });

  it('O-08 come back from the CDN where their body has left the disk, and callers wait for that', async () => {
    const lab = await openWithList();
    kill(lab);
    for (const ref of lab.backend.project.bodyRefs('wf_b')) rmSync(lab.files.pathOf(ref));
    lab.faults.fail({ target: { what: 'list' }, kind: 500 });
    lab.faults.hold({ what: 'cdn' });
    const call = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = { details: memoryOf(lab).details, completed: completed(lab) };
    lab.faults.release();
    await call;
    expect({
      whileHeld,
      details: memoryOf(lab).details,
      requests: [lab.requests('detail'), lab.requests('cdn wf_b')],
    }).toEqual({
      whileHeld: { details: { wf_a: 'fresh' }, completed: [1] },
      details: { wf_a: 'fresh', wf_b: 'fresh' },
      requests: [0, 1],
    });
  });

  it('O-09 are none where none were persisted: the list alone is restored, at once', async () => {
    const lab = await openLab({ workflows: [{ id: 'wf_a', offering: 'default' }] });
    await lab.engine.getWorkflowsList();
    kill(lab);
    lab.faults.setOnline(false);
    const answer = await lab.engine.getWorkflowsList();
    expect({ answer: seen(answer), memory: memoryOf(lab), completed: completed(lab) }).toEqual({
      answer: 'disk stale',
      memory: { offerings: 'absent', list: 'stale', details: {}, map: { default: 'wf_a' } },
      completed: [1, 2],
    });
  });

  it('O-10 are none where every envelope is damaged, and callers complete exactly once', async () => {
    const lab = await openWithList();
    kill(lab);
    for (const id of ['wf_a', 'wf_b']) corruptEnvelope(lab, id);
    lab.faults.setOnline(false);
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      answer: seen(answer),
      details: memoryOf(lab).details,
      completed: completed(lab),
      disk: lab.disk.contents(),
    }).toEqual({
      answer: 'disk stale',
      details: {},
      completed: [1, 2],
      disk: { offerings: false, list: true, envelopes: [], quarantined: 2 },
    });
  });
});

describe('restored details and what memory has already', () => {
  /** Memory has revision 2 of `wf_a` and no `wf_b`; disk has revision 1 of both; the list fails. */
  const restoreBelowNewer = async (rules: RuleSet) => {
    const lab = await openWithList({ rules });
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    kill(lab);
    const newer = await lab.engine.getWorkflow('wf_a');
    lab.faults.setOnline(false);
    await lab.engine.getWorkflowsList();
    const after = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_b')];
    return [newer, ...after].map(seenWorkflow);
  };

  it.each(['recommended', 'ios'] as const)(
    'O-11 only fill in ids that are missing, so that a newer one in memory stays, under %s',
    async (rules) => {
      expect(await restoreBelowNewer(rules)).toEqual([
        'network fresh r2',
        'memory fresh r2',
        'memory fresh r1',
      ]);
    },
  );

  it('O-11 overwrite a newer one in memory, under android', async () => {
    expect(await restoreBelowNewer('android')).toEqual([
      'network fresh r2',
      'memory fresh r1',
      'memory fresh r1',
    ]);
  });

  it('O-11 fill in what is missing though the list in memory stays', async () => {
    const lab = await openWithList();
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 404, times: 1 });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const evicted = memoryOf(lab).details;
    lab.faults.fail({ target: { what: 'list' }, kind: 500 });
    const stale = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({ evicted, stale: seen(stale), after: memoryOf(lab) }).toEqual({
      evicted: { wf_b: 'stale' },
      stale: 'memory stale',
      after: {
        offerings: 'absent',
        list: 'stale',
        details: { wf_a: 'fresh', wf_b: 'stale' },
        map,
      },
    });
  });
});
