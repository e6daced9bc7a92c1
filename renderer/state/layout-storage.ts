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
  /** Says what has changed and was not said yet. */
  readonly flush: () => void;
  /** Everything was wiped. */
  clear(): void;
}

interface LayoutStorageOptions {
  readonly bridge: Pick<Bridge, 'readLayout' | 'changeLayout'>;
  /** Calls back in a moment. */
  readonly later: (call: () => void) => void;
}

/**
 * The app keeps it rather than the browser: on the browser host each start has another address, and a
 * browser keeps things by address.
 */
export const createLayoutStorage = ({ bridge, later }: LayoutStorageOptions): LayoutStorage => {
  let parts: Layout = {};
  let changed: Layout = {};
  /** What could not be read is not written over. */
  let isOpen = false;

  /** Somebody has just been told. */
  let isResting = false;

  const flush = (): void => {
    const change = changed;
    changed = {};
    // A layout that is not kept costs nothing else, so nobody is told.
    if (Object.keys(change).length > 0) void bridge.changeLayout(change);
  };

  /** The first change at once: what was done right before the window closes is kept, too. */
  const tell = (): void => {
    if (isResting) return;
    isResting = true;
    flush();
    later(() => {
      isResting = false;
      if (Object.keys(changed).length > 0) tell();
    });
  };

  return Object.freeze({
    getItem: (key: string) => parts[key] ?? null,
    setItem: (key: string, text: string) => {
      if (!isOpen || parts[key] === text) return;
      parts = { ...parts, [key]: text };
      changed = { ...changed, [key]: text };
      tell();
    },
    open: async () => {
      const read = await bridge.readLayout(null);
      if (!read.ok) return;
      parts = read.value;
      isOpen = true;
    },
    flush,
    clear: () => {
      parts = {};
      changed = {};
    },
  });
};
