import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../../shared/policies.ts';
import {
  allEvents,
  brief,
  chainOf,
  emptyDisk,
  emptyMemory,
  requestsOf,
  watch,
} from '../../helpers/engine-view.ts';
import { type Lab, hours, minutes, openLab } from '../../helpers/lab.ts';
import { memoryOf } from '../../helpers/seen.ts';

const none = { offerings: 0, list: 0, detail: 0, cdn: 0 };

/** Everything is cached, and then the app goes to the background. */
const openInBackground = async (options: Parameters<typeof openLab>[0] = {}): Promise<Lab> => {
  const lab = await openLab(options);
  await lab.engine.getOfferings();
  lab.engine.setForeground(false);
  lab.backend.mark();
  return lab;
};

describe.each(ruleSets)('coming to the foreground under %s', (rules) => {
  it('V-10 with stale offerings refreshes them behind, and the list with them', async () => {
    const lab = await openInBackground({ rules });
    await lab.advance(minutes(5));
    lab.engine.setForeground(true);
    await lab.settle();
    const offerings = lab.timeline
      .since(1)
      .findLast(({ type, subject }) => type === 'refreshed' && subject === 'offerings');
    expect({
      requests: { offerings: lab.requests('offerings'), list: lab.requests('list') },
      offerings: memoryOf(lab).offerings,
      list: memoryOf(lab).list,
      chain: chainOf(lab, offerings),
    }).toEqual({
      requests: { offerings: 1, list: 1 },
      offerings: 'fresh',
      list: 'fresh',
      chain: ['refreshed offerings', 'foreground-changed app'],
    });
  });

  it('V-10 with fresh offerings fetches nothing', async () => {
    const lab = await openInBackground({ rules });
    await lab.advance(minutes(4));
    lab.engine.setForeground(true);
    await lab.settle();
    expect(requestsOf(lab)).toEqual(none);
  });

  it('V-10 with no offerings in memory fetches nothing', async () => {
    const lab = await openInBackground({ rules });
    lab.engine.coldStart();
    await lab.advance(hours(30));
    lab.engine.setForeground(true);
    await lab.settle();
    expect(requestsOf(lab)).toEqual(none);
  });
});

describe('the foreground', () => {
  it('V-10 told again changes and fetches nothing', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    await lab.advance(minutes(5));
    lab.backend.mark();
    const next = lab.timeline.nextId();
    lab.engine.setForeground(true);
    await lab.settle();
    expect([requestsOf(lab), lab.timeline.nextId()]).toEqual([none, next]);
  });

  it('V-10 going to the background fetches nothing', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    await lab.advance(hours(30));
    lab.backend.mark();
    lab.engine.setForeground(false);
    await lab.advance(minutes(1));
    expect(requestsOf(lab)).toEqual(none);
  });

  it('V-10 joins the refresh that runs already', async () => {
    const lab = await openInBackground();
    await lab.advance(hours(25));
    lab.faults.hold({ what: 'offerings' });
    await lab.engine.getOfferings();
    await lab.advance(5_000);
    lab.engine.setForeground(true);
    await lab.settle();
    expect(lab.requests('offerings')).toBe(1);
  });

  it('V-10 a call that comes while the refresh runs is answered at once with the stale offerings', async () => {
    const lab = await openInBackground();
    await lab.advance(minutes(5));
    lab.faults.hold({ what: 'offerings' });
    lab.engine.setForeground(true);
    const offerings = watch(lab.engine.getOfferings());
    await lab.settle();
    expect([offerings.now(), lab.requests('offerings')]).toEqual([
      { status: 'ok', source: 'memory', freshness: 'stale', isFormerUser: false },
      1,
    ]);
  });

  it('M-04 the time to live is five minutes in the foreground and 25 hours in the background', async () => {
    const lab = await openInBackground();
    await lab.advance(minutes(5));
    const background = memoryOf(lab).details;
    await lab.advance(hours(25) - minutes(5) - 1);
    const almost = memoryOf(lab);
    await lab.advance(1);
    const over = memoryOf(lab);
    const map = { default: 'wf_a', sale: 'wf_b' };
    expect({ background, almost, over }).toEqual({
      background: { wf_a: 'fresh', wf_b: 'fresh' },
      almost: {
        offerings: 'fresh',
        list: 'fresh',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map,
      },
      over: {
        offerings: 'stale',
        list: 'stale',
        details: { wf_a: 'stale', wf_b: 'stale' },
        map,
      },
    });
  });
});

describe('a stored time that lies in the future', () => {
  const openAhead = async (rules: (typeof ruleSets)[number]): Promise<Lab> => {
    const lab = await openLab({ rules });
    await lab.engine.getOfferings();
    await lab.advance(-minutes(1));
    return lab;
  };

  it('T-03 counts as stale, for offerings, list and details', async () => {
    const lab = await openAhead('recommended');
    expect(memoryOf(lab)).toEqual({
      offerings: 'stale',
      list: 'stale',
      details: { wf_a: 'stale', wf_b: 'stale' },
      map: { default: 'wf_a', sale: 'wf_b' },
    });
    const answer = brief(await lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    expect([answer.freshness, lab.requests('detail wf_a'), memoryOf(lab).details['wf_a']]).toEqual([
      'stale',
      2,
      'fresh',
    ]);
  });

  it.each(['android', 'ios'] as const)('T-03 under %s counts as fresh', async (rules) => {
    const lab = await openAhead(rules);
    const answer = brief(await lab.engine.getWorkflow('wf_a'));
    await lab.settle();
    expect([answer.freshness, memoryOf(lab).list, lab.requests('detail')]).toEqual([
      'fresh',
      'fresh',
      2,
    ]);
  });
});

describe.each(ruleSets)('an engine without a user under %s', (rules) => {
  it('H-10 answers every call with `no-user`, and asks and stores nothing', async () => {
    const lab = await openLab({ rules, user: '' });
    const answers = [
      await lab.engine.getOfferings(),
      await lab.engine.getWorkflowsList(),
      await lab.engine.getWorkflowsList({ force: true }),
      await lab.engine.getWorkflow('wf_a'),
    ].map(brief);
    lab.engine.setForeground(false);
    lab.engine.setForeground(true);
    lab.engine.coldStart();
    await lab.settle();
    const noUser = { status: 'error', error: 'no-user', isFormerUser: false };
    expect({
      answers,
      requests: requestsOf(lab),
      memory: memoryOf(lab),
      disk: lab.disk.contents(),
      sent: allEvents(lab).filter(({ type }) => type === 'requested'),
    }).toEqual({
      answers: [noUser, noUser, noUser, noUser],
      requests: none,
      memory: emptyMemory,
      disk: emptyDisk,
      sent: [],
    });
  });
});

describe('an engine that had no user', () => {
  it('H-10 works as soon as there is one', async () => {
    const lab = await openLab({ user: '' });
    await lab.engine.getOfferings();
    lab.engine.logOut();
    expect(brief(await lab.engine.getOfferings())).toEqual({
      status: 'ok',
      source: 'network',
      freshness: 'fresh',
      isFormerUser: false,
    });
  });

  it('H-10 a log-in with an empty id leaves nothing of the user before', async () => {
    const lab = await openLab();
    await lab.engine.getOfferings();
    lab.backend.mark();
    lab.engine.logIn('' as ReturnType<typeof lab.engine.user>);
    const answer = brief(await lab.engine.getWorkflow('wf_a'));
    expect([answer, memoryOf(lab), requestsOf(lab)]).toEqual([
      { status: 'error', error: 'no-user', isFormerUser: false },
      emptyMemory,
      none,
    ]);
  });
});
