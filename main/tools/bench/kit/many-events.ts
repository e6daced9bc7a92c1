import { engineError } from '../../../../shared/errors.ts';
import { appUserId } from '../../../../shared/model/ids.ts';
import type { EventFacts, EventId, TimelineEvent } from '../../../../shared/timeline.ts';

interface Story {
  at: number;
  readonly events: TimelineEvent[];
  generation: number;
  requests: number;
  calls: number;
}

const users = ['ana', 'ben', 'cleo'] as const;
const noHash = '0'.repeat(64);
const failure = engineError('backend-error', 'The backend answered 503.', 503);

const tell = (story: Story, afterMs: number, facts: EventFacts): EventId => {
  story.at += afterMs;
  const eventId = story.events.length + 1;
  story.events.push({
    user: appUserId(users[story.generation % users.length] ?? 'ana'),
    generation: story.generation,
    rules: 'recommended',
    ...facts,
    eventId,
    at: story.at,
  });
  return eventId;
};

const ask = (story: Story, cause: EventId, about: Omit<EventFacts, 'type' | 'cause'>): number => {
  story.requests += 1;
  tell(story, 1, { type: 'requested', ...about, cause, request: story.requests });
  return story.requests;
};

const end = (
  story: Story,
  afterMs: number,
  request: number,
  about: Omit<EventFacts, 'type'>,
): EventId => tell(story, afterMs, { type: 'responded', ...about, request, sizeBytes: 9_000 });

const come = (story: Story, about: Omit<EventFacts, 'type'>): EventId =>
  tell(story, 0, {
    type: 'refreshed',
    ...about,
    source: 'network',
    hash: noHash,
    storedAt: story.at,
    sizeBytes: 9_000,
  });

/** Four prefetches and their bodies at a time, as the slots have them. */
const prefetchFour = (story: Story, list: EventId, first: number): void => {
  const slots = [1, 2, 3, 4].map((slot) => ({
    slot,
    id: `wf_${String(first + slot)}`,
    request: 0,
    file: 0,
  }));
  for (const one of slots)
    one.request = ask(story, list, { subject: 'detail', id: one.id, slot: one.slot });
  for (const one of slots) {
    end(story, 9, one.request, { subject: 'detail', id: one.id, slot: one.slot });
    one.file = ask(story, list, { subject: 'cdn', id: one.id, slot: one.slot });
  }
  for (const { id, slot, file } of slots) {
    end(story, 14, file, { subject: 'cdn', id, slot });
    const event = come(story, { subject: 'detail', id, slot, cause: list });
    const prefetched = { subject: 'detail', id, slot, cause: event } as const;
    tell(story, 0, { type: 'prefetched', ...prefetched });
    tell(story, 1, { type: 'persisted', subject: 'detail', id, cause: event, storedAt: story.at });
  }
};

const round = (story: Story, number: number): void => {
  story.calls += 1;
  const call = story.calls;
  const called = tell(story, 700, { type: 'called', subject: 'list', call });
  const miss = tell(story, 0, { type: 'miss', subject: 'list', cause: called });
  const request = ask(story, miss, { subject: 'list' });
  if (number % 7 === 6) {
    end(story, 40, request, { subject: 'list', error: failure });
    tell(story, 0, { type: 'failed', subject: 'list', cause: miss, error: failure });
    tell(story, 0, { type: 'completed', subject: 'list', call, cause: miss, error: failure });
    return;
  }
  end(story, 30, request, { subject: 'list' });
  const list = come(story, { subject: 'list', cause: miss });
  prefetchFour(story, list, 0);
  prefetchFour(story, list, 4);
  tell(story, 1, {
    type: 'completed',
    subject: 'list',
    call,
    cause: list,
    source: 'network',
    freshness: 'fresh',
  });
  if (number % 11 === 10) tell(story, 100, { type: 'cold-started', subject: 'app' });
  if (number % 17 === 16) {
    story.generation += 1;
    tell(story, 100, { type: 'identity-changed', subject: 'identity', id: 'another' });
  }
};

/** So many events as an engine tells them that asks for its list over and over. */
export const manyEvents = (
  count: number,
  from = Date.UTC(2026, 5, 15, 12),
): readonly TimelineEvent[] => {
  const story: Story = { at: from, events: [], generation: 1, requests: 0, calls: 0 };
  for (let number = 0; story.events.length < count; number += 1) round(story, number);
  return story.events.slice(0, count);
};
