import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionStatus } from '../bridge/connection-status.ts';

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Since when the app cannot be reached; null: it can, or never could. */
  readonly lostAt: number | null;
}

export interface ConnectionStore extends StoreApi<ConnectionState> {
  become(status: ConnectionStatus, now: number): void;
}

export const createConnectionStore = (): ConnectionStore => {
  const store = createStore<ConnectionState>(() => ({ status: 'connecting', lostAt: null }));
  return {
    ...store,
    become: (status, now) =>
      store.setState(({ lostAt }) => ({
        status,
        lostAt: status === 'connected' ? null : (lostAt ?? now),
      })),
  };
};
