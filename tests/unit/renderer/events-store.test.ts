import { describe, expect, it } from 'vitest';
import { createEventRing } from '../../../renderer/state/event-ring.ts';
import { createEventsStore } from '../../../renderer/state/events-store.ts';
import { event, events } from './samples.ts';

describe('the ring of events', () => {
  it('keeps the newest, oldest first', () => {
    const ring = createEventRing(3);
    ring.push(events(1, 5));
    expect([0, 1, 2, 3, -1].map((index) => ring.at(index)?.eventId ?? null)).toEqual([
      3,
      4,
      5,
      null,
      null,
    ]);
  });

  it('counts those that it has no room for any more', () => {
    const ring = createEventRing(3);
    const before = ring.dropped;
    ring.push(events(1, 5));
    expect([before, ring.dropped]).toEqual([0, 2]);
  });

  it('finds events by id, also where ids have gaps', () => {
    const ring = createEventRing(4);
    ring.push([...events(1, 2), event(7), event(9), event(12)]);
    expect([1, 2, 7, 8, 12, 13].map((id) => ring.find(id)?.eventId ?? null)).toEqual([
      null,
      2,
      7,
      null,
      12,
      null,
    ]);
  });

  it('counts those up to an event', () => {
    const ring = createEventRing(10);
    ring.push([...events(1, 2), event(7)]);
    expect([0, 1, 2, 6, 7, 99].map((id) => ring.countUpTo(id))).toEqual([0, 1, 2, 2, 3, 3]);
  });
});

describe('older events', () => {
  it('come before all others, as far as there is room', () => {
    const ring = createEventRing(5);
    ring.push(events(7, 9));
    const kept = ring.prepend(events(2, 6));
    expect({
      kept: kept.map(({ eventId }) => eventId),
      all: [0, 1, 2, 3, 4].map((index) => ring.at(index)?.eventId),
      dropped: ring.dropped,
      room: ring.room,
    }).toEqual({ kept: [5, 6], all: [5, 6, 7, 8, 9], dropped: -2, room: 0 });
  });

  it('are the first to go', () => {
    const ring = createEventRing(3);
    ring.push(events(5, 5));
    ring.prepend(events(3, 4));
    ring.push(events(6, 7));
    expect([ring.at(0)?.eventId, ring.find(4), ring.dropped]).toEqual([5, null, 0]);
  });

  it('are not taken twice', () => {
    const ring = createEventRing(10);
    ring.push(events(5, 6));
    expect(ring.prepend(events(4, 6)).map(({ eventId }) => eventId)).toEqual([4]);
  });

  it('leave fewer that are remembered from before, and none once there are no more', () => {
    const store = createEventsStore();
    store.restart(events(101, 105), 1_000);
    store.prepend(events(51, 100));
    const { earlier, ring, lanes, book } = store.getState();
    store.prepend([]);
    expect([
      earlier,
      ring.size,
      lanes.placeOf(51) !== null,
      book.users.has('ana'),
      store.getState().earlier,
    ]).toEqual([50, 55, true, true, 0]);
  });
});

describe('the store of events', () => {
  it('tells how many events it was never told of', () => {
    const store = createEventsStore();
    store.restart(events(100, 102), 1_000);
    store.append(events(103, 104));
    store.append(events(110, 111));
    const { missed, lastId, version } = store.getState();
    expect({ missed, lastId, size: store.getState().ring.size, version }).toEqual({
      missed: 5,
      lastId: 111,
      size: 7,
      version: 4,
    });
  });

  it.each([
    ['nothing came before', events(1, 5), 1_000, 0],
    ['the newest of many', events(101, 105), 1_000, 100],
    ['more than the app remembers', events(101, 105), 7, 2],
    ['no event at all', [], 7, 0],
  ])('says how many are remembered from before: %s', (_, told, capacity, earlier) => {
    const store = createEventsStore();
    store.restart(told, capacity);
    expect(store.getState().earlier).toBe(earlier);
  });

  it('forgets everything when it is started again, and says that it is another one', () => {
    const store = createEventsStore();
    store.restart(events(1, 5), 1_000);
    const before = store.getState().version;
    store.restart([], 1_000);
    const { ring, lastId, missed, version } = store.getState();
    expect([ring.size, lastId, missed, version > before]).toEqual([0, null, 0, true]);
  });

  it('is no other one where nothing came', () => {
    const store = createEventsStore();
    store.restart(events(1, 2), 1_000);
    const before = store.getState();
    store.append([]);
    expect(store.getState()).toBe(before);
  });
});
