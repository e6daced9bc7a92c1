import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useListedItems } from '../app/use-listed-items.ts';
import { useApp, useStores } from '../app/window-context.ts';
import { type ListFacts, kindsOverTime, shownItems } from '../state/list-view.ts';
import type { ListedItem } from '../state/selection.ts';
import type { StatusKind } from '../state/workflow-status.ts';

interface ShownItems {
  /** Everything that there is, in the order of the response. */
  readonly items: readonly ListedItem[];
  /** The status of each of them. */
  readonly kinds: readonly StatusKind[];
  /** What is neither filtered away nor searched past, in the order that was chosen. */
  readonly shown: readonly ListedItem[];
  readonly selected: ListedItem | null;
  readonly facts: ListFacts;
}

/** What the list shows; drawn again only where a row has another status, not with every second. */
export const useShownItems = (): ShownItems => {
  const { clock, listView } = useStores();
  const { items, selected } = useListedItems();
  const isForeground = useApp(({ documents }) => documents.world.isForeground);
  const rules = useApp(({ documents }) => documents.world.rules);
  const isListKnown = useApp(({ documents }) => documents.caches.list.copy !== null);
  const facts = useMemo(
    () => ({ isForeground, rules, isListKnown }),
    [isForeground, rules, isListKnown],
  );
  const kindsAt = useMemo(() => kindsOverTime(items, facts), [items, facts]);
  const kinds = useStore(clock, ({ now }) => kindsAt(now));
  const sort = useStore(listView, (view) => view.sort);
  const wanted = useStore(listView, (view) => view.kinds);
  const search = useStore(listView, (view) => view.search);
  const shown = useMemo(
    () => shownItems(items, kinds, { sort, kinds: wanted, search }),
    [items, kinds, sort, wanted, search],
  );
  return { items, kinds, shown, selected, facts };
};
