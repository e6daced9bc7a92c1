import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { OpenScenario } from '../../shared/contract/documents.ts';
import type { AppState } from '../../shared/contract/stream.ts';
import type { Actions } from '../state/actions.ts';
import type { EventsState } from '../state/events-store.ts';
import { shownScenario } from '../state/shown-scenario.ts';
import type { StageDeeds } from '../state/stage-deeds.ts';
import type { StageState } from '../state/stage-store.ts';
import type { RowMoment } from '../state/workflow-status.ts';
import type { Stores } from '../state/stores.ts';
import type { TimelineState } from '../state/timeline-store.ts';
import type { UiState } from '../state/ui-store.ts';

/** What every component may use: what is known, and what can be done. */
export interface WindowParts {
  readonly stores: Stores;
  readonly actions: Actions;
  readonly stage: StageDeeds;
}

export const WindowContext = createContext<WindowParts | null>(null);

/** All of it: who offers everything needs everything. */
export const useWindowParts = (): WindowParts => {
  const parts = useContext(WindowContext);
  if (parts === null) throw new Error('a component stands outside of the window');
  return parts;
};

export const useStores = (): Stores => useWindowParts().stores;
export const useActions = (): Actions => useWindowParts().actions;
export const useStageDeeds = (): StageDeeds => useWindowParts().stage;

const known = (app: AppState | null): AppState => {
  if (app === null) throw new Error('a component is shown before the first snapshot');
  return app;
};

/** Part of what is known of the app; drawn again only when that part is another one. */
export const useApp = <T>(select: (app: AppState) => T): T =>
  useStore(useStores().app, ({ app }) => select(known(app)));

export const useUi = <T>(select: (ui: UiState) => T): T => useStore(useStores().ui, select);

/** Part of what is on the stage. */
export const useStage = <T>(select: (stage: StageState) => T): T =>
  useStore(useStores().stage, select);

/** The scenario that is open in this window; null: none is. */
export const useShownScenario = (): OpenScenario | null => {
  const closedScenario = useUi((ui) => ui.closedScenario);
  return useStore(useStores().app, ({ app }) => shownScenario(app, { closedScenario }));
};

/** The events; drawn again whenever there are others. */
export const useEvents = (): EventsState => useStore(useStores().events);

/** How somebody looks at the timeline. */
export const useTimeline = <T>(select: (timeline: TimelineState) => T): T =>
  useStore(useStores().timeline, select);

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
