import { CircleAlert } from 'lucide-react';
import { memo } from 'react';
import type { TimelineEvent } from '../../shared/timeline.ts';
import { eventWords } from '../../shared/words.ts';
import { messages } from '../messages.ts';
import { exactTime } from '../state/format.ts';
import { userName } from '../state/user-name.ts';
import { eventTone } from './event-tone.ts';

interface EventRowProps {
  readonly event: TimelineEvent;
  /** Counts from 1: most rows are not drawn, so a screen reader cannot count them. */
  readonly place: number;
  readonly count: number;
}

/** One event: when, about what, and what happened in plain words. */
export const EventRow = memo(({ event, place, count }: EventRowProps) => {
  const tone = eventTone(event);
  return (
    <div
      role="listitem"
      aria-setsize={count}
      aria-posinset={place}
      data-event={event.type}
      className={`event event--${tone}`}
    >
      <time className="event__time">{exactTime(event.at)}</time>
      <span className="event__subject clipped">{messages.subjects[event.subject]}</span>
      <span className="event__type">
        {tone === 'problem' ? <CircleAlert size={12} aria-hidden /> : null}
        <span className="clipped">{messages.eventTypes[event.type]}</span>
      </span>
      <span className="event__words clipped">{eventWords(event)}</span>
      <span className="event__user clipped">
        <bdi>{userName(event.user)}</bdi>
      </span>
    </div>
  );
});
EventRow.displayName = 'EventRow';
