import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../shared/faults.ts';
import { allEvents } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';

/** What the events say that tell of an error: their type, and whether it is one on purpose. */
const told = (lab: Lab, id: string): readonly (readonly [string, boolean])[] =>
  allEvents(lab)
    .filter((event) => event.id === id && event.error !== undefined)
    .map(({ type, error }) => [type, error?.isOnPurpose === true]);

const kinds: readonly FaultKind[] = [
  403,
  503,
  'refused',
  'dns',
  'reset',
  'truncated',
  'empty',
  'html',
  'wrong-type',
  'bad-json',
  'oversize',
  'redirect',
];

describe('an error', () => {
  it.each(kinds)(
    'says that it is there on purpose, from the answer to the call: %s',
    async (kind) => {
      const lab = await openLab();
      await lab.engine.getOfferings();
      await lab.advance(minutes(6));
      lab.faults.fail({ target: { what: 'detail', id: 'wf_c' }, kind });
      const answer = await lab.engine.getWorkflow('wf_c');
      const marks = allEvents(lab).flatMap(({ id, error }) =>
        id === 'wf_c' && error !== undefined ? [error.isOnPurpose] : [],
      );
      expect([answer.status === 'error' && answer.error.isOnPurpose, marks.length > 1]).toEqual([
        true,
        true,
      ]);
      expect(marks).toEqual(marks.map(() => true));
    },
  );

  it('says nothing where the backend really has no such workflow', async () => {
    const lab = await openLab();
    const answer = await lab.engine.getWorkflow('wf_c');
    expect([answer.status, told(lab, 'wf_c').map(([, mark]) => mark)]).toEqual([
      'error',
      [false, false, false],
    ]);
  });

  it.each(['wrong-hash', 'html', 404] as const)(
    'of a body carries it to the workflow: %s',
    async (kind) => {
      const lab = await openLab({ workflows: [{ id: 'wf_b', offering: 'sale', delivery: 'cdn' }] });
      lab.faults.fail({ target: { what: 'cdn' }, kind });
      const answer = await lab.engine.getWorkflow('wf_b');
      expect(answer).toMatchObject({ status: 'error', error: { isOnPurpose: true } });
    },
  );

  it.each(['html', 'empty'] as const)(
    'of a body that nobody announced carries it, though it came whole: %s',
    async (kind) => {
      const cdn = { id: 'wf_b', offering: 'sale', delivery: 'cdn', hash: 'none' } as const;
      const lab = await openLab({ workflows: [cdn] });
      lab.faults.fail({ target: { what: 'cdn' }, kind });
      const answer = await lab.engine.getWorkflow('wf_b');
      expect(answer).toMatchObject({ status: 'error', error: { isOnPurpose: true } });
    },
  );

  it('is on purpose where a slow answer came too late, and not where it was a real one', async () => {
    const lab = await openLab();
    lab.faults.slow({ what: 'detail' }, { latencyMs: 10, jitterMs: 0, bytesPerSecond: null });
    const missing = lab.engine.getWorkflow('wf_c');
    await lab.advance(10);
    lab.faults.slow({ what: 'detail' }, { latencyMs: 90_000, jitterMs: 0, bytesPerSecond: null });
    const late = lab.engine.getWorkflow('wf_d');
    await lab.advance(minutes(2));
    const marks = [await missing, await late].map(
      (answer) => answer.status === 'error' && answer.error.isOnPurpose === true,
    );
    expect(marks).toEqual([false, true]);
  });

  it('is real again for the next request, whatever the one before got through', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'detail' }, kind: 'flaky', share: 0 });
    await lab.engine.getWorkflow('wf_a');
    await lab.settle();
    lab.faults.heal();
    const answer = await lab.engine.getWorkflow('wf_c');
    expect(answer.status === 'error' && answer.error.isOnPurpose).toBeUndefined();
  });

  it('is real where a flaky backend spared the request', async () => {
    const lab = await openLab();
    lab.faults.fail({ target: { what: 'detail' }, kind: 'flaky', share: 0 });
    const answer = await lab.engine.getWorkflow('wf_c');
    expect(answer.status === 'error' && answer.error.isOnPurpose).toBeUndefined();
  });

  it('is not on purpose where the user changed while the request was held', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail', id: 'wf_c' });
    const pending = lab.engine.getWorkflow('wf_c');
    await lab.settle();
    lab.engine.coldStart();
    lab.faults.release();
    await lab.settle();
    void pending;
    expect(told(lab, 'wf_c').map(([, mark]) => mark)).not.toContain(true);
  });

  it('of a disk that is full on purpose says so', async () => {
    const lab = await openLab();
    lab.space.isFull = true;
    await lab.engine.getOfferings();
    await lab.settle();
    const marks = allEvents(lab).flatMap(({ type, subject, error }) =>
      type === 'failed' && subject === 'disk' && error?.message.includes('no space') === true
        ? [error.isOnPurpose]
        : [],
    );
    expect([marks.length > 1, new Set(marks)]).toEqual([true, new Set([true])]);
  });
});
