import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { AnswerSummary } from '../../../shared/contract/calls.ts';
import { done, problem } from '../../../shared/contract/outcome.ts';
import { createActions } from '../../../renderer/state/actions.ts';
import { createStores } from '../../../renderer/state/stores.ts';
import { memoryStorage } from './samples.ts';

const setUp = (methods: Partial<Bridge>) => {
  const stores = createStores(memoryStorage(), () => 0);
  return { stores, actions: createActions(methods as Bridge, stores) };
};

const notices = ({ stores }: ReturnType<typeof setUp>) =>
  stores.notices.getState().notices.map(({ tone, title, text }) => ({ tone, title, text }));

describe('what a person sets off', () => {
  it('becomes a notice where it could not be done', async () => {
    const window = setUp({ showLogs: async () => problem('system', 'There is no screen.') });
    window.actions.showLogs();
    await vi.waitFor(() => expect(notices(window)).toHaveLength(1));
    expect(notices(window)).toEqual([
      { tone: 'problem', title: 'The log folder was not opened', text: 'There is no screen.' },
    ]);
  });

  it('is no real problem where the app was started again before the answer came', async () => {
    const window = setUp({ getOfferings: async () => problem('gone', 'Started again.') });
    window.actions.askOfferings();
    await vi.waitFor(() => expect(notices(window)[0]?.tone).toBe('note'));
  });

  it('says nothing where it was done', async () => {
    const setOnline = vi.fn<Bridge['setOnline']>(async () => done(null));
    const window = setUp({ setOnline });
    window.actions.setOnline(false);
    await Promise.resolve();
    expect([setOnline.mock.calls, notices(window)]).toEqual([[[{ isOnline: false }]], []]);
  });

  it('takes back what it said once the same was done after all', async () => {
    const saved = { folder: '/tides', missing: 0 };
    const answers = [problem('refused', 'It is not empty.'), done(saved)];
    const window = setUp({ saveProject: async () => answers.shift() ?? done(saved) });
    await window.actions.saveProject('/full');
    expect(notices(window).map(({ title }) => title)).toEqual(['The project was not saved']);
    await window.actions.saveProject('/tides');
    expect(notices(window).map(({ title }) => title)).toEqual(['The project is saved']);
  });

  it('takes back what a scenario did not let be done once it is left', async () => {
    const { stores, actions } = setUp({ leaveGuest: async () => done(null) });
    stores.notices.add({ tone: 'note', title: 'Refused', text: '', isOfGuest: true });
    stores.notices.add({ tone: 'note', title: 'Saved', text: '' });
    actions.leaveGuest('one');
    await vi.waitFor(() => expect(stores.notices.getState().notices).toHaveLength(1));
    expect(stores.notices.getState().notices[0]?.title).toBe('Saved');
  });

  it('sets how a place is, and heals what was aimed at it before', () => {
    const calls: unknown[] = [];
    const note = (name: string) => async (argument: unknown) => {
      calls.push([name, argument]);
      return done(null);
    };
    const { actions } = setUp({
      fail: note('fail'),
      heal: note('heal'),
      slow: note('slow'),
      release: note('release'),
    });
    const target = { what: 'backend' };
    actions.setWay('backend', 'down');
    actions.setWay('backend', 'slow');
    actions.setWay('backend', 'up');
    expect(calls).toEqual([
      ['heal', { target }],
      ['fail', { target, kind: 503 }],
      ['heal', { target }],
      ['slow', { target, pace: { latencyMs: 3_000, jitterMs: 0, bytesPerSecond: null } }],
      ['heal', { target }],
      ['release', { target }],
    ]);
  });

  it('breaks both kinds of files of the CDN, and heals one thing by all that it is', () => {
    const fail = vi.fn<Bridge['fail']>(async () => done(null));
    const heal = vi.fn<Bridge['heal']>(async () => done(null));
    const endFault = vi.fn<Bridge['endFault']>(async () => done(null));
    const { actions } = setUp({ fail, heal, endFault });
    actions.setWay('cdn', 'wrong');
    actions.healOne({ key: '', words: '', healedBy: { faults: [4, 5] } });
    expect([fail.mock.calls, endFault.mock.calls]).toEqual([
      [
        [{ target: { what: 'cdn' }, kind: 'wrong-hash' }],
        [{ target: { what: 'asset' }, kind: 'wrong-hash' }],
      ],
      [[{ fault: 4 }], [{ fault: 5 }]],
    ]);
  });

  it('keeps the last answer for what was asked for', async () => {
    const answer: AnswerSummary = {
      status: 'ok',
      source: 'memory',
      freshness: 'fresh',
      workflowId: 'wf',
      bodyHash: 'abc',
      decision: 3,
      isFormerUser: false,
    };
    const { actions, stores } = setUp({ getWorkflow: async () => done(answer) });
    actions.askWorkflow('default');
    await vi.waitFor(() => expect(stores.answers.getState().answers.get('default')).toBe(answer));
  });
});

describe('notices', () => {
  it('are a few at most, and say the same thing once', () => {
    const { notices: store } = createStores(memoryStorage(), () => 0);
    for (const text of ['a', 'b', 'c', 'b', 'd']) store.add({ tone: 'problem', title: 'No', text });
    expect(store.getState().notices.map(({ text }) => text)).toEqual(['c', 'b', 'd']);
  });

  it('go when they are dismissed', () => {
    const { notices: store } = createStores(memoryStorage(), () => 0);
    store.add({ tone: 'note', title: 'Yes', text: 'a' });
    store.dismiss(store.getState().notices[0]?.id ?? 0);
    expect(store.getState().notices).toEqual([]);
  });
});
