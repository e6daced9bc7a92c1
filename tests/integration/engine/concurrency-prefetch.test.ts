import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import {
  brief,
  now,
  okFrom,
  prefetchedProject,
  requestsOf,
  watch,
} from '../../helpers/engine-view.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const arrivals = ({ backend }: Lab): readonly string[] =>
  backend.record().arrivals.map(({ scope, id }) => (id === null ? scope : `${scope} ${id}`));

/** Seven prefetches: four hold a slot, three wait for one. */
const openFull = async (delivery: 'inline' | 'cdn' = 'inline') => {
  const lab = await openLab(prefetchedProject(7, delivery));
  lab.faults.hold({ what: 'detail' });
  const list = watch(lab.engine.getWorkflowsList());
  await lab.settle();
  return { lab, list };
};

describe.each(ruleSets)('the four slots of prefetches under %s', (rules) => {
  it('H-12 at most four details are prefetched at once, and four are', async () => {
    const lab = await openLab({ rules, ...prefetchedProject(9) });
    lab.faults.hold({ what: 'detail' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const held = { requests: requestsOf(lab).detail, list: list.now() };
    lab.faults.release();
    await lab.settle();
    expect({
      held,
      peak: lab.backend.record().peaks.detail,
      all: requestsOf(lab).detail,
      list: list.now(),
    }).toEqual({
      held: { requests: 4, list: 'pending' },
      peak: 4,
      all: 9,
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
    });
  });
});

describe('the slots of prefetches', () => {
  it('H-12 start in the order of the list, each free slot taken by the next', async () => {
    const { lab } = await openFull();
    const first = arrivals(lab);
    lab.faults.release({ what: 'detail', id: 'wf_3' });
    await lab.settle();
    expect({ first, then: arrivals(lab).slice(first.length) }).toEqual({
      first: ['list', 'detail wf_1', 'detail wf_2', 'detail wf_3', 'detail wf_4'],
      then: ['detail wf_5'],
    });
  });

  it('H-12 bring details that are saved one in a turn of the event loop: four at once would hold others up', async () => {
    const { lab } = await openFull();
    let turn = 0;
    const count = (): void => {
      turn += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    const turns: number[] = [];
    lab.timeline.onEvent(({ type, subject }) => {
      if (type === 'persisted' && subject === 'detail') turns.push(turn);
    });
    lab.faults.release();
    await lab.settle();
    clearImmediate(counting);
    expect([turns.length, new Set(turns).size]).toEqual([7, 7]);
  });

  it('H-12 are free again when the envelope is there: all details arrive while every body is held', async () => {
    const lab = await openLab(prefetchedProject(12, 'cdn'));
    lab.faults.hold({ what: 'cdn' });
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    const { detail, cdn } = requestsOf(lab);
    const pending = list.now();
    lab.faults.release();
    await lab.settle();
    expect({ detail, cdn, pending, list: list.now(), all: requestsOf(lab).cdn }).toEqual({
      detail: 12,
      cdn: 4,
      pending: 'pending',
      list: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
      all: 12,
    });
    expect(lab.backend.record().peaks.cdn).toBe(4);
  });

  it('H-12 are free again when a prefetch fails, and the failure cancels no sibling', async () => {
    const lab = await openLab(prefetchedProject(6));
    lab.faults.fail({ target: { what: 'detail', id: 'wf_1' }, kind: 503 });
    lab.faults.fail({ target: { what: 'detail', id: 'wf_2' }, kind: 'reset' });
    lab.faults.fail({ target: { what: 'detail', id: 'wf_3' }, kind: 404 });
    lab.faults.fail({ target: { what: 'detail', id: 'wf_4' }, kind: 'bad-json' });
    const list = brief(await lab.engine.getWorkflowsList());
    expect([list.status, memoryOf(lab).details, lab.disk.contents().envelopes]).toEqual([
      'ok',
      { wf_5: 'fresh', wf_6: 'fresh' },
      ['wf_5', 'wf_6'],
    ]);
  });
});

describe('a person who waits goes first', () => {
  it('T-05 an ask for another detail is answered at once while all slots are held', async () => {
    const lab = await openLab({
      ...prefetchedProject(7),
      workflows: [...prefetchedProject(7).workflows, { id: 'wf_x', delivery: 'cdn' }],
    });
    lab.faults.hold({ what: 'detail' });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.faults.release({ what: 'detail', id: 'wf_x' });
    const asked = watch(lab.engine.getWorkflow('wf_x'));
    await lab.settle();
    expect({ asked: asked.now(), prefetches: requestsOf(lab).detail - 1 }).toEqual({
      asked: okFrom('network', 'wf_x'),
      prefetches: 4,
    });
  });

  it('H-11 on-demand details, the list and the offerings use no slot', async () => {
    const { lab } = await openFull();
    lab.faults.hold({ what: 'backend' });
    const ids = ['wf_u', 'wf_v', 'wf_x', 'wf_y', 'wf_z'];
    for (const id of ids) void lab.engine.getWorkflow(id);
    void lab.engine.getOfferings();
    await lab.settle();
    // Five on demand are served at once, beside the four prefetches.
    expect([requestsOf(lab), lab.backend.record().peaks.detail]).toEqual([
      { offerings: 1, list: 1, detail: 9, cdn: 0 },
      9,
    ]);
  });

  it('T-05 an ask for a prefetch that waits for a slot leaves the queue, is issued at once and still persisted', async () => {
    const { lab, list } = await openFull();
    lab.faults.release({ what: 'detail', id: 'wf_7' });
    const asked = watch(lab.engine.getWorkflow('of_7'));
    await lab.settle();
    const meanwhile = {
      asked: asked.now(),
      list: list.now(),
      arrived: arrivals(lab).slice(-1),
      detail: requestsOf(lab).detail,
      envelopes: lab.disk.contents().envelopes,
    };
    lab.faults.release();
    await lab.settle();
    expect({ meanwhile, each: lab.requests('detail wf_7'), all: requestsOf(lab).detail }).toEqual({
      meanwhile: {
        asked: okFrom('network', 'wf_7'),
        list: 'pending',
        arrived: ['detail wf_7'],
        // Four in their slots, and this one beside them: wf_5 and wf_6 still wait.
        detail: 5,
        envelopes: ['wf_7'],
      },
      each: 1,
      all: 7,
    });
  });

  it('T-05 a hurried prefetch leaves its slot to nobody and takes nobody else’s', async () => {
    const { lab } = await openFull();
    void lab.engine.getWorkflow('wf_6');
    await lab.settle();
    const hurried = requestsOf(lab).detail;
    lab.faults.release({ what: 'detail', id: 'wf_6' });
    await lab.settle();
    const answered = requestsOf(lab).detail;
    lab.faults.release({ what: 'detail', id: 'wf_1' });
    await lab.settle();
    expect([hurried, answered, arrivals(lab).slice(-2)]).toEqual([
      5,
      5,
      ['detail wf_6', 'detail wf_5'],
    ]);
  });

  it('T-05 an ask for a stale detail whose prefetch waits for a slot is served at once, and its refresh leaves the queue', async () => {
    const lab = await openLab(prefetchedProject(7));
    await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'detail' });
    await lab.engine.getWorkflowsList();
    await lab.settle();
    lab.backend.mark();
    const stale = brief(await lab.engine.getWorkflow('wf_7'));
    await lab.settle();
    expect([stale.freshness, arrivals(lab)]).toEqual(['stale', ['detail wf_7']]);
  });

  it('T-05 an ask that is issued ahead of the queue and fails completes with its error, and the list goes on', async () => {
    const { lab, list } = await openFull();
    lab.faults.fail({ target: { what: 'detail', id: 'wf_7' }, kind: 404 });
    lab.faults.release({ what: 'detail', id: 'wf_7' });
    const asked = watch(lab.engine.getWorkflow('wf_7'));
    await lab.settle();
    const meanwhile = now([asked, list]);
    lab.faults.release();
    await lab.settle();
    expect([meanwhile, list.now(), lab.requests('detail wf_7')]).toEqual([
      [{ status: 'error', error: 'rejected', isFormerUser: false }, 'pending'],
      { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
      1,
    ]);
  });
});
