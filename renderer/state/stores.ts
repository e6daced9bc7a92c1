import { type AnswersStore, createAnswersStore } from './answers-store.ts';
import { type AppStore, createAppStore } from './app-store.ts';
import { type ClockStore, createClockStore } from './clock-store.ts';
import { type ConnectionStore, createConnectionStore } from './connection-store.ts';
import { type EventsStore, createEventsStore } from './events-store.ts';
import type { TextStorage } from './layout-storage.ts';
import { type ListViewStore, createListViewStore } from './list-view-store.ts';
import { type NoticesStore, createNoticesStore } from './notices-store.ts';
import { type StageStore, createStageStore } from './stage-store.ts';
import { type TimelineStore, createTimelineStore } from './timeline-store.ts';
import { type UiStore, createUiStore } from './ui-store.ts';

/** Everything that the window knows, one store for each kind of knowledge. */
export interface Stores {
  readonly app: AppStore;
  readonly events: EventsStore;
  readonly timeline: TimelineStore;
  readonly answers: AnswersStore;
  readonly ui: UiStore;
  readonly stage: StageStore;
  readonly connection: ConnectionStore;
  readonly notices: NoticesStore;
  readonly clock: ClockStore;
  readonly listView: ListViewStore;
}

/** All that is kept of how somebody looks at things is as it was kept. */
export const restoreLayout = ({ ui, listView, timeline }: Stores): void => {
  for (const store of [ui, listView, timeline]) store.restore();
};

export const createStores = (storage: TextStorage, now: () => number): Stores =>
  Object.freeze({
    app: createAppStore(),
    events: createEventsStore(),
    timeline: createTimelineStore(storage),
    answers: createAnswersStore(),
    ui: createUiStore(storage),
    stage: createStageStore(),
    connection: createConnectionStore(),
    notices: createNoticesStore(),
    clock: createClockStore(now),
    listView: createListViewStore(storage),
  });
