import { describe, expect, it } from 'vitest';
import {
  type BroadcastSource,
  type Picture,
  createBroadcast,
} from '../../../main/app/broadcast.ts';
import { createTimeline } from '../../../main/engine/timeline.ts';
import { documentsAtRest } from '../../../main/tools/bench/kit/window-snapshot.ts';
import type { WorkflowRow } from '../../../shared/contract/rows.ts';
import {
  type Changes,
  type StreamMessage,
  applyChanges,
  stateOf,
  streamMessageSchema,
} from '../../../shared/contract/stream.ts';
import { appUserId } from '../../../shared/model/ids.ts';

const row = (id: string, isAsking = false): WorkflowRow => ({
  id,
  displayName: id,
  position: 0,
  offeringIds: [],
  isPrefetched: false,
  isPersisted: false,
  copy: null,
  isAsking,
  failure: null,
});

const picture = (user: string, workflows: readonly WorkflowRow[]): Picture => ({
  documents: { ...documentsAtRest, identity: { ...documentsAtRest.identity, user, known: [] } },
  offerings: [],
  workflows,
});

/** A broadcast whose moments pass when the test says so, with a window that keeps what it is sent. */
const openStage = () => {
  const timeline = createTimeline(100_000);
  const waiting: (() => void)[] = [];
  let shown = picture('ana', [row('wf_a'), row('wf_b')]);
  const source: BroadcastSource = {
    picture: () => shown,
    events: (from, most) => timeline.since(from, most),
    nextEvent: () => timeline.nextId(),
  };
  const broadcast = createBroadcast(source, (run) => {
    waiting.push(run);
    return () => void waiting.splice(waiting.indexOf(run), 1);
  });
  const window = () => {
    const messages: StreamMessage[] = [];
    const listener = broadcast.listen((message) => {
      messages.push(streamMessageSchema.parse(JSON.parse(JSON.stringify(message))));
    });
    return {
      messages,
      listener,
      acknowledge: () => {
        listener.acknowledge(messages.at(-1)?.sequence ?? 0);
      },
    };
  };
  return {
    broadcast,
    window,
    show: (next: Picture) => {
      shown = next;
      broadcast.changed();
    },
    record: (count: number) => {
      for (let made = 0; made < count; made += 1)
        timeline.append({
          type: 'hit',
          subject: 'list',
          at: made,
          user: appUserId('ana'),
          generation: 1,
          rules: 'recommended',
        });
      broadcast.changed();
    },
    moment: () => {
      for (const run of waiting.splice(0)) run();
    },
  };
};

describe('what windows are told', () => {
  it('begins with a snapshot, and goes on with what changed', () => {
    const { window, show, moment } = openStage();
    const one = window();
    one.acknowledge();
    show(picture('ben', [row('wf_a', true)]));
    moment();
    expect(one.messages.map(({ kind, sequence }) => [kind, sequence])).toEqual([
      ['snapshot', 1],
      ['changes', 2],
    ]);
    expect((one.messages[1] as Changes).changes).toEqual([
      {
        document: 'identity',
        value: { user: 'ben', isAnonymous: false, generation: 1, known: [] },
      },
      { collection: 'workflows', rows: { wf_a: row('wf_a', true), wf_b: null } },
    ]);
  });

  it('leads to the state that is shown, whatever was left out in between', () => {
    const { window, show, moment } = openStage();
    const one = window();
    const last = picture('cleo', [row('wf_c'), row('wf_a')]);
    for (const next of [picture('ben', []), last]) {
      show(next);
      moment();
    }
    one.acknowledge();
    moment();
    const [first, ...rest] = one.messages;
    if (first?.kind !== 'snapshot') throw new Error('no snapshot');
    const state = rest.reduce(
      (before, message) => (message.kind === 'changes' ? applyChanges(before, message) : before),
      stateOf(first),
    );
    expect(rest).toHaveLength(1);
    expect(state.documents.identity.user).toBe('cleo');
    expect([...state.rows.workflows.keys()].toSorted()).toEqual(['wf_a', 'wf_c']);
  });

  it('waits for a slow window, and does not hold up the others', () => {
    const { window, show, moment } = openStage();
    const slow = window();
    const quick = window();
    quick.acknowledge();
    for (const user of ['ben', 'cleo']) {
      show(picture(user, []));
      moment();
      quick.acknowledge();
    }
    expect(slow.messages).toHaveLength(1);
    expect(quick.messages).toHaveLength(3);
  });

  it('says nothing where nothing changed', () => {
    const { window, broadcast, moment } = openStage();
    const one = window();
    one.acknowledge();
    broadcast.changed();
    moment();
    expect(one.messages).toHaveLength(1);
  });

  it('sends every event once and in order, a few thousand at a time', () => {
    const { window, record, moment } = openStage();
    const one = window();
    one.acknowledge();
    record(5_000);
    for (let round = 0; round < 4; round += 1) {
      moment();
      one.acknowledge();
    }
    const ids = one.messages.flatMap(({ events }) => events.map(({ eventId }) => eventId));
    expect(ids).toEqual(Array.from({ length: 5_000 }, (_, index) => index + 1));
    expect(Math.max(...one.messages.map(({ events }) => events.length))).toBe(2_000);
  });

  it('is a snapshot again for a window that listens anew, and after everything was replaced', () => {
    const { window, broadcast, record, moment } = openStage();
    record(3);
    const one = window();
    one.acknowledge();
    broadcast.restart();
    moment();
    expect(one.messages.map(({ kind }) => kind)).toEqual(['snapshot', 'snapshot']);
    expect(window().messages.map(({ kind, events }) => [kind, events.length])).toEqual([
      ['snapshot', 3],
    ]);
  });

  it('does not count an acknowledgement of anything but the last message', () => {
    const { window, show, moment } = openStage();
    const one = window();
    one.listener.acknowledge(7);
    show(picture('ben', []));
    moment();
    expect(one.messages).toHaveLength(1);
  });

  it('ends with the window, and with the app', () => {
    const { window, broadcast, show, moment } = openStage();
    const [gone, last] = [window(), window()];
    gone.acknowledge();
    last.acknowledge();
    gone.listener.close();
    broadcast.close();
    show(picture('ben', []));
    moment();
    expect([gone.messages.length, last.messages.length]).toEqual([1, 1]);
  });
});
