import type { Trace } from '../../../main/http/http.ts';
import type { EventFacts } from '../../../shared/timeline.ts';

/** What a recorded trace remembers: the facts as they were given, numbered from 1. */
export interface RecordedTrace extends Trace {
  readonly events: (EventFacts & { readonly eventId: number })[];
}

/** A trace that remembers; its cause is event 0. */
export const recordedTrace = (): RecordedTrace => {
  const events: RecordedTrace['events'] = [];
  return {
    cause: 0,
    events,
    record: (facts) => {
      const eventId = events.length + 1;
      events.push({ ...facts, eventId });
      return eventId;
    },
  };
};
