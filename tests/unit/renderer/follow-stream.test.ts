import { describe, expect, it, vi } from 'vitest';
import { followStream } from '../../../renderer/state/follow-stream.ts';
import { createStores } from '../../../renderer/state/stores.ts';
import {
  changes,
  documents,
  event,
  events,
  memoryStorage,
  offeringRow,
  snapshot,
  world,
} from './samples.ts';

const follow = (now = () => 5_000) => {
  const stores = createStores(memoryStorage(), now);
  const acknowledge = vi.fn();
  const onUnreadable = vi.fn();
  let send: (message: unknown) => void = () => undefined;
  followStream({ listen: (onMessage) => (send = onMessage), acknowledge }, stores, onUnreadable);
  return { stores, acknowledge, onUnreadable, send: (message: unknown) => send(message) };
};

describe('following the stream', () => {
  it('knows what the snapshot says, and acknowledges it', () => {
    const { stores, acknowledge, send } = follow();
    const row = offeringRow('default');
    send(
      snapshot({ sequence: 7, rows: { offerings: [row], workflows: [] }, events: events(1, 3) }),
    );
    expect({
      offerings: [...(stores.app.getState().app?.rows.offerings.values() ?? [])],
      events: stores.events.getState().ring.size,
      acknowledged: acknowledge.mock.calls,
    }).toEqual({ offerings: [row], events: 3, acknowledged: [[7]] });
  });

  it('acknowledges only once the stores are as the message says', () => {
    const { stores, acknowledge, send } = follow();
    const seen: unknown[] = [];
    acknowledge.mockImplementation(() =>
      seen.push([stores.app.getState().app !== null, stores.events.getState().ring.size]),
    );
    send(snapshot({ events: events(1, 2) }));
    expect(seen).toEqual([[true, 2]]);
  });

  it('applies changes, and keeps what did not change the same object', () => {
    const { stores, send } = follow();
    send(snapshot());
    const before = stores.app.getState().app;
    const value = { ...world, isOnline: false };
    send(changes({ changes: [{ document: 'world', value }], events: [event(1)] }));
    const after = stores.app.getState().app;
    expect([
      after?.documents.world,
      after?.documents.identity === before?.documents.identity,
      after?.rows === before?.rows,
      stores.events.getState().lastId,
    ]).toEqual([value, true, true, 1]);
  });

  it('looks at the time with every message, so that nothing was stored in the future', () => {
    let now = 1_000;
    const { stores, send } = follow(() => now);
    now = 2_000;
    send(snapshot());
    expect(stores.clock.getState().now).toBe(2_000);
  });

  it('forgets answers, the pause and events of before with a new snapshot', () => {
    const { stores, send } = follow();
    send(snapshot({ events: events(1, 9) }));
    stores.ui.setState({ pausedAt: 4 });
    stores.answers.put('default', {
      status: 'error',
      code: 'no-workflow',
      message: 'None.',
      decision: 4,
      isFormerUser: false,
    });
    send(snapshot({ events: events(1, 2) }));
    expect([
      stores.ui.getState().pausedAt,
      stores.answers.getState().answers.size,
      stores.events.getState().ring.size,
    ]).toEqual([null, 0, 2]);
  });

  it('keeps as many events as the settings say', () => {
    const { stores, send } = follow();
    const settings = { ...documents.settings, timelineEvents: 1_000 };
    send(snapshot({ documents: { ...documents, settings }, events: events(1, 1_500) }));
    expect(stores.events.getState().ring.size).toBe(1_000);
  });

  it('tells of a message that it cannot read, and lets the next one come', () => {
    const { stores, acknowledge, onUnreadable, send } = follow();
    send({ kind: 'snapshot', sequence: 3 });
    send('nonsense');
    expect([
      stores.app.getState().app,
      acknowledge.mock.calls,
      onUnreadable.mock.calls.length,
    ]).toEqual([null, [[3]], 2]);
  });
});
