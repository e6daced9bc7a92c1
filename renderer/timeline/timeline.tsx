import { ListVideo } from 'lucide-react';
import { useEvents, useUi } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { EventRow } from './event-row.tsx';
import { TimelineHead } from './timeline-head.tsx';
import './timeline.css';

const rowHeight = 24;
const words = messages.timeline;

/** Every event, newest last; follows the end until somebody scrolls away or pauses it. */
export const Timeline = () => {
  const { ring } = useEvents();
  const pausedAt = useUi((ui) => ui.pausedAt);
  const count = pausedAt === null ? ring.size : ring.countUpTo(pausedAt);
  const { scroller, indexes, offset, totalHeight, isAtEnd, onScroll, toEnd } = useVirtualRows({
    count,
    rowHeight,
    followsEnd: pausedAt === null,
    dropped: ring.dropped,
  });
  return (
    <>
      <TimelineHead shown={count} isAtEnd={isAtEnd} onNewest={toEnd} />
      {count === 0 ? <EmptyState icon={ListVideo} {...words.empty} /> : null}
      <div
        ref={scroller}
        role="list"
        tabIndex={0}
        aria-label={words.list}
        className="timeline__events"
        hidden={count === 0}
        onScroll={onScroll}
      >
        <div role="presentation" style={{ height: totalHeight }}>
          <div
            role="presentation"
            className="timeline__rows"
            style={{ transform: `translateY(${offset}px)` }}
          >
            {indexes.map((index) => {
              const event = ring.at(index);
              return event === null ? null : (
                <EventRow key={event.eventId} event={event} place={index + 1} count={count} />
              );
            })}
          </div>
        </div>
      </div>
    </>
  );
};
