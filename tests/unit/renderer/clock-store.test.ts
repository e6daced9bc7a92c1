import { describe, expect, it, vi } from 'vitest';
import { createClockStore } from '../../../renderer/state/clock-store.ts';

/** A store by a time that is moved by hand. */
const openStore = () => {
  let real = 1_000;
  const store = createClockStore(() => real);
  return { store, pass: (ms: number) => (real += ms) };
};

describe('the time that is shown', () => {
  it('goes with the real one, by ticks', () => {
    const { store, pass } = openStore();
    pass(500);
    expect([store.getState().now, store.look()]).toEqual([1_000, 1_500]);
    store.tick();
    expect(store.getState()).toEqual({ now: 1_500, isVirtual: false });
  });

  it('stands still where the app’s clock is virtual, and jumps with it', () => {
    const { store, pass } = openStore();
    store.follow({ kind: 'virtual', now: 7_000 });
    pass(500);
    store.tick();
    expect([store.getState(), store.look()]).toEqual([{ now: 7_000, isVirtual: true }, 7_000]);
    store.follow({ kind: 'virtual', now: 9_000 });
    expect(store.getState().now).toBe(9_000);
    store.follow({ kind: 'real' });
    expect(store.getState()).toEqual({ now: 1_500, isVirtual: false });
  });

  it('tells nobody of a time that stands', () => {
    const { store } = openStore();
    store.follow({ kind: 'virtual', now: 7_000 });
    const listener = vi.fn();
    store.subscribe(listener);
    store.tick();
    store.follow({ kind: 'virtual', now: 7_000 });
    expect(listener).not.toHaveBeenCalled();
  });
});
