import { describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import { done, problem } from '../../../../shared/contract/outcome.ts';
import { createActions } from '../../../../renderer/state/actions.ts';
import { createStores } from '../../../../renderer/state/stores.ts';
import { events, memoryStorage } from '../samples.ts';

const open = (readEvents: Bridge['readEvents']) => {
  const stores = createStores(memoryStorage(), () => 0);
  stores.events.restart(events(5_001, 5_100), 100_000);
  const { readOlderEvents } = createActions({ readEvents } as Bridge, stores);
  return { stores, readOlderEvents };
};

const remembered = () =>
  vi.fn<Bridge['readEvents']>(({ before, most }) =>
    Promise.resolve(done(events(Math.max(1, before - most), before - 1))),
  );

describe('older events', () => {
  it('are read page by page, until there are no more', async () => {
    const read = remembered();
    const { stores, readOlderEvents } = open(read);
    for (let page = 0; page < 5; page += 1) await readOlderEvents();
    const { ring, earlier } = stores.events.getState();
    expect([read.mock.calls.map(([{ before }]) => before), ring.size, earlier]).toEqual([
      [5_001, 3_001, 1_001],
      5_100,
      0,
    ]);
  });

  it('are asked for once at a time', async () => {
    const read = remembered();
    const { readOlderEvents } = open(read);
    await Promise.all([readOlderEvents(), readOlderEvents()]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('are not put before those of another session', async () => {
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Bridge['readEvents']>>>();
    const { stores, readOlderEvents } = open(() => promise);
    const reading = readOlderEvents();
    stores.events.restart(events(1, 3), 100_000);
    resolve(done(events(3_001, 5_000)));
    await reading;
    expect(stores.events.getState().ring.size).toBe(3);
  });

  it('are not asked for over and over where that fails, and somebody is told once', async () => {
    const read = vi.fn<Bridge['readEvents']>(() => Promise.resolve(problem('gone', 'Gone.')));
    const { stores, readOlderEvents } = open(read);
    await readOlderEvents();
    await readOlderEvents();
    expect([read.mock.calls.length, stores.notices.getState().notices.length]).toEqual([1, 1]);
  });
});
