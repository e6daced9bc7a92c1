import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { createEventRing } from '../../../renderer/state/event-ring.ts';
import { chainOf, decisiveEvent, isAbout, newestEvents } from '../../../renderer/state/why.ts';
import { event } from './samples.ts';

const ringOf = (...all: readonly TimelineEvent[]) => {
  const ring = createEventRing(1_000);
  ring.push(all);
  return ring;
};

describe('why something is as it is', () => {
  it('follows the causes back, oldest first', () => {
    const ring = ringOf(
      event(1, { type: 'called' }),
      event(2),
      event(3, { type: 'miss', cause: 1 }),
      event(4, { type: 'refreshed', cause: 3 }),
    );
    expect(chainOf(ring, 4).map(({ eventId }) => eventId)).toEqual([1, 3, 4]);
  });

  it('ends where a cause is not remembered any more', () => {
    expect(chainOf(ringOf(event(9, { cause: 2 })), 9).map(({ eventId }) => eventId)).toEqual([9]);
  });

  it('does not follow a circle for ever', () => {
    expect(chainOf(ringOf(event(1, { cause: 1 })), 1).length).toBeLessThan(100);
  });

  it('starts from what last changed the workflow, not from who was served it', () => {
    const ring = ringOf(
      event(1, { type: 'refreshed', id: 'wf' }),
      event(2, { type: 'restored', id: 'wf' }),
      event(3, { type: 'hit', id: 'wf' }),
      event(4, { type: 'refreshed', id: 'other' }),
    );
    expect(decisiveEvent(ring, 'wf')).toBe(2);
  });

  it('starts from a cold start or a change of user where that came later', () => {
    const ring = ringOf(
      event(1, { type: 'refreshed', id: 'wf' }),
      event(2, { type: 'cold-started', subject: 'app' }),
    );
    expect(decisiveEvent(ring, 'wf')).toBe(2);
  });

  it('is unknown where nothing is remembered', () => {
    expect(decisiveEvent(ringOf(event(1, { id: 'other' })), 'wf')).toBeNull();
  });
});

describe('what happened to a workflow', () => {
  it('is told newest first, without the requests for its body and pictures', () => {
    const ring = ringOf(
      event(1, { id: 'default', type: 'called' }),
      event(2, { id: 'wf', type: 'requested' }),
      event(3, { id: 'wf', subject: 'cdn', type: 'requested' }),
      event(4, { id: 'wf', subject: 'cdn', type: 'downloaded' }),
      event(5, { id: 'wf', subject: 'asset', type: 'downloaded' }),
      event(6, { id: 'wf', subject: 'disk', type: 'persisted' }),
      event(7, { id: 'other' }),
      event(8),
    );
    const found = newestEvents(ring, isAbout(['default', 'wf']), 3);
    expect(found.map(({ eventId }) => eventId)).toEqual([6, 4, 2]);
  });
});
