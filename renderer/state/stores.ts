import { type AnswersStore, createAnswersStore } from './answers-store.ts';
import { type AppStore, createAppStore } from './app-store.ts';
import { type ClockStore, createClockStore } from './clock-store.ts';
import { type ConnectionStore, createConnectionStore } from './connection-store.ts';
import { type EventsStore, createEventsStore } from './events-store.ts';
import { type NoticesStore, createNoticesStore } from './notices-store.ts';
import { type TextStorage, type UiStore, createUiStore } from './ui-store.ts';

/** Everything that the window knows, one store for each kind of knowledge. */
export interface Stores {
  readonly app: AppStore;
  readonly events: EventsStore;
  readonly answers: AnswersStore;
  readonly ui: UiStore;
  readonly connection: ConnectionStore;
  readonly notices: NoticesStore;
  readonly clock: ClockStore;
}

export const createStores = (storage: TextStorage, now: () => number): Stores =>
  Object.freeze({
    app: createAppStore(),
    events: createEventsStore(),
    answers: createAnswersStore(),
    ui: createUiStore(storage),
    connection: createConnectionStore(),
    notices: createNoticesStore(),
    clock: createClockStore(now),
  });
