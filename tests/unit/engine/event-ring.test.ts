import { describe, expect, it } from 'vitest';
import { type EventOrigin, createEventRing } from '../../../main/engine/event-ring.ts';
import { appUserId } from '../../../shared/model/ids.ts';
import type { EventFacts } from '../../../shared/timeline.ts';

const origin: EventOrigin = { user: appUserId('ana'), generation: 3, rules: 'ios' };

const kept = (facts: EventFacts) => {
  const ring = createEventRing(2);
  ring.put(1, facts, 1_000, origin);
  return ring.get(1);
};

describe('the ring of events', () => {
  it.each<[string, EventFacts]>([
    ['nothing but what it is about', { type: 'hit', subject: 'list' }],
    ['what calls say', { type: 'hit', subject: 'detail', id: 'wf', cause: 0, call: 7 }],
    ['where an answer came from', { type: 'completed', subject: 'list', source: 'disk' }],
    ['how good it is', { type: 'completed', subject: 'list', freshness: 'stale', call: 0 }],
    ['what came', { type: 'refreshed', subject: 'list', sizeBytes: 0, hash: 'h', storedAt: 1.5 }],
    ['that a copy counts as stale', { type: 'restored', subject: 'list', storedAt: null }],
    ['what was saved', { type: 'persisted', subject: 'detail', id: 'wf', sizeBytes: 5, cause: 2 }],
    ['more than that', { type: 'failed', subject: 'detail', id: 'wf', note: 'Why.', cause: 2 }],
    ['an empty id', { type: 'hit', subject: 'detail', id: '' }],
  ])('keeps an event that says %s', (_, facts) => {
    const event = { at: 1_000, ...origin, ...facts, eventId: 1 };
    expect(kept(facts)).toStrictEqual(event);
  });

  it('keeps nothing of the event whose place another one takes', () => {
    const ring = createEventRing(2);
    ring.put(1, { type: 'failed', subject: 'detail', id: 'wf', note: 'It failed.' }, 1, origin);
    ring.put(3, { type: 'hit', subject: 'list' }, 3, origin);
    expect(ring.get(3)).toStrictEqual({
      at: 3,
      ...origin,
      type: 'hit',
      subject: 'list',
      eventId: 3,
    });
  });

  it('has no event where none was put', () => {
    expect(createEventRing(2).get(1)).toBeNull();
  });
});
