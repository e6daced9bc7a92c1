import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import { allEvents, brief, now, requestsOf, watch } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';

const listOk = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false };
const detailOk = { ...listOk, workflow: 'wf_a', revision: 1 };

const completions = (lab: Lab): number =>
  allEvents(lab).filter(({ type }) => type === 'completed').length;

describe.each(ruleSets)('identical asks in flight under %s', (rules) => {
  it('H-09 share one request, and every caller is answered exactly once', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'backend' });
    const calls = [
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflow('wf_c')),
      watch(lab.engine.getWorkflow('wf_c')),
    ];
    await lab.settle();
    const held = { requests: requestsOf(lab), completions: completions(lab) };
    lab.faults.release();
    await lab.settle();
    const missing = { status: 'error', error: 'rejected', isFormerUser: false };
    expect({ held, calls: now(calls), completions: completions(lab) }).toEqual({
      held: { requests: { offerings: 1, list: 1, detail: 1, cdn: 0 }, completions: 0 },
      calls: [listOk, listOk, listOk, listOk, missing, missing],
      completions: 6,
    });
  });

  it('H-09 share one failure too', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'backend' });
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    const calls = [
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflow('wf_a')),
      watch(lab.engine.getWorkflow('wf_a')),
    ];
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    const down = { status: 'error', error: 'backend-error', isFormerUser: false };
    expect([now(calls), requestsOf(lab), completions(lab)]).toEqual([
      [down, down, down, down],
      { offerings: 1, list: 0, detail: 1, cdn: 0 },
      4,
    ]);
  });

  it('H-09 share nothing once the first has ended: after a failure the next ask is a new request', async () => {
    const lab = await openLab({ rules });
    lab.faults.fail({ target: { what: 'detail' }, kind: 503, times: 1 });
    const answers = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_a')];
    expect([answers.map(brief), requestsOf(lab).detail]).toEqual([
      [{ status: 'error', error: 'backend-error', isFormerUser: false }, detailOk],
      2,
    ]);
  });

  it('H-09 an ask by offering id and one by workflow id for the same detail share one request', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    const calls = [watch(lab.engine.getWorkflow('default')), watch(lab.engine.getWorkflow('wf_a'))];
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    expect([now(calls), lab.requests('detail wf_a'), lab.requests('detail default')]).toEqual([
      [detailOk, detailOk],
      1,
      0,
    ]);
  });

  it('H-09 a forced list joins the one in flight', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'list' });
    const calls = [
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflowsList({ force: true })),
    ];
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    expect([now(calls), requestsOf(lab).list]).toEqual([[listOk, listOk], 1]);
  });

  it('T-09 a caller that throws when it is answered does not keep the others from completing', async () => {
    const lab = await openLab({ rules });
    lab.faults.hold({ what: 'backend' });
    const angry = [
      lab.engine.getWorkflowsList(),
      lab.engine.getOfferings(),
      lab.engine.getWorkflow('wf_b'),
    ].map((call) =>
      call.then(() => {
        throw new Error('A caller throws.');
      }),
    );
    const others = [
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflow('wf_b')),
    ];
    const thrown = Promise.allSettled(angry);
    await lab.settle();
    lab.faults.release();
    await lab.settle();
    expect([
      (await thrown).map(({ status }) => status),
      now(others),
      completions(lab),
      lab.disk.contents().envelopes.includes('wf_b'),
    ]).toEqual([
      ['rejected', 'rejected', 'rejected'],
      [listOk, listOk, { ...detailOk, workflow: 'wf_b' }],
      6,
      true,
    ]);
  });
});

describe('asks in flight', () => {
  it('H-09 say that they joined, and which event they joined', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'backend' });
    void lab.engine.getWorkflow('wf_a');
    void lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const joined = lab.find('joined', 'wf_a');
    expect([joined?.subject, lab.timeline.find(joined?.cause ?? 0)?.type]).toEqual([
      'detail',
      'miss',
    ]);
  });

  it('H-09 a refresh behind a stale detail is shared by all who are served the stale one meanwhile', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'detail' });
    const answers = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_a')];
    await lab.settle();
    const stale = { ...detailOk, source: 'memory', freshness: 'stale' };
    expect([answers.map(brief), requestsOf(lab).detail]).toEqual([[stale, stale], 2]);
  });

  it('H-09 a forced list joins the refresh behind a stale one, and is not answered stale', async () => {
    const lab = await openLab();
    await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'list' });
    const stale = brief(await lab.engine.getWorkflowsList());
    const forced = watch(lab.engine.getWorkflowsList({ force: true }));
    await lab.settle();
    const pending = forced.now();
    lab.faults.release();
    await lab.settle();
    expect([stale, pending, forced.now(), requestsOf(lab).list]).toEqual([
      { ...listOk, source: 'memory', freshness: 'stale' },
      'pending',
      listOk,
      2,
    ]);
  });
});
