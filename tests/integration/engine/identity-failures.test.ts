import { describe, expect, it } from 'vitest';
import type { FaultKind, RequestScope } from '../../../shared/faults.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import { type RuleSet, ruleSets } from '../../../shared/policies.ts';
import { brief, watch } from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const ben = appUserId('ben');
const lateMs = 10_000;

/** Ana's requests of that kind come to nothing ten seconds later; everybody else's are answered. */
const failLate = (lab: Lab, what: RequestScope, kind: FaultKind): void => {
  lab.faults.slow({ what }, { latencyMs: lateMs, jitterMs: 0, bytesPerSecond: null });
  lab.faults.fail({ target: { what }, kind });
};

/** Ben takes over and has everything cached, before ana's failure comes. */
const takeOver = async (lab: Lab): Promise<void> => {
  await lab.settle();
  lab.engine.logIn(ben);
  lab.faults.heal();
  await lab.engine.getOfferings();
  await lab.engine.getWorkflow('wf_c');
  await lab.settle();
};

const stateOf = (lab: Lab) => ({
  memory: memoryOf(lab),
  users: [...lab.engine.snapshot().details.values()].map(({ user }) => user),
  disk: lab.disk.contents(),
});

const openThree = (rules: RuleSet): Promise<Lab> =>
  openLab({
    rules,
    offerings: [{ id: 'default' }, { id: 'sale' }, { id: 'extra' }],
    workflows: [
      { id: 'wf_a', offering: 'default', prefetch: true },
      { id: 'wf_b', offering: 'sale', prefetch: true, delivery: 'cdn' },
      { id: 'wf_c', offering: 'extra' },
    ],
  });

const kinds = [404, 503] as const;
const cases = ruleSets.flatMap((rules) => kinds.map((kind) => [rules, kind] as const));

describe.each(cases)('a failure of a former user under %s, answered %i', (rules, kind) => {
  const error = kind === 404 ? 'rejected' : 'backend-error';

  it('G-03 of the list evicts, restores and marks nothing of the user who is current', async () => {
    const lab = await openThree(rules);
    failLate(lab, 'list', kind);
    const list = watch(lab.engine.getWorkflowsList());
    await takeOver(lab);
    const before = stateOf(lab);
    await lab.advance(lateMs);
    expect([list.now(), stateOf(lab)]).toEqual([
      { status: 'error', error, isFormerUser: true },
      before,
    ]);
  });

  it('G-03 of the offerings restores and marks nothing of the user who is current', async () => {
    const lab = await openThree(rules);
    failLate(lab, 'offerings', kind);
    const offerings = watch(lab.engine.getOfferings());
    await takeOver(lab);
    const before = stateOf(lab);
    await lab.advance(lateMs);
    expect([offerings.now(), stateOf(lab)]).toEqual([
      { status: 'error', error, isFormerUser: true },
      before,
    ]);
  });

  it('G-03 of a detail on demand evicts and marks nothing of the user who is current', async () => {
    const lab = await openThree(rules);
    failLate(lab, 'detail', kind);
    const detail = watch(lab.engine.getWorkflow('wf_c'));
    await takeOver(lab);
    const before = stateOf(lab);
    await lab.advance(lateMs);
    expect([detail.now(), stateOf(lab)]).toEqual([
      { status: 'error', error, isFormerUser: true },
      before,
    ]);
  });

  it('G-07 of the refresh behind a stale detail evicts and marks nothing of the user who is current', async () => {
    const lab = await openThree(rules);
    await lab.engine.getWorkflow('wf_c');
    await lab.advance(minutes(5));
    failLate(lab, 'detail', kind);
    await lab.engine.getWorkflow('wf_c');
    await takeOver(lab);
    const before = stateOf(lab);
    await lab.advance(lateMs);
    expect(stateOf(lab)).toEqual(before);
  });
});

describe('a failure of a former user whose detail the next one has on disk', () => {
  it.each(['recommended', 'ios'] as const)(
    'G-03 under %s is answered with its error, never with the copy of the next user',
    async (rules) => {
      const lab = await openThree(rules);
      failLate(lab, 'detail', 503);
      const detail = watch(lab.engine.getWorkflow('wf_a'));
      await takeOver(lab);
      await lab.advance(lateMs);
      expect([detail.now(), lab.disk.contents().envelopes, lab.engine.leaks()]).toEqual([
        { status: 'error', error: 'backend-error', isFormerUser: true },
        ['wf_a', 'wf_b'],
        0,
      ]);
    },
  );
});

describe('what a late answer tells', () => {
  it.each(ruleSets)(
    'G-09 under %s late offerings do not tell the former user the map of the next one',
    async (rules) => {
      const lab = await openThree(rules);
      lab.faults.slow(
        { what: 'offerings' },
        { latencyMs: lateMs, jitterMs: 0, bytesPerSecond: null },
      );
      const call = lab.engine.getOfferings();
      await takeOver(lab);
      await lab.advance(lateMs);
      const answer = await call;
      const told = answer.status === 'ok' ? [...answer.value.workflowByOffering] : null;
      expect([brief(answer), told]).toEqual([
        { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: true },
        [],
      ]);
    },
  );

  it.each(['recommended', 'ios'] as const)(
    'G-04 under %s a late list tells the former user its own map, not that of the next one',
    async (rules) => {
      const lab = await openThree(rules);
      lab.faults.slow({ what: 'list' }, { latencyMs: lateMs, jitterMs: 0, bytesPerSecond: null });
      const call = lab.engine.getWorkflowsList();
      await lab.settle();
      // The bundled backend serves everybody alike: a change in between tells the two users apart.
      lab.backend.project.change({ kind: 'workflow', id: 'wf_c', to: { offering: 'bens' } });
      await takeOver(lab);
      await lab.advance(lateMs);
      const answer = await call;
      const told =
        answer.status === 'ok' ? Object.fromEntries(answer.value.workflowByOffering) : {};
      expect(told).toEqual({ default: 'wf_a', sale: 'wf_b', extra: 'wf_c' });
    },
  );
});
