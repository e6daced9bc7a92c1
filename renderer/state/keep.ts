import type { z } from 'zod';
import type { StoreApi } from 'zustand/vanilla';
import type { TextStorage } from './layout-storage.ts';

interface Kept<State, Part extends Partial<State>> {
  readonly storage: TextStorage;
  readonly key: string;
  /** Fills in what is missing or makes no sense, and leaves out what is not kept. */
  readonly schema: z.ZodType<Part>;
  readonly store: StoreApi<State>;
}

const readPart = <Part>(storage: TextStorage, key: string, schema: z.ZodType<Part>): Part => {
  try {
    return schema.parse(JSON.parse(storage.getItem(key) ?? '{}'));
  } catch {
    // Where nothing can be read, the window looks as it does the first time.
    return schema.parse({});
  }
};

/** Keeps part of a store; what is returned puts back what was kept. */
export const keep = <State, Part extends Partial<State>>({
  storage,
  key,
  schema,
  store,
}: Kept<State, Part>): (() => void) => {
  let isRestoring = false;
  store.subscribe((state) => {
    if (!isRestoring) storage.setItem(key, JSON.stringify(schema.parse(state)));
  });
  return () => {
    isRestoring = true;
    store.setState(readPart(storage, key, schema));
    isRestoring = false;
  };
};
