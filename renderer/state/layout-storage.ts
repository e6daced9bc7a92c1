import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Layout } from '../../shared/contract/layout.ts';

/** Texts by name, as they were kept. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** What the app keeps of the window’s layout. */
export interface LayoutStorage extends TextStorage {
  /** Reads it, whether it can be read or not: then the window looks as it does the first time. */
  open(): Promise<void>;
  /** Everything was wiped. */
  clear(): void;
}

/**
 * The app keeps it rather than the browser: on the browser host each start has another address, and a
 * browser keeps things by address.
 */
export const createLayoutStorage = (
  bridge: Pick<Bridge, 'readLayout' | 'changeLayout'>,
): LayoutStorage => {
  let parts: Layout = {};
  let changed: Layout = {};
  /** What could not be read is not written over. */
  let isOpen = false;

  const flush = (): void => {
    const change = changed;
    changed = {};
    // A layout that is not kept costs nothing else, so nobody is told.
    if (Object.keys(change).length > 0) void bridge.changeLayout(change);
  };

  return Object.freeze({
    getItem: (key: string) => parts[key] ?? null,
    setItem: (key: string, text: string) => {
      if (!isOpen || parts[key] === text) return;
      parts = { ...parts, [key]: text };
      // At once: what was done right before the window closes is kept, too. The app writes in a while.
      if (Object.keys(changed).length === 0) queueMicrotask(flush);
      changed = { ...changed, [key]: text };
    },
    open: async () => {
      const read = await bridge.readLayout(null);
      if (!read.ok) return;
      parts = read.value;
      isOpen = true;
    },
    clear: () => {
      parts = {};
      changed = {};
    },
  });
};
