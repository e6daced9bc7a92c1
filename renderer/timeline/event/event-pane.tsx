import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { laneOf } from '../../../shared/timeline/lane.ts';
import { useStores } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { createCacheHistory } from '../../state/cache-history.ts';
import { exactTime } from '../../state/format.ts';
import { userName } from '../../state/user-name.ts';
import { chainOf } from '../../state/why.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { choose } from '../choose.ts';
import { eventTone } from '../event-tone.ts';
import { EventWords } from '../event-words.tsx';
import { laneName } from '../lane-name.ts';
import type { Shown } from '../use-shown.ts';
import { CachesTable, useCachesAround, useIsForeground } from './caches-table.tsx';
import { effectsOf } from './effects-of.ts';
import { EventFields } from './event-fields.tsx';
import { EventLinks } from './event-links.tsx';
import './event-pane.css';

const words = messages.timeline.event;

interface EventPaneProps {
  readonly event: TimelineEvent;
  readonly shown: Shown;
}

const Head = ({ event }: Pick<EventPaneProps, 'event'>) => {
  const stores = useStores();
  const { type, at, user } = event;
  const facts = [exactTime(at), laneName(laneOf(event)), userName(user)];
  return (
    <header className="event-pane__head">
      <h3 className={`event-pane__type event--${eventTone(event)}`}>{messages.eventTypes[type]}</h3>
      <p className="event-pane__facts clipped">{facts.join(' · ')}</p>
      <IconButton isSmall icon={X} label={words.close} onClick={() => choose(stores, null)} />
    </header>
  );
};

const Sentence = ({ event, shown }: EventPaneProps) => (
  <section>
    <p className="event-pane__words">
      <EventWords event={event} />
    </p>
    {shown.rows.placeOf(event.eventId).isThere ? null : (
      <p className="event-pane__hint">{words.filteredOut}</p>
    )}
  </section>
);

/** What led to it, and what it led to. */
const Causes = ({ event, shown: { ring, version } }: EventPaneProps) => {
  const { chain, effects } = useMemo(
    () => ({
      chain: chainOf(ring, event.eventId).slice(0, -1),
      effects: effectsOf(ring, event),
    }),
    // The ring is written in place, so it is the version that says when to look again.
    [ring, version, event],
  );
  return (
    <>
      <section>
        <h4>{words.cause}</h4>
        {chain.length > 0 ? (
          <EventLinks label={words.cause} events={chain} />
        ) : (
          <p className="event-pane__hint">
            {event.cause === undefined ? words.noCause : words.lostCause}
          </p>
        )}
      </section>
      {effects.length === 0 ? null : (
        <section>
          <h4>{words.effects}</h4>
          <EventLinks label={words.effects} events={effects} />
        </section>
      )}
    </>
  );
};

const Caches = ({ event, shown: { ring, book } }: EventPaneProps) => {
  const history = useMemo(() => createCacheHistory(ring), [ring]);
  const isForeground = useIsForeground();
  const around = useCachesAround(history, event.eventId, ring.at(0)?.eventId ?? null);
  if (around === null) return null;
  const wasForeground = {
    before: book.wasForeground(event.eventId - 1, isForeground),
    after: book.wasForeground(event.eventId, isForeground),
  };
  return (
    <section>
      <h4>{words.caches}</h4>
      <CachesTable event={event} around={around} wasForeground={wasForeground} />
    </section>
  );
};

/** All about the chosen event: what happened, why, what it changed, and what it says of itself. */
export const EventPane = (props: EventPaneProps) => (
  <section aria-label={words.label} className="event-pane">
    <Head event={props.event} />
    <div className="event-pane__body">
      <Sentence {...props} />
      <Causes {...props} />
      <Caches {...props} />
      <section>
        <h4>{words.fields}</h4>
        <EventFields event={props.event} />
      </section>
    </div>
  </section>
);
