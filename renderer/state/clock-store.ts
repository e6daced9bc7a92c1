import { createStore, type StoreApi } from 'zustand/vanilla';

export interface ClockState {
  readonly now: number;
}

export interface ClockStore extends StoreApi<ClockState> {
  /** Looks at the time now. */
  tick(): void;
}

/**
 * The one time that everything on the screen is computed for. It also ticks with every message:
 * what was stored a moment ago would otherwise lie in the future.
 */
export const createClockStore = (now: () => number): ClockStore => {
  const store = createStore<ClockState>(() => ({ now: now() }));
  return { ...store, tick: () => store.setState({ now: now() }) };
};
