import type { EnvelopeKey } from './disk.ts';

/** When an envelope was used last, and what it takes up. */
export interface Use {
  readonly key: EnvelopeKey;
  readonly sizeBytes: number;
  readonly usedAtMs: number;
}

/** The order in which envelopes were used. */
export interface Uses {
  load(found: readonly Use[]): void;
  /** It is the newest now, whatever its time says. */
  add(use: Use): void;
  drop(key: EnvelopeKey): void;
  count(): number;
  totalBytes(): number;
  oldest(): EnvelopeKey | null;
  /** The time for the newest one: later than all others, so that files sort in this order. */
  newestMs(): number;
}

const byTime = (a: Use, b: Use): number => a.usedAtMs - b.usedAtMs || (a.key < b.key ? -1 : 1);

/** Starts empty. Its time is a count that keeps up with the files' own: it needs no clock. */
export const createUses = (): Uses => {
  const sizes = new Map<EnvelopeKey, number>();
  let totalBytes = 0;
  let newestMs = 0;

  const drop = (key: EnvelopeKey): void => {
    totalBytes -= sizes.get(key) ?? 0;
    sizes.delete(key);
  };

  const add = ({ key, sizeBytes, usedAtMs }: Use): void => {
    drop(key);
    sizes.set(key, sizeBytes);
    totalBytes += sizeBytes;
    newestMs = Math.max(newestMs + 1, Math.ceil(usedAtMs));
  };

  return Object.freeze({
    load: (found: readonly Use[]) => {
      for (const use of found.toSorted(byTime)) add(use);
    },
    add,
    drop,
    count: () => sizes.size,
    totalBytes: () => totalBytes,
    oldest: () => sizes.keys().next().value ?? null,
    newestMs: () => newestMs,
  });
};
