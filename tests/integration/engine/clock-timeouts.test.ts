import { describe, expect, it } from 'vitest';
import { allEvents, now, requestsOf, watch } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const timedOut = { status: 'error', error: 'no-answer', isFormerUser: false };

const reasons = (lab: Lab): readonly string[] =>
  allEvents(lab)
    .filter(({ type }) => type === 'failed')
    .map(({ subject, at, error }) => `${subject} ${String(error?.reason)} ${at}`);

describe('time limits on the virtual clock', () => {
  it('A9 a request that is never answered fails after 30 seconds, not a moment earlier', async () => {
    const lab = await openLab();
    const start = Date.UTC(2026, 5, 15, 12);
    lab.faults.fail({ target: { what: 'backend' }, kind: 'timeout' });
    const calls = [
      watch(lab.engine.getOfferings()),
      watch(lab.engine.getWorkflowsList()),
      watch(lab.engine.getWorkflow('wf_a')),
    ];
    await lab.settle();
    await lab.advance(29_999);
    const before = now(calls);
    await lab.advance(1);
    expect({ before, after: now(calls), reasons: [...reasons(lab)].sort() }).toEqual({
      before: ['pending', 'pending', 'pending'],
      after: [timedOut, timedOut, timedOut],
      reasons: [
        `detail timeout ${start + 30_000}`,
        `list timeout ${start + 30_000}`,
        `offerings timeout ${start + 30_000}`,
      ],
    });
  });

  it('A9 a body that trickles is given up after 60 seconds in all', async () => {
    const lab = await openLab({
      workflows: [{ id: 'wf_b', delivery: 'cdn', bytes: 100_000 }],
    });
    lab.faults.slow({ what: 'cdn' }, { latencyMs: 0, jitterMs: 0, bytesPerSecond: 1_000 });
    const call = watch(lab.engine.getWorkflow('wf_b'));
    await lab.settle();
    await lab.advance(59_999);
    const before = call.now();
    await lab.advance(1);
    expect([before, call.now()]).toEqual([
      'pending',
      { status: 'error', error: 'cdn-failed', isFormerUser: false },
    ]);
  });

  it('A9 a prefetch that times out gives its slot back, and the list completes', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'detail', id: 'wf_a' }, kind: 'timeout' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const before = list.now();
    await lab.advance(30_000);
    expect([before, list.now(), memoryOf(lab).details]).toEqual([
      'pending',
      { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
      { wf_b: 'fresh' },
    ]);
  });

  it('A9 a slow answer inside the limit is used, and its age counts from when it came', async () => {
    const lab = await openLab();
    lab.faults.slow({ what: 'detail' }, { latencyMs: 29_000, jitterMs: 0, bytesPerSecond: null });
    const call = lab.engine.getWorkflow('wf_a');
    await lab.settle();
    await lab.advance(29_000);
    const answer = await call;
    lab.faults.heal();
    await lab.advance(299_999);
    const fresh = memoryOf(lab).details;
    await lab.advance(1);
    expect([answer.status === 'ok' && answer.ageMs, fresh, memoryOf(lab).details]).toEqual([
      0,
      { wf_a: 'fresh' },
      { wf_a: 'stale' },
    ]);
  });

  it('A9 moving the clock past the limit in one step ends the request at its own time', async () => {
    const lab = await openLab();
    const start = Date.UTC(2026, 5, 15, 12);
    lab.faults.fail({ target: { what: 'detail' }, kind: 'timeout' });
    void lab.engine.getWorkflow('wf_a');
    await lab.settle();
    await lab.advance(3_600_000);
    expect(reasons(lab)).toEqual([`detail timeout ${start + 30_000}`]);
  });

  it('A9 a clock that is set back neither ends a request nor delays its limit', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'detail' }, kind: 'timeout' });
    const call = watch(lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    await lab.advance(20_000);
    await lab.advance(-3_600_000);
    const before = call.now();
    await lab.advance(10_000);
    expect([before, call.now(), requestsOf(lab).detail]).toEqual(['pending', timedOut, 1]);
  });
});
