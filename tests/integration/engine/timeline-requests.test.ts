import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import type { RequestScope } from '../../../shared/faults.ts';
import { allEvents, brief, requestsOf } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const answersOf = (lab: Lab, scope: RequestScope): readonly (string | undefined)[] =>
  allEvents(lab)
    .filter(({ type, subject }) => type === 'responded' && subject === scope)
    .map(({ note }) => note);

const listOk = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false };
const detailOk = { ...listOk, workflow: 'wf_a', revision: 1 };
const withFallback = { settings: { fallbackHost: true } };

describe.each(ruleSets)('what is not modified under %s', (rules) => {
  it('T-01 a 304 for the list and for a detail uses the stored body, and counts as fetched now', async () => {
    const lab = await openLab({ rules });
    await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5));
    const list = brief(await lab.engine.getWorkflowsList({ force: true }));
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    expect({
      list,
      notes: [answersOf(lab, 'list'), answersOf(lab, 'detail')],
      memory: memoryOf(lab).details,
    }).toEqual({
      list: listOk,
      notes: [
        ['HTTP 200', 'HTTP 304'],
        ['HTTP 200', 'HTTP 200', 'HTTP 304', 'HTTP 304'],
      ],
      memory: { wf_a: 'fresh', wf_b: 'fresh' },
    });
  });

  it('T-01 what has changed is sent anew', async () => {
    const lab = await openLab({ rules });
    await lab.engine.getWorkflow('wf_a');
    await lab.advance(minutes(5));
    lab.backend.project.change({ kind: 'workflow', id: 'wf_a', to: { revision: 2 } });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    const after = brief(await lab.engine.getWorkflow('wf_a'));
    expect([answersOf(lab, 'detail'), after.revision]).toEqual([['HTTP 200', 'HTTP 200'], 2]);
  });

  it('T-01 after a cold start nothing is stored, so that the whole body is sent', async () => {
    const lab = await openLab({ rules });
    await lab.engine.getWorkflow('wf_a');
    lab.engine.coldStart();
    const again = brief(await lab.engine.getWorkflow('wf_a'));
    expect([again, answersOf(lab, 'detail')]).toEqual([detailOk, ['HTTP 200', 'HTTP 200']]);
  });
});

describe.each(ruleSets)('the fallback host under %s', (rules) => {
  it.each([503, 'reset', 'truncated'] as const)(
    'T-02 is asked once after the main host gave %s, and its answer counts',
    async (kind) => {
      const lab = await openLab({ rules, ...withFallback });
      lab.faults.fail({ target: { what: 'list' }, kind, times: 1 });
      lab.faults.fail({ target: { what: 'detail' }, kind, times: 1 });
      const answers = [
        brief(await lab.engine.getWorkflow('wf_a')),
        brief(await lab.engine.getWorkflowsList()),
      ];
      expect([answers, lab.requests('list'), lab.requests('detail wf_a')]).toEqual([
        [detailOk, listOk],
        2,
        2,
      ]);
    },
  );

  it('T-02 is asked exactly once: where it fails too, the call fails', async () => {
    const lab = await openLab({ rules, ...withFallback });
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    const answers = [
      brief(await lab.engine.getWorkflow('wf_a')),
      brief(await lab.engine.getWorkflowsList()),
      brief(await lab.engine.getOfferings()),
    ];
    const down = { status: 'error', error: 'backend-error', isFormerUser: false };
    expect([answers, requestsOf(lab)]).toEqual([
      [down, down, down],
      { offerings: 2, list: 2, detail: 2, cdn: 0 },
    ]);
  });

  it('T-02 is never asked after a 4xx', async () => {
    const lab = await openLab({ rules, ...withFallback });
    lab.faults.fail({ target: { what: 'backend' }, kind: 404 });
    await lab.engine.getWorkflow('wf_a');
    await lab.engine.getWorkflowsList();
    await lab.engine.getOfferings();
    expect(requestsOf(lab)).toEqual({ offerings: 1, list: 1, detail: 1, cdn: 0 });
  });

  it('T-02 is asked before any copy on disk', async () => {
    const lab = await openLab({ rules, ...withFallback });
    await lab.engine.getWorkflowsList();
    lab.engine.coldStart();
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 503, times: 1 });
    const detail = brief(await lab.engine.getWorkflow('wf_a'));
    expect([detail, lab.find('fell-back')]).toEqual([detailOk, undefined]);
  });
});

describe('without a fallback host', () => {
  it('T-02 a failing main host is asked once', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
    await lab.engine.getWorkflow('wf_a');
    expect(lab.requests('detail')).toBe(1);
  });
});
