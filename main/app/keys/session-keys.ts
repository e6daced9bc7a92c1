import type { KeyStore } from './key-store.ts';

/** Keeps secrets in memory, where there is nowhere else; the note says why. */
export const createSessionKeys = (note: string): KeyStore => {
  const secrets = new Map<string, string>();
  return Object.freeze({
    note,
    write: (name: string, secret: string) => {
      secrets.set(name, secret);
      return Promise.resolve({ status: 'session-only' as const, note });
    },
    read: (name: string) => {
      const secret = secrets.get(name);
      return Promise.resolve(
        secret === undefined
          ? { status: 'missing' as const }
          : { status: 'found' as const, secret },
      );
    },
    remove: (name: string) => {
      secrets.delete(name);
      return { status: 'removed' as const };
    },
    removeAll: () => {
      secrets.clear();
      return { status: 'removed' as const };
    },
  });
};
