import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../shared/faults.ts';
import { type Lab, type LabOptions, minutes, openLab } from '../../helpers/lab.ts';
import { ask, followWorkflow, openWithList, publish } from '../../helpers/details.ts';
import { answering } from '../../helpers/served.ts';
import { memoryOf } from '../../helpers/seen.ts';

/** A prefetched detail is on disk, and memory is empty. */
const openPersisted = async (options: LabOptions = {}): Promise<Lab> => {
  const lab = await openWithList(options);
  lab.engine.coldStart();
  return lab;
};

const fail = (lab: Lab, kind: FaultKind): void => {
  lab.faults.fail({ target: { what: 'detail' }, kind });
};

const eligible: readonly FaultKind[] = [
  'offline',
  'refused',
  'dns',
  'timeout',
  'reset',
  'truncated',
  500,
  503,
  'empty',
  'html',
  'wrong-type',
  'bad-json',
  'redirect',
  'oversize',
];

/** Damages the envelope on disk, so that whoever reads it moves it to the quarantine. */
const trap = (lab: Lab, id: string): void => {
  writeFileSync(lab.disk.pathOf({ kind: 'envelope', id }), '{');
};

describe('a cold detail that fails and has a persisted envelope', () => {
  it.each(eligible)(
    'F-01 is answered from the envelope, which is fresh in memory from then on, where the fault is %s',
    async (kind) => {
      const lab = await openPersisted();
      publish(lab, 'wf_a', 2);
      await lab.advance(minutes(10));
      fail(lab, kind);
      const state = followWorkflow(lab, 'wf_a');
      await lab.settle();
      await lab.advance(minutes(1));
      lab.backend.mark();
      expect({
        state: state(),
        memory: memoryOf(lab).details,
        next: await ask(lab, 'wf_a'),
        requests: lab.requests('detail'),
      }).toEqual({
        state: 'disk fresh r1',
        memory: { wf_a: 'fresh' },
        next: 'memory fresh r1',
        requests: 0,
      });
    },
  );

  it.each([
    ['of an action that nobody knows', '{"action":"teleport"}'],
    ['without data', '{"action":"inline"}'],
    ['without url', '{"action":"use_cdn"}'],
    ['whose data is no workflow', '{"action":"inline","data":{}}'],
  ])('F-01 is answered from the envelope where the answer is one %s', async (_, text) => {
    const details = new Map<string, () => string>();
    const lab = await openPersisted({ serve: answering({ details }) });
    details.set('wf_a', () => text);
    expect(await ask(lab, 'wf_a')).toBe('disk fresh r1');
  });

  it('F-01 under android is answered from the envelope', async () => {
    const lab = await openPersisted({ rules: 'android' });
    fail(lab, 503);
    expect([await ask(lab, 'wf_a'), await ask(lab, 'wf_a'), lab.requests('detail wf_a')]).toEqual([
      'disk fresh r1',
      'memory fresh r1',
      1,
    ]);
  });

  it('F-01 under ios is not answered from the envelope but with the error', async () => {
    const lab = await openPersisted({ rules: 'ios' });
    fail(lab, 503);
    expect([await ask(lab, 'wf_a'), memoryOf(lab).details]).toEqual([
      'error backend-error 503',
      {},
    ]);
  });

  it('F-01 is answered with a body from disk, with no network at all', async () => {
    const lab = await openPersisted();
    lab.faults.setOnline(false);
    const answers = [await ask(lab, 'wf_a'), await ask(lab, 'wf_b')];
    expect([answers, lab.requests('cdn')]).toEqual([['disk fresh r1', 'disk fresh r1'], 0]);
  });

  it('F-01 tells in the timeline that it fell back, and because of what', async () => {
    const lab = await openPersisted();
    fail(lab, 503);
    const answer = await lab.engine.getWorkflow('wf_a');
    expect([answer.decision, lab.find('fell-back', 'wf_a')?.cause]).toEqual([
      lab.find('fell-back', 'wf_a')?.eventId,
      lab.find('failed', 'wf_a')?.eventId,
    ]);
  });

  it('F-01 reads no other envelope than the one that was asked for', async () => {
    const lab = await openPersisted();
    trap(lab, 'wf_b');
    fail(lab, 503);
    await ask(lab, 'wf_a');
    expect([memoryOf(lab).details, lab.disk.quarantinedCount()]).toEqual([{ wf_a: 'fresh' }, 0]);
  });

  it('F-02 is cached under the own id of the workflow, and no offering is learned', async () => {
    const workflows = [{ id: 'wf_1', offering: 'default', prefetch: true, answersAs: 'wf_2' }];
    const lab = await openPersisted({ workflows });
    fail(lab, 503);
    expect([await ask(lab, 'wf_1'), memoryOf(lab)]).toEqual([
      'disk fresh r1',
      { offerings: 'absent', list: 'absent', details: { wf_2: 'fresh' }, map: {} },
    ]);
  });

  it.each([400, 404, 429])(
    'F-03 gets the error and the disk is not even read where the answer is a %i',
    async (status) => {
      const lab = await openPersisted();
      trap(lab, 'wf_a');
      fail(lab, status);
      expect([await ask(lab, 'wf_a'), memoryOf(lab).details, lab.disk.quarantinedCount()]).toEqual([
        `error rejected ${String(status)}`,
        {},
        0,
      ]);
    },
  );

  it('F-03 leaves the copy on disk where it is, for a failure that comes later', async () => {
    const lab = await openPersisted();
    fail(lab, 404);
    const rejected = await ask(lab, 'wf_a');
    fail(lab, 503);
    expect([rejected, await ask(lab, 'wf_a')]).toEqual(['error rejected 404', 'disk fresh r1']);
  });
});

