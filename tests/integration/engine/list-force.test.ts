import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { completed, detailIn, memoryOf, seen, seenWorkflow } from '../../helpers/seen.ts';

/** One detail was prefetched, one was asked for on demand; the backend has newer ones of both. */
const openWithDetails = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({
    rules,
    workflows: [
      { id: 'wf_a', offering: 'default', prefetch: true },
      { id: 'wf_c', offering: 'sale' },
    ],
  });
  await lab.engine.getWorkflowsList();
  await lab.engine.getWorkflow('wf_c');
  for (const id of ['wf_a', 'wf_c'])
    lab.backend.project.change({ kind: 'workflow', id, to: { revision: 2 } });
  await lab.settle();
  return lab;
};

const detailRequests = (lab: Lab) => [lab.requests('detail wf_a'), lab.requests('detail wf_c')];

const storedRevision = (lab: Lab, id: string): string | null => {
  const stored = lab.disk.readEnvelope(lab.disk.keyOf(id));
  if (stored.status !== 'present') return null;
  return /wf_\w r\d/.exec(JSON.stringify(stored.value.body))?.[0] ?? null;
};

describe('a forced refresh of the list that succeeds', () => {
  it('L-03 fetches a fresh list anyway and refetches prefetched details inside their time to live', async () => {
    const lab = await openWithDetails();
    const answer = await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const details = detailRequests(lab);
    const prefetched = await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    expect({
      answer: seen(answer),
      requests: { list: lab.requests('list'), details },
      prefetched: seenWorkflow(prefetched),
      stored: storedRevision(lab, 'wf_a'),
    }).toEqual({
      answer: 'network fresh',
      requests: { list: 2, details: [2, 1] },
      prefetched: 'memory fresh r2',
      stored: 'wf_a r2',
    });
  });

  it('L-03 makes details stale as the list lands, so that an ask meanwhile is served the old one', async () => {
    const lab = await openWithDetails();
    lab.faults.hold({ what: 'list' });
    const forced = lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const before = await lab.engine.getWorkflow('wf_a');
    lab.faults.hold({ what: 'detail' });
    lab.faults.release({ what: 'list' });
    await lab.settle();
    const meanwhile = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_c')];
    await lab.settle();
    const whileHeld = { details: detailRequests(lab), completed: completed(lab) };
    lab.faults.release();
    await forced;
    await lab.settle();
    expect({
      before: seenWorkflow(before),
      meanwhile: meanwhile.map(seenWorkflow),
      whileHeld,
      after: memoryOf(lab).details,
    }).toEqual({
      before: 'memory fresh r1',
      meanwhile: ['memory stale r1', 'memory stale r1'],
      whileHeld: { details: [2, 2], completed: [1] },
      after: { wf_a: 'fresh', wf_c: 'fresh' },
    });
  });

  it('L-03 keeps a detail that is not prefetched in memory, stale', async () => {
    const lab = await openWithDetails();
    await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect({ details: memoryOf(lab).details, requests: detailRequests(lab) }).toEqual({
      details: { wf_a: 'fresh', wf_c: 'stale' },
      requests: [2, 1],
    });
  });

  it('L-03 tells the true age of a detail that it made stale', async () => {
    const lab = await openWithDetails();
    await lab.advance(minutes(2));
    await lab.engine.getWorkflowsList({ force: true });
    const answer = await lab.engine.getWorkflow('wf_c');
    expect(answer).toMatchObject({ freshness: 'stale', ageMs: minutes(2), ttlLeftMs: 0 });
  });

  it('L-03 throws all details out of memory and refetches the prefetched ones, under android', async () => {
    const lab = await openWithDetails('android');
    lab.faults.hold({ what: 'detail' });
    const forced = lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    const whileHeld = memoryOf(lab).details;
    const meanwhile = lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const completedWhileHeld = completed(lab, 'detail');
    lab.faults.release();
    await forced;
    expect({
      whileHeld,
      completedWhileHeld,
      meanwhile: seenWorkflow(await meanwhile),
      details: memoryOf(lab).details,
      requests: detailRequests(lab),
      stored: storedRevision(lab, 'wf_a'),
    }).toEqual({
      whileHeld: {},
      completedWhileHeld: [2],
      meanwhile: 'network fresh r2',
      details: { wf_a: 'fresh' },
      requests: [2, 1],
      stored: 'wf_a r2',
    });
  });

  it('L-03 keeps fresh details and refetches none, under ios', async () => {
    const lab = await openWithDetails('ios');
    const answer = await lab.engine.getWorkflowsList({ force: true });
    await lab.settle();
    expect({
      answer: seen(answer),
      details: memoryOf(lab).details,
      requests: detailRequests(lab),
      served: seenWorkflow(await lab.engine.getWorkflow('wf_a')),
    }).toEqual({
      answer: 'network fresh',
      details: { wf_a: 'fresh', wf_c: 'fresh' },
      requests: [1, 1],
      served: 'memory fresh r1',
    });
  });
});

describe('a forced refresh of the list that fails', () => {
  it.each([
    { kind: 'timeout', answer: 'memory fresh', list: 'fresh' },
    { kind: 502, answer: 'memory fresh', list: 'fresh' },
    { kind: 'html', answer: 'memory fresh', list: 'fresh' },
    { kind: 403, answer: 'error rejected 403', list: 'absent' },
  ] as const)(
    'L-04 leaves details in memory fresh after $kind, served without network',
    async ({ kind, answer, list }) => {
      const lab = await openWithDetails();
      lab.faults.fail({ target: { what: 'list' }, kind });
      const forced = lab.engine.getWorkflowsList({ force: true });
      await lab.settle();
      await lab.advance(30_000);
      const whole = { answer: seen(await forced), list: memoryOf(lab).list };
      const served = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_c')];
      await lab.settle();
      expect({ ...whole, served: served.map(seenWorkflow), requests: detailRequests(lab) }).toEqual(
        {
          answer,
          list,
          served: ['memory fresh r1', 'memory fresh r1'],
          requests: [1, 1],
        },
      );
    },
  );

  it('L-03 asked for while a list that nobody forced is in flight, joins it and makes no second request', async () => {
    const lab = await openWithDetails();
    lab.engine.coldStart();
    lab.faults.hold({ what: 'list' });
    const calls = [lab.engine.getWorkflowsList(), lab.engine.getWorkflowsList({ force: true })];
    await lab.settle();
    lab.faults.release();
    const answers = await Promise.all(calls);
    await lab.settle();
    expect({
      answers: answers.map(seen),
      list: lab.requests('list'),
      wf_a: [lab.requests('detail wf_a'), detailIn(lab, 'wf_a')],
    }).toEqual({
      answers: ['network fresh', 'network fresh'],
      list: 2,
      wf_a: [2, 'fresh'],
    });
  });
});
