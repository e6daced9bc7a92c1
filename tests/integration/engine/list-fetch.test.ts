import { describe, expect, it } from 'vitest';
import { appUserId } from '../../../shared/model/ids.ts';
import { minutes, openLab } from '../../helpers/lab.ts';
import { completed, memoryOf, seen, seenWorkflow } from '../../helpers/seen.ts';

const map = { default: 'wf_a', sale: 'wf_b' };
const plain = { workflows: [{ id: 'wf_a', offering: 'default' }] };

describe('asking for the list', () => {
  it('L-01 asks the backend once where there is no list, and caches the answer in memory and on disk', async () => {
    const lab = await openLab();
    const answer = await lab.engine.getWorkflowsList();
    const stored = lab.disk.readList();
    expect({
      answer: seen(answer),
      requests: lab.requests('list'),
      memory: memoryOf(lab),
      disk: lab.disk.contents(),
      stored: stored.status === 'present' && {
        user: stored.value.user,
        hash: answer.status === 'ok' && stored.value.hash === answer.bodyHash,
        body: stored.value.body,
      },
    }).toEqual({
      answer: 'network fresh',
      requests: 1,
      memory: {
        offerings: 'absent',
        list: 'fresh',
        details: { wf_a: 'fresh', wf_b: 'fresh' },
        map,
      },
      disk: { offerings: false, list: true, envelopes: ['wf_a', 'wf_b'], quarantined: 0 },
      stored: {
        user: 'ana',
        hash: true,
        body: {
          workflows: [
            expect.objectContaining({ id: 'wf_a', offering_id: 'default', prefetch: true }),
            expect.objectContaining({ id: 'wf_b', offering_id: 'sale', prefetch: true }),
          ],
        },
      },
    });
  });

  it('L-02 completes at once without a request while the list in memory is fresh', async () => {
    const lab = await openLab(plain);
    await lab.engine.getWorkflowsList();
    await lab.advance(minutes(5) - 1);
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({ answer: seen(answer), requests: lab.requests('list') }).toEqual({
      answer: 'memory fresh',
      requests: 1,
    });
  });

  it('L-05 completes when a list without anything to prefetch lands', async () => {
    const lab = await openLab(plain);
    const answer = await lab.engine.getWorkflowsList();
    await lab.settle();
    expect({
      answer: seen(answer),
      completed: completed(lab),
      details: lab.requests('detail'),
    }).toEqual({ answer: 'network fresh', completed: [1], details: 0 });
  });

  it.each([
    { kind: 'reset', answer: 'error no-answer reset', event: 'failed' },
    { kind: 500, answer: 'error backend-error 500', event: 'failed' },
    { kind: 403, answer: 'error rejected 403', event: 'rejected' },
  ] as const)(
    'L-08 completes with the error and logs it when the list fails with $kind',
    async ({ kind, answer, event }) => {
      const lab = await openLab();
      lab.faults.fail({ target: { what: 'list' }, kind });
      const list = await lab.engine.getWorkflowsList();
      await lab.settle();
      const logged = lab.find(event);
      expect({
        list: seen(list),
        completed: completed(lab),
        logged: { subject: logged?.subject, code: logged?.error?.code, is: logged?.eventId },
        details: lab.requests('detail'),
      }).toEqual({
        list: answer,
        completed: [1],
        logged: { subject: 'list', code: answer.split(' ')[1], is: list.decision },
        details: 0,
      });
    },
  );
});

