import type { TimelineEvent } from '../../../shared/timeline.ts';
import { useStores } from '../../app/window-context.ts';
import { exactTime } from '../../state/format.ts';
import { choose } from '../choose.ts';
import { eventTone } from '../event-tone.ts';
import { EventWords } from '../event-words.tsx';

interface EventLinksProps {
  readonly label: string;
  readonly events: readonly TimelineEvent[];
}

/** Events that lead to each other; a press goes there. */
export const EventLinks = ({ label, events }: EventLinksProps) => {
  const stores = useStores();
  return (
    <ol aria-label={label}>
      {events.map((event) => (
        <li key={event.eventId}>
          <button
            type="button"
            className={`event-pane__link event--${eventTone(event)}`}
            onClick={() => choose(stores, event.eventId)}
          >
            <time>{exactTime(event.at)}</time>
            <span>
              <EventWords event={event} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
};
