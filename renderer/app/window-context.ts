import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '../../shared/contract/stream.ts';
import type { Actions } from '../state/actions.ts';
import type { EventsState } from '../state/events-store.ts';
import type { RowMoment } from '../state/workflow-status.ts';
import type { Stores } from '../state/stores.ts';
import type { UiState } from '../state/ui-store.ts';

/** What every component may use: what is known, and what can be done. */
export interface WindowParts {
  readonly stores: Stores;
  readonly actions: Actions;
}

export const WindowContext = createContext<WindowParts | null>(null);

const useParts = (): WindowParts => {
  const parts = useContext(WindowContext);
  if (parts === null) throw new Error('a component stands outside of the window');
  return parts;
};

export const useStores = (): Stores => useParts().stores;
export const useActions = (): Actions => useParts().actions;

const known = (app: AppState | null): AppState => {
  if (app === null) throw new Error('a component is shown before the first snapshot');
  return app;
};

/** Part of what is known of the app; drawn again only when that part is another one. */
export const useApp = <T>(select: (app: AppState) => T): T =>
  useStore(useStores().app, ({ app }) => select(known(app)));

export const useUi = <T>(select: (ui: UiState) => T): T => useStore(useStores().ui, select);

/** The events; drawn again whenever there are others. */
export const useEvents = (): EventsState => useStore(useStores().events);

/** The time that is shown, which moves once a second and with every message. */
export const useNow = (): number => useStore(useStores().clock, ({ now }) => now);

/** All that a status depends on beside what it is of. */
export const useMoment = (): RowMoment => {
  const now = useNow();
  const { isForeground, rules } = useApp(({ documents }) => documents.world);
  const isListKnown = useApp(({ documents }) => documents.caches.list.copy !== null);
  return useMemo(
    () => ({ now, isForeground, rules, isListKnown }),
    [now, isForeground, rules, isListKnown],
  );
};
