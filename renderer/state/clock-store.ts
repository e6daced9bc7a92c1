import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Documents } from '../../shared/contract/documents.ts';

export interface ClockState {
  /** The app's time, for which everything on the screen is computed. */
  readonly now: number;
  /** The time stands still, and moves by hand only. */
  readonly isVirtual: boolean;
}

export interface ClockStore extends StoreApi<ClockState> {
  /** The app's time at this moment, also between two ticks. */
  look(): number;
  /** Looks at the time now; a virtual one stands. */
  tick(): void;
  /** The app says how the time goes. */
  follow(clock: Documents['clock']): void;
}

/**
 * The one time that everything on the screen is computed for. It also ticks with every message:
 * what was stored a moment ago would otherwise lie in the future.
 */
export const createClockStore = (realNow: () => number): ClockStore => {
  const store = createStore<ClockState>(() => ({ now: realNow(), isVirtual: false }));
  const look = (): number => {
    const { now, isVirtual } = store.getState();
    return isVirtual ? now : realNow();
  };
  return {
    ...store,
    look,
    tick: () => {
      // Nobody need look again at a time that stands.
      if (!store.getState().isVirtual) store.setState({ now: realNow() });
    },
    follow: (clock) => {
      const isVirtual = clock.kind === 'virtual';
      const now = clock.kind === 'virtual' ? clock.now : realNow();
      const before = store.getState();
      if (isVirtual && before.isVirtual && before.now === now) return;
      store.setState({ now, isVirtual });
    },
  };
};
