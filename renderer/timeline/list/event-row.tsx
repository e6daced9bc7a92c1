import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { laneOf } from '../../../shared/timeline/lane.ts';
import { messages } from '../../messages.ts';
import { exactTime } from '../../state/format.ts';
import { userName } from '../../state/user-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { eventTone } from '../event-tone.ts';
import { EventWords } from '../event-words.tsx';
import { laneName } from '../lane-name.ts';

interface EventRowProps {
  readonly id: string;
  readonly event: TimelineEvent;
  /** Counts from 1: most rows are not drawn, so a screen reader cannot count them. */
  readonly place: number;
  readonly count: number;
  readonly isChosen: boolean;
}

/** One event: when, in which lane, for whom, and what happened in plain words. */
export const EventRow = memo(({ id, event, place, count, isChosen }: EventRowProps) => {
  const tone = eventTone(event);
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={place}
      data-event={event.type}
      data-id={event.eventId}
      className={classNames('event', `event--${tone}`)}
    >
      <time className="event__time">{exactTime(event.at)}</time>
      <span className="event__type">
        {tone === 'problem' ? <CircleAlert size={12} aria-hidden /> : null}
        {tone === 'on-purpose' ? <TriangleAlert size={12} aria-hidden /> : null}
        <span className="clipped">{messages.eventTypes[event.type]}</span>
      </span>
      <span className="event__words clipped">
        <EventWords event={event} />
      </span>
      <span className="event__lane clipped">{laneName(laneOf(event))}</span>
      <span className="event__user clipped">
        <bdi>{userName(event.user)}</bdi>
      </span>
    </div>
  );
});
EventRow.displayName = 'EventRow';
