import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { type Lab, minutes, openLab } from '../../helpers/lab.ts';
import { breakWith, failures, mend, patiently, rejections } from '../../helpers/outcomes.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const requests = (lab: Lab) => ({
  offerings: lab.requests('offerings'),
  list: lab.requests('list'),
});

/** An app that has been killed after offerings, list and details were saved. */
const openKilled = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({ rules });
  await lab.engine.getOfferings();
  await lab.settle();
  lab.engine.coldStart();
  lab.backend.mark();
  return lab;
};

describe('every way in which an offerings request can end badly', () => {
  it.each(failures)(
    'V-09 is answered from the copy on disk after $kind, and with the error where there is none',
    async ({ kind, error }) => {
      const lab = await openLab();
      breakWith(lab, 'offerings', kind);
      const withoutCopy = await patiently(lab, lab.engine.getOfferings());
      const listWithoutCopy = lab.requests('list');
      mend(lab);
      await lab.engine.getOfferings();
      lab.engine.coldStart();
      breakWith(lab, 'offerings', kind);
      const withCopy = await patiently(lab, lab.engine.getOfferings());
      expect({
        withoutCopy: seen(withoutCopy),
        listWithoutCopy,
        withCopy: seen(withCopy),
        ids:
          withCopy.status === 'ok' &&
          withCopy.value.response.offerings.map(({ identifier }) => identifier),
        completed: completed(lab, 'offerings'),
        disk: lab.disk.contents().offerings,
      }).toEqual({
        withoutCopy: error,
        listWithoutCopy: 0,
        withCopy: 'disk stale',
        ids: ['default', 'sale'],
        completed: [1, 2, 3],
        disk: true,
      });
    },
  );

  it.each(rejections)(
    'V-09 is an error after $kind though there is a copy on disk, which stays',
    async ({ kind, error }) => {
      const lab = await openKilled();
      breakWith(lab, 'offerings', kind);
      const answer = await lab.engine.getOfferings();
      await lab.settle();
      expect({
        answer: seen(answer),
        memory: memoryOf(lab),
        disk: lab.disk.contents().offerings,
        requests: requests(lab),
      }).toEqual({
        answer: error,
        memory: { offerings: 'absent', list: 'absent', details: {}, map: {} },
        disk: true,
        requests: { offerings: 1, list: 0 },
      });
    },
  );

  it.each(['android', 'ios'] as const)(
    'V-09 is answered from disk after a 5xx and not after a 4xx, under %s',
    async (rules) => {
      const lab = await openKilled(rules);
      lab.faults.fail({ target: { what: 'offerings' }, kind: 404, times: 1 });
      const rejected = await lab.engine.getOfferings();
      lab.faults.fail({ target: { what: 'offerings' }, kind: 500 });
      const failed = await lab.engine.getOfferings();
      expect([rejected, failed].map((answer) => seen(answer).split(' ')[0])).toEqual([
        'error',
        'disk',
      ]);
    },
  );

  it.each([
    { how: 'garbage', damage: (file: string) => writeFileSync(file, 'neither JSON {]') },
    { how: 'nothing', damage: (file: string) => truncateSync(file, 0) },
  ])('V-09 is an error where the copy on disk is $how', async ({ damage }) => {
    const lab = await openKilled();
    damage(lab.disk.pathOf({ kind: 'offerings' }));
    lab.faults.fail({ target: { what: 'offerings' }, kind: 502 });
    const answer = await lab.engine.getOfferings();
    await lab.settle();
    expect({
      answer: seen(answer),
      memory: memoryOf(lab).offerings,
      quarantined: [lab.disk.quarantinedCount(), lab.find('quarantined')?.subject],
    }).toEqual({
      answer: 'error backend-error 502',
      memory: 'absent',
      quarantined: [1, 'offerings'],
    });
  });
});

