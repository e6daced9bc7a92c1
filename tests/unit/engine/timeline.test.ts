import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../../main/engine/timeline.ts';
import { defaultSizes } from '../../../shared/limits.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';

const event = (at: number): Omit<TimelineEvent, 'eventId'> => ({
  type: 'hit',
  subject: 'list',
  at,
  user: appUserId('ana'),
  generation: 0,
  rules: 'recommended',
});

/** A timeline of that capacity with so many events, each at the time of its id. */
const filled = (capacity: number, count: number) => {
  const timeline = createTimeline(capacity);
  for (let id = 1; id <= count; id += 1) timeline.append(event(id));
  return timeline;
};

const idsFrom = (timeline: ReturnType<typeof filled>, from: number): readonly number[] =>
  timeline.since(from).map(({ eventId }) => eventId);

describe('the timeline', () => {
  it('is empty at first', () => {
    const timeline = createTimeline(3);
    expect([timeline.nextId(), timeline.since(1), timeline.find(1)]).toEqual([1, [], null]);
  });

  it('counts its events from 1, and keeps what they say', () => {
    const timeline = createTimeline(3);
    const ids = [timeline.append(event(10)), timeline.append({ ...event(20), cause: 1, id: 'wf' })];
    expect(ids).toEqual([1, 2]);
    expect(timeline.nextId()).toBe(3);
    expect(timeline.since(1)).toEqual([
      { ...event(10), eventId: 1 },
      { ...event(20), cause: 1, id: 'wf', eventId: 2 },
    ]);
  });

  it.each([
    [2, [1, 2]],
    [3, [1, 2, 3]],
    [4, [2, 3, 4]],
    [6, [4, 5, 6]],
    [7, [5, 6, 7]],
    [100, [98, 99, 100]],
  ])('keeps the newest 3 of %i events, oldest first', (count, expected) => {
    const timeline = filled(3, count);
    expect(idsFrom(timeline, 1)).toEqual(expected);
    expect(timeline.since(1).map(({ at }) => at)).toEqual(expected);
  });

  it('finds an event until it has left the ring, and none that never was', () => {
    const timeline = filled(3, 5);
    const found = [-1, 0, 1, 2, 3, 5, 6, 8].map((id) => timeline.find(id)?.at ?? null);
    expect(found).toEqual([null, null, null, null, 3, 5, null, null]);
  });

  it('tells what came since an event, and from the oldest where that one has left', () => {
    const timeline = filled(3, 5);
    expect([-7, 0, 2, 3, 4, 5, 6, 99].map((id) => idsFrom(timeline, id))).toEqual([
      [3, 4, 5],
      [3, 4, 5],
      [3, 4, 5],
      [3, 4, 5],
      [4, 5],
      [5],
      [],
      [],
    ]);
  });

  it('may hold one event only', () => {
    expect(idsFrom(filled(1, 3), 1)).toEqual([3]);
  });

  it('holds 100,000 events where nothing else is said', () => {
    const timeline = createTimeline(defaultSizes.timelineEvents);
    for (let id = 1; id <= defaultSizes.timelineEvents + 1; id += 1) timeline.append(event(id));
    const events = timeline.since(1);
    expect([events.length, events[0]?.eventId, events.at(-1)?.eventId]).toEqual([
      100_000, 2, 100_001,
    ]);
    expect([timeline.find(1), timeline.find(2)?.at]).toEqual([null, 2]);
  });

  it('gives what came since as it was then', () => {
    const timeline = filled(3, 3);
    const before = timeline.since(1);
    timeline.append(event(4));
    expect(before.map(({ eventId }) => eventId)).toEqual([1, 2, 3]);
  });

  it('tells every listener of every event, until it stops listening', () => {
    const timeline = createTimeline(1);
    const seen: string[] = [];
    const listen = (name: string) =>
      timeline.onEvent(({ eventId }) => {
        seen.push(`${name} ${eventId} of ${timeline.nextId() - 1}`);
      });
    const stop = listen('a');
    listen('b');
    timeline.append(event(1));
    stop();
    stop();
    timeline.append(event(2));
    expect(seen).toEqual(['a 1 of 1', 'b 1 of 1', 'b 2 of 2']);
  });
});
