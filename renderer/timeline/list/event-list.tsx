import { ListFilter, ListVideo } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { everything } from '../../../shared/timeline/filter.ts';
import { useActions, useStores, useTimeline, useUi } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { nextPlace } from '../../offerings/next-place.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useVirtualRows } from '../../ui/use-virtual-rows.ts';
import { choose } from '../choose.ts';
import type { Shown } from '../use-shown.ts';
import { EventRow } from './event-row.tsx';
import { stepFrom } from './step-from.ts';
import './event-list.css';

const rowHeight = 24;
/** Older events are asked for before somebody sees that they are not there. */
const soon = 40;
const words = messages.timeline;

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) => {
  const { timeline } = useStores();
  if (!isFiltered) return <EmptyState icon={ListVideo} {...words.empty} />;
  return (
    <EmptyState icon={ListFilter} {...words.filter.nothing}>
      <Button isSmall onClick={() => timeline.setState({ filter: everything })}>
        {words.filter.clear}
      </Button>
    </EmptyState>
  );
};

/**
 * Every event that is wanted, newest last; follows the end until somebody scrolls away, pauses it, or
 * looks at one event.
 */
export const EventList = ({ shown }: { readonly shown: Shown }) => {
  const stores = useStores();
  const { readOlderEvents } = useActions();
  const { rows, ring, after, earlier } = shown;
  const isPaused = useUi(({ pausedAt }) => pausedAt !== null);
  const chosen = useTimeline((timeline) => timeline.chosen);
  const listId = useId();
  const { count } = rows;
  const { scroller, indexes, offset, totalHeight, onScroll, reveal, toEnd } = useVirtualRows({
    count,
    rowHeight,
    followsEnd: !isPaused && chosen === null,
    dropped: rows.first,
  });

  const isNearStart = (indexes[0] ?? 0) < soon;
  useEffect(() => {
    if (isNearStart && earlier > 0 && after === 0) void readOlderEvents();
  }, [isNearStart, earlier, after, readOlderEvents]);

  const goneToNow = useTimeline((timeline) => timeline.goneToNow);
  useEffect(toEnd, [goneToNow, toEnd]);

  // Chosen in the lanes, or by what led to another, it may lie far away.
  useEffect(() => {
    if (chosen === null) return;
    const { index, isThere } = rows.placeOf(chosen);
    if (isThere) reveal(index);
    // Only when another one is chosen: afterwards somebody may scroll away from it.
  }, [chosen, reveal]);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      choose(stores, null);
      return;
    }
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight);
    const { index, isThere } =
      chosen === null ? { index: -1, isThere: false } : rows.placeOf(chosen);
    const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const by = event.key === 'ArrowDown' ? 1 : -1;
    const next =
      isStep && !isThere
        ? stepFrom(rows, chosen, by)
        : rows.at(nextPlace(event.key, index, count, page) ?? -1);
    if (next === null) return;
    event.preventDefault();
    choose(stores, next.eventId);
  };

  const rowId = (eventId: number): string => `${listId}-${String(eventId)}`;
  /** Only what is drawn can be named as the one that is active. */
  const isDrawn = chosen !== null && indexes.some((index) => rows.at(index)?.eventId === chosen);

  return (
    <div className="events">
      {count === 0 ? <Nothing isFiltered={ring.size > 0 && after === 0} /> : null}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={words.list}
        aria-activedescendant={isDrawn ? rowId(chosen) : undefined}
        className="events__list"
        hidden={count === 0}
        onScroll={onScroll}
        onKeyDown={press}
        onClick={({ target }) => {
          const row = target instanceof Element ? target.closest('[data-id]') : null;
          if (row !== null) choose(stores, Number(row.getAttribute('data-id')));
        }}
      >
        <div role="presentation" style={{ height: totalHeight }}>
          <div
            role="presentation"
            className="events__rows"
            style={{ transform: `translateY(${offset}px)` }}
          >
            {indexes.map((index) => {
              const event = rows.at(index);
              return event === null ? null : (
                <EventRow
                  key={event.eventId}
                  id={rowId(event.eventId)}
                  event={event}
                  place={index + 1}
                  count={count}
                  isChosen={event.eventId === chosen}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
};