describe('offerings from disk and the list', () => {
  it('V-07 have the list requested, and are delivered when it has completed', async () => {
    const lab = await openKilled();
    lab.faults.fail({ target: { what: 'offerings' }, kind: 500 });
    lab.faults.hold({ what: 'list' });
    const call = lab.engine.getOfferings();
    await lab.settle();
    const whileHeld = { completed: completed(lab, 'offerings'), requests: requests(lab) };
    lab.faults.release();
    const answer = await call;
    expect({
      whileHeld,
      answer: seen(answer),
      map: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
    }).toEqual({
      whileHeld: { completed: [1], requests: { offerings: 1, list: 1 } },
      answer: 'disk stale',
      map: { default: 'wf_a', sale: 'wf_b' },
    });
  });

  it.each([
    { rules: 'recommended', answer: 'disk stale' },
    { rules: 'android', answer: 'disk fresh' },
    { rules: 'ios', answer: 'disk stale' },
  ] as const)(
    'V-07 do not force a list that is fresh in memory, under $rules',
    async ({ rules, answer }) => {
      const lab = await openKilled(rules);
      await lab.engine.getWorkflowsList();
      lab.backend.mark();
      lab.faults.fail({ target: { what: 'offerings' }, kind: 500 });
      const offerings = await lab.engine.getOfferings();
      await lab.settle();
      expect({
        offerings: seen(offerings),
        requests: requests(lab),
        details: lab.requests('detail'),
      }).toEqual({ offerings: answer, requests: { offerings: 1, list: 0 }, details: 0 });
    },
  );

  it('V-07 come with the restored map and restored details when everything fails', async () => {
    const lab = await openKilled();
    lab.faults.setOnline(false);
    const answer = await lab.engine.getOfferings();
    expect({
      answer: seen(answer),
      map: answer.status === 'ok' && Object.fromEntries(answer.value.workflowByOffering),
      memory: memoryOf(lab),
    }).toEqual({
      answer: 'disk stale',
      map: { default: 'wf_a', sale: 'wf_b' },
      memory: {
        offerings: 'stale',
        list: 'stale',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map: { default: 'wf_a', sale: 'wf_b' },
      },
    });
  });
});

describe('how good offerings are after a failure', () => {
  it.each(['recommended', 'ios'] as const)(
    'V-09 counts those from disk as stale, so that the next call asks again behind them, under %s',
    async (rules) => {
      const lab = await openKilled(rules);
      lab.faults.fail({ target: { what: 'offerings' }, kind: 500, times: 1 });
      const restored = await lab.engine.getOfferings();
      const next = await lab.engine.getOfferings();
      await lab.settle();
      expect({
        answers: [restored, next].map(seen),
        requests: lab.requests('offerings'),
        after: memoryOf(lab).offerings,
      }).toEqual({ answers: ['disk stale', 'memory stale'], requests: 2, after: 'fresh' });
    },
  );

  it('V-09 counts those from disk as fresh until their time to live is over, under android', async () => {
    const lab = await openKilled('android');
    lab.faults.fail({ target: { what: 'offerings' }, kind: 500, times: 1 });
    const restored = await lab.engine.getOfferings();
    await lab.advance(minutes(5) - 1);
    const next = await lab.engine.getOfferings();
    const inside = lab.requests('offerings');
    await lab.advance(1);
    const after = await lab.engine.getOfferings();
    await lab.settle();
    expect({
      answers: [restored, next, after].map(seen),
      requests: [inside, lab.requests('offerings')],
    }).toEqual({
      answers: ['disk fresh', 'memory fresh', 'memory stale'],
      requests: [1, 2],
    });
  });

  it.each(['recommended', 'android', 'ios'] as const)(
    'V-09 marks those in memory stale after a 4xx, whatever their time to live is then, under %s',
    async (rules) => {
      const lab = await openLab({ rules });
      await lab.engine.getOfferings();
      await lab.advance(minutes(5));
      lab.faults.fail({ target: { what: 'offerings' }, kind: 403, times: 1 });
      const stale = await lab.engine.getOfferings();
      await lab.settle();
      // By the time to live of the background they would be fresh.
      lab.engine.setForeground(false);
      const marked = memoryOf(lab).offerings;
      const again = lab.engine.getOfferings();
      await lab.advance(5_000);
      expect({
        stale: seen(stale),
        marked,
        again: seen(await again),
        requests: lab.requests('offerings'),
      }).toEqual({ stale: 'memory stale', marked: 'stale', again: 'memory stale', requests: 3 });
    },
  );

  it('V-09 tells their true age after a 4xx has marked them stale', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    await lab.advance(minutes(5));
    lab.faults.fail({ target: { what: 'offerings' }, kind: 403 });
    await lab.engine.getOfferings();
    await lab.advance(minutes(1));
    const answer = await lab.engine.getOfferings();
    expect(answer).toMatchObject({ freshness: 'stale', ageMs: minutes(6), ttlLeftMs: 0 });
  });

  it('V-09 keeps those in memory when the refresh behind them fails and there is no copy', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    await lab.advance(minutes(5));
    rmSync(lab.disk.pathOf({ kind: 'offerings' }));
    lab.faults.fail({ target: { what: 'offerings' }, kind: 500 });
    const answers = [await lab.engine.getOfferings()];
    await lab.settle();
    answers.push(await lab.engine.getOfferings());
    await lab.settle();
    expect({
      answers: answers.map(seen),
      requests: lab.requests('offerings'),
      memory: memoryOf(lab).offerings,
    }).toEqual({ answers: ['memory stale', 'memory stale'], requests: 3, memory: 'stale' });
  });
});