describe('a cold detail that fails and has no envelope that can be used', () => {
  it('F-04 gets the error of its request where nothing is on disk', async () => {
    const lab = await openLab();
    fail(lab, 'reset');
    expect([await ask(lab, 'wf_a'), memoryOf(lab).details]).toEqual(['error no-answer reset', {}]);
  });

  it('F-05 gets the error of its request where the envelope is damaged, which is put away', async () => {
    const lab = await openPersisted();
    trap(lab, 'wf_a');
    fail(lab, 503);
    expect([
      await ask(lab, 'wf_a'),
      lab.disk.contents().quarantined,
      lab.find('quarantined', 'wf_a') === undefined,
    ]).toEqual(['error backend-error 503', 1, false]);
  });

  it.each([
    ['cannot be reached', 'refused'],
    ['says 404', 404],
    ['sends other bytes', 'wrong-hash'],
  ] as const)(
    'F-05 gets the error of its request where the body is gone and the CDN %s',
    async (_, kind) => {
      const lab = await openPersisted();
      for (const ref of lab.backend.project.bodyRefs('wf_b')) rmSync(lab.files.pathOf(ref));
      fail(lab, 503);
      lab.faults.fail({ target: { what: 'cdn' }, kind });
      expect([await ask(lab, 'wf_b'), memoryOf(lab).details]).toEqual([
        'error backend-error 503',
        {},
      ]);
    },
  );

  it('F-01 fetches the body of the envelope where only that is missing', async () => {
    const lab = await openPersisted();
    for (const ref of lab.backend.project.bodyRefs('wf_b')) rmSync(lab.files.pathOf(ref));
    fail(lab, 503);
    expect([await ask(lab, 'wf_b'), lab.requests('cdn wf_b')]).toEqual(['disk fresh r1', 1]);
  });

  it('F-06 asks neither backend nor disk where there is no user', async () => {
    const { dataFolder } = await openWithList();
    const lab = await openLab({ dataFolder, user: '' });
    trap(lab, 'wf_a');
    expect([
      await ask(lab, 'wf_a'),
      memoryOf(lab).details,
      lab.backend.record().arrivals,
      lab.disk.quarantinedCount(),
    ]).toEqual(['error no-user', {}, [], 0]);
  });
});