describe('concurrent callers of the list', () => {
  it('L-09 shares one request among callers of the same user, and completes each exactly once', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'list' });
    const calls = [
      lab.engine.getWorkflowsList(),
      lab.engine.getWorkflowsList(),
      lab.engine.getWorkflowsList({ force: true }),
    ];
    await lab.settle();
    const whileHeld = completed(lab);
    lab.faults.release();
    const answers = await Promise.all(calls);
    await lab.settle();
    expect({
      whileHeld,
      answers: answers.map(seen),
      completed: completed(lab),
      requests: [lab.requests('list'), lab.requests('detail wf_a'), lab.requests('cdn wf_b')],
    }).toEqual({
      whileHeld: [],
      answers: ['network fresh', 'network fresh', 'network fresh'],
      completed: [1, 2, 3],
      requests: [1, 1, 1],
    });
  });

  it('L-10 lets a second caller wait for the prefetches too, though the list is stamped fresh', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'detail', id: 'wf_a' });
    const first = lab.engine.getWorkflowsList();
    await lab.settle();
    const second = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = { list: memoryOf(lab).list, completed: completed(lab) };
    lab.faults.release();
    const answers = await Promise.all([first, second]);
    expect({
      whileHeld,
      answers: answers.map(seen),
      completed: completed(lab),
      requests: lab.requests('list'),
    }).toEqual({
      whileHeld: { list: 'fresh', completed: [] },
      answers: ['network fresh', 'network fresh'],
      completed: [1, 2],
      requests: 1,
    });
  });

  it("L-11 starts a fetch of its own for another user's call while one is in flight", async () => {
    const lab = await openLab(plain);
    lab.faults.hold({ what: 'list' });
    const ana = lab.engine.getWorkflowsList();
    await lab.settle();
    lab.engine.logIn(appUserId('ben'));
    const ben = lab.engine.getWorkflowsList();
    await lab.settle();
    const whileHeld = { requests: lab.requests('list'), joined: lab.find('joined') };
    lab.faults.release();
    const answers = await Promise.all([ana, ben]);
    expect({
      whileHeld,
      former: answers.map(({ isFormerUser }) => isFormerUser),
      completed: completed(lab).toSorted(),
      cachedFor: lab.engine.snapshot().list?.user,
    }).toEqual({
      whileHeld: { requests: 2, joined: undefined },
      former: [true, false],
      completed: [1, 2],
      cachedFor: 'ben',
    });
  });

  it('L-12 completes every concurrent caller exactly once when the list is answered 4xx', async () => {
    const lab = await openLab();
    lab.faults.hold({ what: 'list' });
    lab.faults.fail({ target: { what: 'list' }, kind: 404 });
    const calls = [1, 2, 3].map(() => lab.engine.getWorkflowsList());
    await lab.settle();
    lab.faults.release();
    const answers = await Promise.all(calls);
    await lab.settle();
    expect({
      answers: answers.map(seen),
      completed: completed(lab),
      requests: lab.requests('list'),
    }).toEqual({
      answers: Array.from({ length: 3 }, () => 'error rejected 404'),
      completed: [1, 2, 3],
      requests: 1,
    });
  });

  it('L-09 does not let the same user join a list that was asked for before another one came', async () => {
    const lab = await openLab(plain);
    lab.faults.hold({ what: 'list' });
    const calls = [lab.engine.getWorkflowsList()];
    await lab.settle();
    lab.engine.switchUser(appUserId('ben'));
    lab.engine.switchUser(appUserId('ana'));
    calls.push(lab.engine.getWorkflowsList());
    await lab.settle();
    const requests = lab.requests('list');
    lab.faults.release();
    const answers = await Promise.all(calls);
    expect({ requests, former: answers.map(({ isFormerUser }) => isFormerUser) }).toEqual({
      requests: 2,
      former: [true, false],
    });
  });

  it('L-11 issues the request at once, so that it leaves though the user changes in the same moment', async () => {
    const lab = await openLab(plain);
    const ana = lab.engine.getWorkflowsList();
    lab.engine.logIn(appUserId('ben'));
    const ben = lab.engine.getWorkflowsList();
    const answers = await Promise.all([ana, ben]);
    expect({
      requests: lab.requests('list'),
      answers: answers.map((answer) => [answer.status, answer.isFormerUser]),
    }).toEqual({
      requests: 2,
      answers: [
        ['ok', true],
        ['ok', false],
      ],
    });
  });
});

describe('a failing list and details that are in memory', () => {
  it.each(['recommended', 'android', 'ios'] as const)(
    'L-04 serves details from memory without a request after a forced refresh that failed, under %s',
    async (rules) => {
      const lab = await openLab({ rules });
      await lab.engine.getWorkflowsList();
      await lab.engine.getWorkflow('wf_a');
      lab.faults.fail({ target: { what: 'backend' }, kind: 503 });
      await lab.engine.getWorkflowsList({ force: true });
      const details = [await lab.engine.getWorkflow('wf_a'), await lab.engine.getWorkflow('wf_b')];
      await lab.settle();
      expect({
        details: details.map(seenWorkflow),
        requests: [lab.requests('list'), lab.requests('detail')],
      }).toEqual({ details: ['memory fresh r1', 'memory fresh r1'], requests: [2, 2] });
    },
  );
});
