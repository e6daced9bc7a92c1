import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useActions, useStores } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import type { ListFacts } from '../state/list-view.ts';
import type { ListedItem } from '../state/selection.ts';
import { useVirtualRows } from '../ui/use-virtual-rows.ts';
import { nextPlace } from './next-place.ts';
import { OfferingRow, nameOfItem } from './offering-row.tsx';
import { createTypeAhead, placeOf } from './type-ahead.ts';

interface OfferingListProps {
  readonly items: readonly ListedItem[];
  /** It may be one that the list does not show now. */
  readonly selected: ListedItem | null;
  readonly facts: ListFacts;
}

const rowHeight = 52;

/** The heading of the workflows without an offering takes a row of its own. */
const rowsOf = (items: readonly ListedItem[]): readonly (ListedItem | 'heading')[] => {
  const firstOrphan = items.findIndex(({ kind }) => kind === 'workflow');
  if (firstOrphan === -1) return items;
  return [...items.slice(0, firstOrphan), 'heading', ...items.slice(firstOrphan)];
};

/** Places of rows and of items, without looking through 2,000 of them for each row that is drawn. */
const usePlaces = (items: readonly ListedItem[]) =>
  useMemo(() => {
    const rows = rowsOf(items);
    return {
      rows,
      rowOf: new Map(rows.map((row, place) => [row, place])),
      placeOf: new Map(items.map((item, place) => [item, place])),
    };
  }, [items]);

/** Another order, filter or search is read from its beginning. */
const useStartAgain = (scroller: RefObject<HTMLElement | null>): void => {
  const { listView } = useStores();
  useEffect(
    () =>
      listView.subscribe((view, before) => {
        const { sort, kinds, search } = before;
        if (view.sort !== sort || view.kinds !== kinds || view.search !== search)
          scroller.current?.scrollTo({ top: 0 });
      }),
    [listView, scroller],
  );
};

const useChoosing = () => {
  const { ui } = useStores();
  const { askWorkflow } = useActions();
  const select = useCallback(
    ({ kind, id }: ListedItem) => ui.setState({ selection: { kind, id } }),
    [ui],
  );
  const press = useCallback(
    (item: ListedItem) => {
      select(item);
      askWorkflow(item.id);
    },
    [select, askWorkflow],
  );
  return { select, press, askWorkflow };
};

/** The offerings, to be gone through by mouse or arrow keys; only those in sight are drawn. */
export const OfferingList = ({ items, selected, facts }: OfferingListProps) => {
  const { select, press, askWorkflow } = useChoosing();
  const listId = useId();
  const typed = useRef(createTypeAhead());
  const { rows, rowOf, placeOf: placeIn } = usePlaces(items);
  const { scroller, indexes, offset, totalHeight, onScroll, reveal } = useVirtualRows({
    count: rows.length,
    rowHeight,
  });

  const selectedRow = (selected === null ? undefined : rowOf.get(selected)) ?? -1;
  const latestRow = useRef(selectedRow);
  useLayoutEffect(() => {
    latestRow.current = selectedRow;
  });

  // What was selected before the window was closed may lie far down. What only moves, because rows
  // come, go or are put in another order, is not run after.
  const selectedKey = selected === null ? '' : `${selected.kind} ${selected.id}`;
  useEffect(() => {
    if (selectedKey !== '' && latestRow.current >= 0) reveal(latestRow.current);
  }, [selectedKey, reveal]);

  useStartAgain(scroller);

  const placeAfter = (event: KeyboardEvent): number | null => {
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight);
    const place = (selected === null ? undefined : placeIn.get(selected)) ?? -1;
    const next = nextPlace(event.key, place, items.length, page);
    if (next !== null) return next;
    const text = typed.current.add(event.key, event.timeStamp);
    return text === null ? null : placeOf(items.map(nameOfItem), text, place);
  };

  const pressKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === '/') return;
    const next = items[placeAfter(event) ?? -1];
    if (next !== undefined) {
      event.preventDefault();
      select(next);
    } else if (selectedRow >= 0 && selected !== null && [' ', 'Enter'].includes(event.key)) {
      event.preventDefault();
      askWorkflow(selected.id);
    }
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={messages.offerings.label}
      // Only what is drawn can be named as the one that is active.
      aria-activedescendant={indexes.includes(selectedRow) ? `${listId}-${selectedRow}` : undefined}
      className="offering-list"
      onScroll={onScroll}
      onKeyDown={pressKey}
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
                // Ids of offerings may hold what an element's id may not.
                id={`${listId}-${index}`}
                item={item}
                facts={facts}
                isSelected={item === selected}
                place={(placeIn.get(item) ?? 0) + 1}
                count={items.length}
                onPress={press}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
