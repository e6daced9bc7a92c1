import type { TimelineEvent } from '../../shared/timeline.ts';
import { eventWords } from '../../shared/words.ts';
import { messages } from '../messages.ts';
import './event-words.css';

/** What happened, in plain words, which begin with whether it was meant to. */
export const EventWords = ({ event }: { readonly event: TimelineEvent }) => (
  <>
    {event.error?.isOnPurpose === true ? (
      <span className="event-words__meant">{messages.timeline.onPurpose} </span>
    ) : null}
    {eventWords(event)}
  </>
);
