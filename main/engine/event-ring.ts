import type { EventFacts, EventId, TimelineEvent } from '../../shared/timeline.ts';

/** Whose event it is, and under which rules it came about. */
export type EventOrigin = Pick<TimelineEvent, 'user' | 'generation' | 'rules'>;

/** The newest events, each at the place that its id says. */
export interface EventRing {
  put(eventId: EventId, facts: EventFacts, at: number, origin: EventOrigin): void;
  /** The event that lies at that id's place; null: none does. */
  get(eventId: EventId): TimelineEvent | null;
}

/** What the ring has a list for. */
const isListed = (name: string): boolean =>
  name === 'type' ||
  name === 'subject' ||
  name === 'id' ||
  name === 'cause' ||
  name === 'call' ||
  name === 'source' ||
  name === 'freshness' ||
  name === 'sizeBytes' ||
  name === 'hash' ||
  name === 'storedAt';

const isPlain = (facts: EventFacts): boolean => {
  for (const name in facts) if (!isListed(name)) return false;
  return true;
};

type Listed = Pick<
  EventFacts,
  'id' | 'cause' | 'call' | 'source' | 'freshness' | 'sizeBytes' | 'hash' | 'storedAt'
>;

const optional = <Name extends keyof Listed>(
  name: Name,
  value: Listed[Name] | undefined,
): Pick<Listed, Name> | object => (value === undefined ? {} : { [name]: value });

/**
 * An object for each event would outlive two collections of young garbage and become old garbage in
 * the end, which costs more than all else about an event. So what most events say is kept in lists,
 * one for each field, and only an event that says more is kept as it is.
 */
export const createEventRing = (capacity: number): EventRing => {
  const times: number[] = [];
  const origins: EventOrigin[] = [];
  const wholes: (EventFacts | null)[] = [];
  const types: EventFacts['type'][] = [];
  const subjects: EventFacts['subject'][] = [];
  const ids: EventFacts['id'][] = [];
  const causes: EventFacts['cause'][] = [];
  const calls: EventFacts['call'][] = [];
  const sources: EventFacts['source'][] = [];
  const freshnesses: EventFacts['freshness'][] = [];
  const sizes: EventFacts['sizeBytes'][] = [];
  const hashes: EventFacts['hash'][] = [];
  const storedAts: EventFacts['storedAt'][] = [];

  const placeOf = (eventId: EventId): number => (eventId - 1) % capacity;

  const factsAt = (place: number): EventFacts | null => {
    const [type, subject, whole] = [types[place], subjects[place], wholes[place]];
    if (type === undefined || subject === undefined) return null;
    return (
      whole ?? {
        type,
        subject,
        ...optional('id', ids[place]),
        ...optional('call', calls[place]),
        ...optional('cause', causes[place]),
        ...optional('source', sources[place]),
        ...optional('freshness', freshnesses[place]),
        ...optional('sizeBytes', sizes[place]),
        ...optional('hash', hashes[place]),
        ...optional('storedAt', storedAts[place]),
      }
    );
  };

  return Object.freeze({
    put: (eventId: EventId, facts: EventFacts, at: number, origin: EventOrigin) => {
      const place = placeOf(eventId);
      times[place] = at;
      origins[place] = origin;
      wholes[place] = isPlain(facts) ? null : facts;
      types[place] = facts.type;
      subjects[place] = facts.subject;
      ids[place] = facts.id;
      causes[place] = facts.cause;
      calls[place] = facts.call;
      sources[place] = facts.source;
      freshnesses[place] = facts.freshness;
      sizes[place] = facts.sizeBytes;
      hashes[place] = facts.hash;
      storedAts[place] = facts.storedAt;
    },
    get: (eventId: EventId) => {
      const place = placeOf(eventId);
      const [at, origin, facts] = [times[place], origins[place], factsAt(place)];
      if (at === undefined || origin === undefined || facts === null) return null;
      const { user, generation, rules } = origin;
      return { at, user, generation, rules, ...facts, eventId };
    },
  });
};
