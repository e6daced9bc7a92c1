import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import { allEvents, now, prefetchedProject, requestsOf, watch } from '../../helpers/engine-view.ts';
import { type Lab, hours, openLab } from '../../helpers/lab.ts';

/** How long after the first event each request left. */
const departures = (lab: Lab): readonly { readonly what: string; readonly afterMs: number }[] => {
  const events = allEvents(lab);
  const start = events[0]?.at ?? 0;
  return events
    .filter(({ type }) => type === 'requested')
    .map(({ subject, id, at }) => ({
      what: id === undefined ? subject : `${subject} ${id}`,
      afterMs: at - start,
    }));
};

const within = (ms: number): boolean => ms > 0 && ms < 5_000;

describe.each(ruleSets)('requests in the background under %s', (rules) => {
  it('H-13 the list, the offerings and prefetches first wait up to five seconds each', async () => {
    const lab = await openLab({ rules, isForeground: false });
    const offerings = watch(lab.engine.getOfferings());
    await lab.settle();
    const atOnce = requestsOf(lab);
    await lab.advance(15_000);
    const left = new Map(departures(lab).map(({ what, afterMs }) => [what, afterMs]));
    const first = left.get('offerings') ?? 0;
    const list = left.get('list') ?? 0;
    const waits = [
      first,
      list - first,
      (left.get('detail wf_a') ?? 0) - list,
      (left.get('detail wf_b') ?? 0) - list,
    ];
    expect({ atOnce, waits: waits.map(within), offerings: offerings.now() }).toEqual({
      atOnce: { offerings: 0, list: 0, detail: 0, cdn: 0 },
      waits: [true, true, true, true],
      offerings: { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
    });
    // They do not all wait equally long.
    expect(new Set(waits).size).toBe(4);
  });

  it('H-13 an on-demand detail never waits, cold or behind a stale answer', async () => {
    const lab = await openLab({ rules, isForeground: false });
    await lab.engine.getWorkflow('wf_b');
    await lab.advance(hours(25));
    await lab.engine.getWorkflow('wf_b');
    await lab.settle();
    expect(departures(lab).map(({ what, afterMs }) => `${what} ${afterMs}`)).toEqual([
      'detail wf_b 0',
      'cdn wf_b 0',
      `detail wf_b ${hours(25)}`,
    ]);
  });
});

describe('the jitter of the background', () => {
  it('H-13 is none in the foreground', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    expect(departures(lab).map(({ afterMs }) => afterMs)).toEqual([0, 0, 0, 0, 0]);
  });

  it('H-13 comes from the seed: the same story waits the same times', async () => {
    const story = async () => {
      const lab = await openLab({ isForeground: false });
      void lab.engine.getOfferings();
      await lab.advance(15_000);
      return departures(lab);
    };
    const first = await story();
    expect([first.length, await story()]).toEqual([5, first]);
  });

  it('H-13 an ask for a detail whose prefetch waits in the background is issued at once', async () => {
    const lab = await openLab({ isForeground: false, ...prefetchedProject(2) });
    const list = watch(lab.engine.getWorkflowsList());
    while (requestsOf(lab).list === 0) await lab.advance(100);
    await lab.settle();
    const before = requestsOf(lab).detail;
    const asked = watch(lab.engine.getWorkflow('wf_2'));
    await lab.settle();
    expect({ before, asked: asked.now(), list: list.now(), requests: requestsOf(lab) }).toEqual({
      before: 0,
      asked: {
        status: 'ok',
        source: 'network',
        freshness: 'fresh',
        workflow: 'wf_2',
        revision: 1,
        isFormerUser: false,
      },
      list: 'pending',
      requests: { offerings: 0, list: 1, detail: 1, cdn: 0 },
    });
  });

  it('H-13 the request behind the wait is one, however many ask meanwhile', async () => {
    const lab = await openLab({ isForeground: false });
    const calls = [watch(lab.engine.getWorkflowsList()), watch(lab.engine.getWorkflowsList())];
    await lab.advance(15_000);
    const ok = { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false };
    expect([now(calls), requestsOf(lab).list]).toEqual([[ok, ok], 1]);
  });

  it('H-13 what is asked for in the foreground is not delayed by a list that waits in the background', async () => {
    const lab = await openLab({ isForeground: false });
    void lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.setForeground(true);
    const list = watch(lab.engine.getWorkflowsList());
    await lab.settle();
    expect([list.now(), requestsOf(lab).list]).toEqual([
      { status: 'ok', source: 'network', freshness: 'fresh', isFormerUser: false },
      1,
    ]);
  });
});
