import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../shared/policies.ts';
import { type Lab, hours, minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen } from '../../helpers/seen.ts';

const requests = (lab: Lab) => ({
  offerings: lab.requests('offerings'),
  list: lab.requests('list'),
});

const open = async (rules: RuleSet = 'recommended') => {
  const lab = await openLab({ rules, workflows: [{ id: 'wf_a', offering: 'default' }] });
  await lab.engine.getOfferings();
  await lab.settle();
  lab.backend.mark();
  return lab;
};

describe('stale offerings in memory', () => {
  it.each(['recommended', 'ios'] as const)(
    'V-06 are delivered at once, and only the refresh behind them asks for the list, under %s',
    async (rules) => {
      const lab = await open(rules);
      await lab.advance(minutes(5));
      lab.faults.hold({ what: 'backend' });
      const answer = await lab.engine.getOfferings();
      await lab.settle();
      const whileHeld = requests(lab);
      lab.faults.release();
      await lab.settle();
      const { offerings, list } = memoryOf(lab);
      expect({ answer: seen(answer), whileHeld, after: requests(lab), offerings, list }).toEqual({
        answer: 'memory stale',
        whileHeld: { offerings: 1, list: 0 },
        after: { offerings: 1, list: 1 },
        offerings: 'fresh',
        list: 'fresh',
      });
    },
  );

  it.each(['recommended', 'ios'] as const)(
    'V-06 have the list fetched by their refresh though it is fresh, forced, under %s',
    async (rules) => {
      const lab = await open(rules);
      await lab.advance(minutes(4));
      await lab.engine.getWorkflowsList({ force: true });
      await lab.advance(minutes(1));
      lab.backend.mark();
      const answer = await lab.engine.getOfferings();
      await lab.settle();
      expect({ answer: seen(answer), requests: requests(lab) }).toEqual({
        answer: 'memory stale',
        requests: { offerings: 1, list: 1 },
      });
    },
  );

  it('V-06 wait for the list while their refresh runs, under android', async () => {
    const lab = await open('android');
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'offerings' });
    lab.faults.hold({ what: 'list' });
    const call = lab.engine.getOfferings();
    await lab.settle();
    const whileHeld = { completed: completed(lab, 'offerings'), requests: requests(lab) };
    lab.faults.release({ what: 'list' });
    const answer = await call;
    const refreshing = memoryOf(lab).offerings;
    lab.faults.release();
    await lab.settle();
    expect({ whileHeld, answer: seen(answer), refreshing, after: memoryOf(lab).offerings }).toEqual(
      {
        whileHeld: { completed: [1], requests: { offerings: 1, list: 1 } },
        answer: 'memory stale',
        refreshing: 'stale',
        after: 'fresh',
      },
    );
  });

  it('V-06 are served again while their refresh runs, which is the only one', async () => {
    const lab = await open();
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'offerings' });
    const answers = [await lab.engine.getOfferings(), await lab.engine.getOfferings()];
    await lab.settle();
    expect({ answers: answers.map(seen), requests: requests(lab) }).toEqual({
      answers: ['memory stale', 'memory stale'],
      requests: { offerings: 1, list: 0 },
    });
  });

  it('V-06 are replaced by what their refresh brings', async () => {
    const lab = await open();
    await lab.advance(minutes(5));
    lab.backend.project.change({
      kind: 'offerings',
      offerings: [{ id: 'winter', current: true, legacy: false, packages: [], paywall: true }],
    });
    const stale = await lab.engine.getOfferings();
    await lab.settle();
    const fresh = await lab.engine.getOfferings();
    const ids = [stale, fresh].map(
      (answer) =>
        answer.status === 'ok' && answer.value.response.offerings.map((o) => o.identifier),
    );
    expect({ seen: [stale, fresh].map(seen), ids }).toEqual({
      seen: ['memory stale', 'memory fresh'],
      ids: [['default', 'sale'], ['winter']],
    });
  });
});

describe('when offerings are asked for again', () => {
  it('V-10 are asked for where there are none', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    expect(requests(lab)).toEqual({ offerings: 1, list: 1 });
  });

  it.each([
    { state: 'foreground', isForeground: true, ttl: minutes(5) },
    { state: 'background', isForeground: false, ttl: hours(25) },
  ])(
    'V-10 are not asked for while they are fresh in the $state, and are when they are stale',
    async ({ isForeground, ttl }) => {
      const lab = await open();
      lab.engine.setForeground(isForeground);
      await lab.advance(ttl - 1);
      const fresh = await lab.engine.getOfferings();
      await lab.advance(0);
      const inside = lab.requests('offerings');
      await lab.advance(1);
      const stale = await lab.engine.getOfferings();
      await lab.advance(5_000);
      expect({
        answers: [fresh, stale].map(seen),
        requests: [inside, lab.requests('offerings')],
      }).toEqual({ answers: ['memory fresh', 'memory stale'], requests: [0, 1] });
    },
  );

  it('V-08 V-10 are refreshed with the list when the app comes to the foreground and they are stale', async () => {
    const lab = await open();
    lab.engine.setForeground(false);
    await lab.advance(minutes(5));
    const inBackground = requests(lab);
    lab.engine.setForeground(true);
    await lab.settle();
    expect({
      inBackground,
      after: requests(lab),
      memory: memoryOf(lab).offerings,
      completed: completed(lab, 'offerings'),
    }).toEqual({
      inBackground: { offerings: 0, list: 0 },
      after: { offerings: 1, list: 1 },
      memory: 'fresh',
      completed: [1],
    });
  });

  it('V-10 are left alone when the app comes to the foreground and they are fresh', async () => {
    const lab = await open();
    lab.engine.setForeground(false);
    await lab.advance(minutes(5) - 1);
    lab.engine.setForeground(true);
    await lab.settle();
    expect(requests(lab)).toEqual({ offerings: 0, list: 0 });
  });

  it('V-10 are left alone when the app comes to the foreground with none, or goes to the background', async () => {
    const lab = await openLab({ isForeground: false });
    lab.engine.setForeground(true);
    await lab.settle();
    const none = lab.requests('offerings');
    await lab.engine.getOfferings();
    await lab.advance(hours(26));
    lab.engine.setForeground(false);
    await lab.advance(minutes(1));
    expect({ none, requests: lab.requests('offerings') }).toEqual({ none: 0, requests: 1 });
  });
});

describe('offerings whose stored time lies in the future', () => {
  it('T-03 are stale', async () => {
    const lab = await open();
    await lab.advance(-minutes(10));
    const answer = await lab.engine.getOfferings();
    await lab.settle();
    expect({ answer: seen(answer), requests: requests(lab) }).toEqual({
      answer: 'memory stale',
      requests: { offerings: 1, list: 1 },
    });
  });

  it.each(['android', 'ios'] as const)('T-03 are fresh, under %s', async (rules) => {
    const lab = await open(rules);
    await lab.advance(-minutes(10));
    const answer = await lab.engine.getOfferings();
    await lab.settle();
    expect({ answer: seen(answer), requests: requests(lab) }).toEqual({
      answer: 'memory fresh',
      requests: { offerings: 0, list: 0 },
    });
  });
});
