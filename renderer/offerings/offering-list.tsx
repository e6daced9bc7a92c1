import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useActions, useMoment, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import type { ListedItem } from '../state/selection.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { nextPlace } from './next-place.ts';
import { OfferingRow } from './offering-row.tsx';

interface OfferingListProps {
  readonly items: readonly ListedItem[];
  readonly selected: ListedItem | null;
}

const rowHeight = 52;

/** The heading of the workflows without an offering takes a row of its own. */
const rowsOf = (items: readonly ListedItem[]): readonly (ListedItem | 'heading')[] => {
  const firstOrphan = items.findIndex(({ kind }) => kind === 'workflow');
  if (firstOrphan === -1) return items;
  return [...items.slice(0, firstOrphan), 'heading', ...items.slice(firstOrphan)];
};

/** The offerings, to be gone through by mouse or arrow keys; only those in sight are drawn. */
export const OfferingList = ({ items, selected }: OfferingListProps) => {
  const { ui } = useStores();
  const { askWorkflow } = useActions();
  const moment = useMoment();
  const listId = useId();
  const rows = rowsOf(items);
  const { scroller, indexes, offset, totalHeight, onScroll, reveal } = useVirtualRows({
    count: rows.length,
    rowHeight,
  });

  const select = (item: ListedItem): void => {
    ui.setState({ selection: { kind: item.kind, id: item.id } });
    reveal(rows.indexOf(item));
  };

  // What was selected before the window was closed may lie far down.
  const selectedPlace = useRef(selected === null ? -1 : rows.indexOf(selected));
  useEffect(() => {
    if (selectedPlace.current >= 0) reveal(selectedPlace.current);
  }, [reveal]);

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selected !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      askWorkflow(selected.id);
      return;
    }
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight);
    const place = selected === null ? -1 : items.indexOf(selected);
    const next = items[nextPlace(event.key, place, items.length, page) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    select(next);
  };

  // Ids of offerings may hold what an element's id may not.
  const rowId = (item: ListedItem): string => `${listId}-${items.indexOf(item)}`;

  /** Only what is drawn can be named as the one that is active. */
  const isDrawn = selected !== null && indexes.includes(rows.indexOf(selected));

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={messages.offerings.label}
      aria-activedescendant={isDrawn ? rowId(selected) : undefined}
      className="offering-list"
      onScroll={onScroll}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: totalHeight }}>
        <div
          role="presentation"
          className="offering-list__rows"
          style={{ transform: `translateY(${offset}px)` }}
        >
          {indexes.map((index) => {
            const item = rows[index];
            if (item === undefined) return null;
            if (item === 'heading')
              return (
                <div key="heading" role="presentation" className="offering-list__heading">
                  {messages.offerings.orphans}
                </div>
              );
            return (
              <OfferingRow
                key={`${item.kind} ${item.id}`}
                id={rowId(item)}
                item={item}
                moment={moment}
                isSelected={item === selected}
                place={items.indexOf(item) + 1}
                count={items.length}
                onPress={() => {
                  select(item);
                  askWorkflow(item.id);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
