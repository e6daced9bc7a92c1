import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ListView, sortKeys } from './list-view.ts';
import { keep } from './keep.ts';
import type { TextStorage } from './layout-storage.ts';
import { type StatusKind, statusKinds } from './workflow-status.ts';

export interface ListViewState extends ListView {
  /** Another number each time that somebody wants to type into the search. */
  readonly searchWanted: number;
}

export interface ListViewStore extends StoreApi<ListViewState> {
  readonly toggle: (kind: StatusKind) => void;
  /** It is as it was kept. */
  restore(): void;
  /** Neither searched nor filtered any more; the order stays. */
  readonly showAll: () => void;
}

const keptSchema = z.object({
  sort: z.enum(sortKeys).catch('response'),
  kinds: z.array(z.enum(statusKinds)).catch([]),
});

/** How the list of offerings is looked at. Order and filter are there again after a restart. */
export const createListViewStore = (storage: TextStorage): ListViewStore => {
  const store = createStore<ListViewState>(() => ({
    ...keptSchema.parse({}),
    search: '',
    searchWanted: 0,
  }));
  const restore = keep({ storage, key: 'list', schema: keptSchema, store });
  restore();
  return {
    ...store,
    restore,
    toggle: (kind) =>
      store.setState(({ kinds }) => ({
        kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind],
      })),
    showAll: () => store.setState({ kinds: [], search: '' }),
  };
};
