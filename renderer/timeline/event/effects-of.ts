import type { TimelineEvent } from '../../../shared/timeline.ts';
import type { EventRing } from '../../state/event-ring.ts';

/** What an event leads to comes soon after it. */
const searched = 4_000;
const most = 12;

/** The events that this one led to at once, oldest first. */
export const effectsOf = (
  ring: Pick<EventRing, 'at' | 'size' | 'countUpTo'>,
  { eventId }: Pick<TimelineEvent, 'eventId'>,
): readonly TimelineEvent[] => {
  const found: TimelineEvent[] = [];
  const start = ring.countUpTo(eventId);
  const stop = Math.min(ring.size, start + searched);
  for (let index = start; index < stop && found.length < most; index += 1) {
    const event = ring.at(index);
    if (event?.cause === eventId) found.push(event);
  }
  return found;
};
