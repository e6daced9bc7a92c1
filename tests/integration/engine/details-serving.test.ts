import { describe, expect, it } from 'vitest';
import { hours, minutes, openLab } from '../../helpers/lab.ts';
import { ask, count, followWorkflow, publish } from '../../helpers/details.ts';
import { sha256 } from '../../helpers/served.ts';
import { completed, detailIn, memoryOf, seenWorkflow } from '../../helpers/seen.ts';

describe('a detail that is not in memory', () => {
  it('D-01 is waited for, delivered and then kept in memory', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail' });
    const state = followWorkflow(lab, 'wf_a');
    await lab.settle();
    const before = [state(), memoryOf(lab).details];
    lab.faults.release();
    await lab.settle();
    expect({ before, after: [state(), memoryOf(lab).details] }).toEqual({
      before: ['pending', {}],
      after: ['network fresh r1', { wf_a: 'fresh' }],
    });
  });

  it('D-01 comes with what there is to know about it', async () => {
    const lab = await openLab();
    const answer = await lab.engine.getWorkflow('wf_b');
    const envelope = lab.backend.project.detail('wf_b', lab.backend.origins) ?? '';
    expect(answer).toEqual({
      status: 'ok',
      source: 'network',
      freshness: 'fresh',
      ageMs: 0,
      ttlLeftMs: minutes(5),
      bodyHash: sha256(envelope),
      decision: lab.find('refreshed', 'wf_b')?.eventId,
      isFormerUser: false,
      value: {
        workflow: expect.objectContaining({ id: 'wf_b' }) as unknown,
        enrolledVariants: null,
      },
    });
  });

  it('D-01 is fetched once for all who ask for it meanwhile, and each completes once', async () => {
    const lab = await openLab();
    const answers = await Promise.all(
      ['wf_a', 'wf_a', 'wf_a'].map((id) => lab.engine.getWorkflow(id)),
    );
    await lab.settle();
    expect({
      answers: answers.map(seenWorkflow),
      requests: lab.requests('detail'),
      completed: completed(lab, 'detail'),
      joined: count(lab, 'joined wf_a'),
    }).toEqual({
      answers: ['network fresh r1', 'network fresh r1', 'network fresh r1'],
      requests: 1,
      completed: [1, 2, 3],
      joined: 2,
    });
  });
});

describe('a detail that is fresh in memory', () => {
  it('D-02 is delivered with no request, up to the last moment of its five minutes', async () => {
    const lab = await openLab();
    await ask(lab, 'wf_a');
    publish(lab, 'wf_a', 2);
    await lab.advance(minutes(5) - 1);
    const answer = await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    expect({ answer, requests: lab.requests('detail wf_a') }).toMatchObject({
      answer: {
        source: 'memory',
        freshness: 'fresh',
        ageMs: minutes(5) - 1,
        ttlLeftMs: 1,
        decision: lab.find('hit', 'wf_a')?.eventId,
        value: { workflow: { metadata: { revision: 1 } } },
      },
      requests: 1,
    });
  });

  it('D-02 is delivered in the background too, for 25 hours', async () => {
    const lab = await openLab({ isForeground: false });
    await ask(lab, 'wf_a');
    await lab.advance(hours(25) - 1);
    const last = await ask(lab, 'wf_a');
    await lab.advance(1);
    const next = await ask(lab, 'wf_a');
    expect({ last, next, requests: lab.requests('detail wf_a') }).toEqual({
      last: 'memory fresh r1',
      next: 'memory stale r1',
      requests: 2,
    });
  });
});

describe('a detail that is stale in memory', () => {
  const openStale = async () => {
    const lab = await openLab();
    await ask(lab, 'wf_a');
    await lab.advance(minutes(5));
    publish(lab, 'wf_a', 2);
    lab.faults.hold({ what: 'detail' });
    return lab;
  };

  it('D-03 is served at once, refreshed behind, and replaced by what the refresh brings', async () => {
    const lab = await openStale();
    const first = followWorkflow(lab, 'wf_a');
    await lab.settle();
    const whileRefreshing = [first(), detailIn(lab, 'wf_a'), lab.requests('detail wf_a')];
    lab.faults.release();
    await lab.settle();
    const next = await ask(lab, 'wf_a');
    expect({ whileRefreshing, next, requests: lab.requests('detail wf_a') }).toEqual({
      whileRefreshing: ['memory stale r1', 'stale', 2],
      next: 'memory fresh r2',
      requests: 2,
    });
  });

  it.each(['android', 'ios'] as const)(
    'D-03 under %s is served at once as well, and refreshed behind',
    async (rules) => {
      const lab = await openStale();
      lab.engine.setRules(rules);
      const first = followWorkflow(lab, 'wf_a');
      await lab.settle();
      const served = first();
      lab.faults.release();
      await lab.settle();
      expect([served, await ask(lab, 'wf_a')]).toEqual(['memory stale r1', 'memory fresh r2']);
    },
  );

  it('D-03 is refreshed once however many are served it meanwhile', async () => {
    const lab = await openStale();
    const asks = ['wf_a', 'wf_a', 'wf_a'].map((id) => followWorkflow(lab, id));
    await lab.settle();
    expect({ asks: asks.map((state) => state()), requests: lab.requests('detail wf_a') }).toEqual({
      asks: ['memory stale r1', 'memory stale r1', 'memory stale r1'],
      requests: 2,
    });
  });

  it('D-03 tells in the timeline what was served and that its refresh came of it', async () => {
    const lab = await openStale();
    lab.faults.release();
    const answer = await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const served = lab.find('stale-served', 'wf_a')?.eventId;
    expect([answer.decision, lab.find('refreshed', 'wf_a')?.cause]).toEqual([served, served]);
  });

  it.each([
    ['brings a new value', null],
    ['fails', 503],
    ['is rejected', 404],
  ] as const)('D-05 completes its call exactly once when the refresh %s', async (_, status) => {
    const lab = await openStale();
    const state = followWorkflow(lab, 'wf_a');
    await lab.settle();
    if (status !== null) lab.faults.fail({ target: { what: 'detail' }, kind: status });
    lab.faults.release();
    await lab.settle();
    expect([state(), completed(lab, 'detail')]).toEqual(['memory stale r1', [1, 2]]);
  });

  it('D-04 shows its caller no error when the refresh fails', async () => {
    const lab = await openStale();
    lab.faults.fail({ target: { what: 'detail' }, kind: 'refused' });
    const answer = await ask(lab, 'wf_a');
    expect({
      answer,
      failed: lab.find('failed', 'wf_a')?.error?.code,
      completions: lab.timeline
        .since(1)
        .filter((event) => event.type === 'completed')
        .at(-1)?.error,
    }).toEqual({ answer: 'memory stale r1', failed: 'no-answer', completions: undefined });
  });
});
