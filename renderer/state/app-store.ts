import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from '../../shared/contract/stream.ts';

/** Null until the first snapshot has come. */
export interface AppStoreState {
  readonly app: AppState | null;
}

export type AppStore = StoreApi<AppStoreState>;

export const createAppStore = (): AppStore => createStore<AppStoreState>(() => ({ app: null }));
