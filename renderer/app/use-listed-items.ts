import { type ListedItem, listedItems, selectedItem } from '../state/selection.ts';
import { useApp, useUi } from './window-context.ts';

/** Everything in the list, and which of it is selected. */
export const useListedItems = (): {
  readonly items: readonly ListedItem[];
  readonly selected: ListedItem | null;
} => {
  const rows = useApp((app) => app.rows);
  const selection = useUi((ui) => ui.selection);
  const items = listedItems({ rows });
  return { items, selected: selectedItem(items, selection) };
};
