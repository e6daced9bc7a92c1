import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { type Lab, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };

const requests = (lab: Lab) => ({
  offerings: lab.requests('offerings'),
  list: lab.requests('list'),
});

describe('offerings from the network and the list', () => {
  it('V-01 are delivered directly where the workflow endpoint is switched off', async () => {
    const lab = await openLab({ settings: { workflows: false } });
    const answer = await lab.engine.getOfferings();
    await lab.settle();
    expect({ answer: seen(answer), requests: requests(lab), disk: lab.disk.contents() }).toEqual({
      answer: 'network fresh',
      requests: { offerings: 1, list: 0 },
      disk: { offerings: true, list: false, envelopes: [], quarantined: 0 },
    });
  });

  it('V-02 are delivered only when the list has completed, with what each offering maps to', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'list' });
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    const call = lab.engine.getOfferings();
    await lab.settle();
    const whileListIsHeld = { requests: requests(lab), completed: completed(lab, 'offerings') };
    lab.faults.release({ what: 'list' });
    await lab.settle();
    const whilePrefetching = completed(lab, 'offerings');
    lab.faults.release();
    const answer = await call;
    expect({
      whileListIsHeld,
      whilePrefetching,
      answer: seen(answer),
      ids: answer.status === 'ok' && answer.value.response.offerings.map((one) => one.identifier),
      map: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
      completed: completed(lab, 'offerings'),
    }).toEqual({
      whileListIsHeld: { requests: { offerings: 1, list: 1 }, completed: [] },
      whilePrefetching: [],
      answer: 'network fresh',
      ids: ['default', 'sale'],
      map,
      completed: [1],
    });
  });

  it('V-02 share one request among callers, each of whom completes once', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'offerings' });
    const calls = [1, 2, 3].map(() => lab.engine.getOfferings());
    await lab.settle();
    lab.faults.release();
    const answers = await Promise.all(calls);
    await lab.settle();
    expect({
      answers: answers.map(seen),
      completed: completed(lab, 'offerings'),
      requests: requests(lab),
    }).toEqual({
      answers: ['network fresh', 'network fresh', 'network fresh'],
      completed: [1, 2, 3],
      requests: { offerings: 1, list: 1 },
    });
  });

  it('V-02 are asked for at once, so that the request leaves though the user changes in the same moment', async () => {
    const lab = await openLab();
    const ana = lab.engine.getOfferings();
    lab.engine.logIn(appUserId('ben'));
    const answer = await ana;
    await lab.settle();
    expect({
      answer: [answer.status, answer.isFormerUser],
      requests: requests(lab),
      memory: memoryOf(lab).offerings,
    }).toEqual({
      answer: ['ok', true],
      requests: { offerings: 1, list: 0 },
      memory: 'absent',
    });
  });

  it.each([
    { rules: 'recommended', details: 4 },
    { rules: 'android', details: 4 },
    { rules: 'ios', details: 2 },
  ] as const)(
    'V-03 have a fresh list fetched again, forced, under $rules',
    async ({ rules, details }) => {
      const lab = await openLab({ rules });
      await lab.engine.getWorkflowsList();
      const answer = await lab.engine.getOfferings();
      await lab.settle();
      expect({
        answer: seen(answer),
        requests: requests(lab),
        details: lab.requests('detail'),
      }).toEqual({ answer: 'network fresh', requests: { offerings: 1, list: 2 }, details });
    },
  );

  it.each(['reset', 500, 404, 'html'] as const)(
    'V-04 are delivered all the same when the list fails with %s',
    async (kind) => {
      const lab = await openLab();
      lab.faults.fail({ target: { what: 'list' }, kind });
      const answer = await lab.engine.getOfferings();
      expect({
        answer: seen(answer),
        map: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
        completed: completed(lab, 'offerings'),
        requests: requests(lab),
      }).toEqual({
        answer: 'network fresh',
        map: {},
        completed: [1],
        requests: { offerings: 1, list: 1 },
      });
    },
  );

  it('V-08 have the list fetched though no offering is current', async () => {
    const lab = await openLab({ offerings: [] });
    const answer = await lab.engine.getOfferings();
    expect({
      answer: seen(answer),
      current: answer.status === 'ok' && answer.value.response.current_offering_id,
      requests: requests(lab),
    }).toEqual({
      answer: 'network fresh',
      current: null,
      requests: { offerings: 1, list: 1 },
    });
  });

  it('V-08 have the list fetched in the background too, after a wait of its own', async () => {
    const lab = await openLab({ isForeground: false });
    const call = lab.engine.getOfferings();
    await lab.settle();
    const atOnce = requests(lab);
    await lab.advance(15_000);
    const answer = await call;
    const at = (type: 'called' | 'requested', subject: 'offerings' | 'list') =>
      lab.timeline.since(1).find((event) => event.type === type && event.subject === subject)?.at ??
      0;
    const waits = [
      at('requested', 'offerings') - at('called', 'offerings'),
      at('requested', 'list') - at('requested', 'offerings'),
    ];
    expect({
      answer: answer.status,
      atOnce,
      requests: requests(lab),
      waits: waits.map((ms) => ms > 0 && ms <= 5_000),
    }).toEqual({
      answer: 'ok',
      atOnce: { offerings: 0, list: 0 },
      requests: { offerings: 1, list: 1 },
      waits: [true, true],
    });
  });
});

describe('fresh offerings in memory and the list', () => {
  it('V-05 are delivered at once, with no request, while the list is fresh too', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    const answer = await lab.engine.getOfferings();
    await lab.settle();
    expect({ answer: seen(answer), requests: requests(lab) }).toEqual({
      answer: 'memory fresh',
      requests: { offerings: 1, list: 1 },
    });
  });

  it.each([
    { rules: 'recommended', kind: 403, why: 'was evicted' },
    { rules: 'android', kind: 403, why: 'was marked stale' },
    { rules: 'ios', kind: 500, why: 'was restored and is stale' },
  ] as const)('V-05 wait for the list where it $why, under $rules', async ({ rules, kind }) => {
    const lab = await openLab({ rules });
    await lab.engine.getOfferings();
    lab.faults.fail({ target: { what: 'list' }, kind, times: 1 });
    await lab.engine.getWorkflowsList({ force: true });
    lab.faults.hold({ what: 'list' });
    lab.backend.mark();
    const call = lab.engine.getOfferings();
    await lab.settle();
    const whileHeld = { completed: completed(lab, 'offerings'), requests: requests(lab) };
    lab.faults.release();
    const answer = await call;
    await lab.settle();
    expect({
      whileHeld,
      answer: seen(answer),
      map: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
      details: lab.requests('detail'),
    }).toEqual({
      whileHeld: { completed: [1], requests: { offerings: 0, list: 1 } },
      answer: 'memory fresh',
      map,
      // Not forced: what was prefetched is fresh still.
      details: 0,
    });
  });
});
