import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { type Lab, minutes } from '../../helpers/lab.ts';
import {
  ask,
  count,
  followWorkflow,
  openWithList,
  publish,
  storedRevision,
} from '../../helpers/details.ts';
import { detailIn, memoryOf, seen } from '../../helpers/seen.ts';

/** `r1` is on disk, the newer `r2` of an ask on demand in memory, stale; the detail fails. */
const openStale = async (
  rules: RuleSet,
  kind: 503 | 'refused' | 'bad-json' = 503,
): Promise<Lab> => {
  const lab = await openWithList({ rules });
  publish(lab, 'wf_a', 2);
  await lab.advance(minutes(5));
  await ask(lab, 'wf_a');
  await lab.advance(minutes(5));
  lab.backend.mark();
  lab.faults.fail({ target: { what: 'detail' }, kind });
  return lab;
};

describe('a refresh behind a stale detail that fails', () => {
  it.each([503, 'refused', 'bad-json'] as const)(
    'F-07 leaves the value, stale, and the next ask tries again, where the fault is %s',
    async (kind) => {
      const lab = await openStale('recommended', kind);
      const first = await ask(lab, 'wf_a');
      const after = detailIn(lab, 'wf_a');
      const second = await ask(lab, 'wf_a');
      expect({
        answers: [first, second],
        after,
        tries: count(lab, 'failed wf_a'),
        fellBack: count(lab, 'fell-back wf_a'),
      }).toEqual({
        answers: ['memory stale r2', 'memory stale r2'],
        after: 'stale',
        tries: 2,
        fellBack: 0,
      });
    },
  );

  it('F-07 under android pins the persisted copy in memory, fresh, and the next ask makes no request', async () => {
    const lab = await openStale('android');
    expect({
      answers: [await ask(lab, 'wf_a'), await ask(lab, 'wf_a')],
      requests: lab.requests('detail wf_a'),
      memory: detailIn(lab, 'wf_a'),
    }).toEqual({
      answers: ['memory stale r2', 'memory fresh r1'],
      requests: 1,
      memory: 'fresh',
    });
  });

  it('F-07 under android leaves the value, stale, where nothing is persisted', async () => {
    const lab = await openWithList({ rules: 'android', workflows: [{ id: 'wf_a' }] });
    await ask(lab, 'wf_a');
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    expect([await ask(lab, 'wf_a'), await ask(lab, 'wf_a'), detailIn(lab, 'wf_a')]).toEqual([
      'memory stale r1',
      'memory stale r1',
      'stale',
    ]);
  });

  it('F-07 under ios leaves the value, stale, and the next ask tries again', async () => {
    const lab = await openStale('ios');
    expect({
      answers: [await ask(lab, 'wf_a'), await ask(lab, 'wf_a')],
      requests: lab.requests('detail wf_a'),
      memory: detailIn(lab, 'wf_a'),
    }).toEqual({
      answers: ['memory stale r2', 'memory stale r2'],
      requests: 2,
      memory: 'stale',
    });
  });
});

describe('a prefetch that fails and has a persisted envelope', () => {
  it('F-08 brings the copy into memory, fresh, and the list completes', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    publish(lab, 'wf_a', 2);
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 503 });
    const list = await lab.engine.getWorkflowsList();
    await lab.settle();
    lab.backend.mark();
    expect({
      list: seen(list),
      memory: memoryOf(lab).details,
      answer: await ask(lab, 'default'),
      requests: lab.requests('detail'),
      stored: storedRevision(lab, 'wf_a'),
    }).toEqual({
      list: 'network fresh',
      memory: { wf_a: 'fresh', wf_b: 'fresh' },
      answer: 'memory fresh r1',
      requests: 0,
      stored: 'r1',
    });
  });

  it('F-08 under ios brings nothing into memory, and the list completes', async () => {
    const lab = await openWithList({ rules: 'ios' });
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 503 });
    const list = await lab.engine.getWorkflowsList();
    expect([seen(list), memoryOf(lab).details]).toEqual(['network fresh', { wf_b: 'fresh' }]);
  });

  it('F-08 stands in for a stale value as well, with which a prefetch is never content', async () => {
    const lab = await openStale('recommended');
    await lab.engine.getWorkflowsList({ force: true });
    expect(await ask(lab, 'wf_a')).toBe('memory fresh r1');
  });
});

describe('a detail that fails after the user has changed', () => {
  it('F-09 gets its own error, and nothing is restored for whoever is there now', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    lab.faults.hold({ what: 'detail' });
    const late = lab.engine.getWorkflow('wf_a');
    await lab.settle();
    lab.engine.switchUser(appUserId('ben'));
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    lab.faults.release();
    const answer = await late;
    await lab.settle();
    expect({
      answer: seen(answer),
      isFormerUser: answer.isFormerUser,
      memory: memoryOf(lab).details,
      leaks: lab.engine.leaks(),
    }).toEqual({ answer: 'error backend-error 503', isFormerUser: true, memory: {}, leaks: 0 });
  });

  it('F-09 gets its own error although the next user has a copy on disk by then', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 'timeout', times: 1 });
    const late = followWorkflow(lab, 'wf_a');
    await lab.settle();
    lab.engine.switchUser(appUserId('ben'));
    await lab.engine.getWorkflowsList();
    const before = [late(), lab.disk.contents().envelopes];
    // Whoever reads it now moves it to the quarantine.
    writeFileSync(lab.disk.pathOf({ kind: 'envelope', id: 'wf_a' }), '{');
    await lab.advance(minutes(1));
    expect({
      before,
      late: late(),
      quarantined: lab.disk.quarantinedCount(),
      memory: memoryOf(lab).details,
      fellBack: count(lab, 'fell-back wf_a'),
    }).toEqual({
      before: ['pending', ['wf_a', 'wf_b']],
      late: 'error no-answer timeout',
      quarantined: 0,
      memory: { wf_a: 'fresh', wf_b: 'fresh' },
      fellBack: 0,
    });
  });

  it('F-09 gets its own error where the user changes while the copy is being resolved', async () => {
    const lab = await openWithList();
    lab.engine.coldStart();
    const [ref] = lab.backend.project.bodyRefs('wf_b');
    if (ref !== undefined) lab.files.remove(ref);
    lab.faults.fail({ target: { what: 'detail' }, kind: 503 });
    lab.faults.hold({ what: 'cdn' });
    const late = followWorkflow(lab, 'wf_b');
    await lab.settle();
    const before = [late(), lab.requests('cdn wf_b')];
    lab.engine.logOut();
    lab.faults.release();
    await lab.settle();
    expect({ before, late: late(), memory: memoryOf(lab).details }).toEqual({
      before: ['pending', 1],
      late: 'error backend-error 503',
      memory: {},
    });
  });
});
