import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import { laneOf } from '../../../shared/timeline/lane.ts';
import { allEvents } from '../../helpers/engine-view.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';

const ids = ['wf_1', 'wf_2', 'wf_3', 'wf_4', 'wf_5', 'wf_6'];

const openSix = (rules: (typeof ruleSets)[number]): Promise<Lab> =>
  openLab({
    rules,
    offerings: ids.map((id) => ({ id: `of_${id}` })),
    workflows: ids.map((id) => ({
      id,
      offering: `of_${id}`,
      prefetch: true,
      delivery: 'cdn' as const,
    })),
  });

const slotsOf = (lab: Lab, subject: 'detail' | 'cdn', type = 'requested') =>
  allEvents(lab)
    .filter((event) => event.type === type && event.subject === subject)
    .map(({ slot }) => slot ?? null);

const lanesOf = (lab: Lab, id: string) =>
  allEvents(lab)
    .filter((event) => event.type === 'requested' && event.id === id)
    .map(laneOf);

describe.each(ruleSets)('the slots of requests under %s', (rules) => {
  it('A8 each prefetch tells its slot, from 1 to 4, and takes one that is free', async () => {
    const lab = await openSix(rules);
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    const atOnce = slotsOf(lab, 'detail');
    lab.faults.release();
    await lab.settle();
    const all = slotsOf(lab, 'detail');
    expect([atOnce, all.length, all.every((slot) => slot !== null && slot <= 4)]).toEqual([
      [1, 2, 3, 4],
      6,
      true,
    ]);
  });

  it('A8 each download tells its slot, and so does what is said about it', async () => {
    const lab = await openSix(rules);
    lab.faults.hold({ what: 'cdn' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    const atOnce = slotsOf(lab, 'cdn');
    lab.faults.release();
    await lab.settle();
    const told = slotsOf(lab, 'cdn', 'downloaded');
    expect([atOnce, told.length, told.every((slot) => slot !== null && slot <= 4)]).toEqual([
      [1, 2, 3, 4],
      6,
      true,
    ]);
  });

  it('A3 what somebody waits for runs beside the slots', async () => {
    const lab = await openSix(rules);
    await lab.engine.getWorkflow('wf_1');
    expect(lanesOf(lab, 'wf_1')).toEqual(['on-demand', 'beside']);
  });

  it('A3 a prefetch that is hurried out of its queue runs beside the slots', async () => {
    const lab = await openSix(rules);
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    void lab.engine.getWorkflow('wf_6');
    await lab.settle();
    expect([lanesOf(lab, 'wf_1'), lanesOf(lab, 'wf_6')]).toEqual([['prefetch-1'], ['on-demand']]);
  });
});

describe('what changes memory without a request', () => {
  it('A8 is told where the rules change, and what had to go by that', async () => {
    const lab = await openLab();
    lab.engine.setRules('ios');
    lab.engine.setRules('ios');
    expect(allEvents(lab).map(({ type, rules, note }) => [type, rules, note])).toEqual([
      ['rules-changed', 'ios', 'ios'],
    ]);
  });

  it.each([
    ['recommended', 'marked-stale'],
    ['android', 'evicted'],
    ['ios', undefined],
  ] as const)('A8 is told where a forced list meets the details under %s', async (rules, type) => {
    const lab = await openLab({ rules });
    await lab.engine.getWorkflowsList();
    const before = lab.timeline.nextId();
    await lab.engine.getWorkflowsList({ force: true });
    const told = lab.timeline
      .since(before)
      .find((event) => event.subject === 'detail' && event.id === undefined);
    const cause = lab.timeline.find(told?.cause ?? 0);
    expect([told?.type, cause && `${cause.type} ${cause.subject}`]).toEqual([
      type,
      type === undefined ? null : 'refreshed list',
    ]);
  });
});
