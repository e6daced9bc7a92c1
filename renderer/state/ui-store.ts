import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/contract/calls.ts';
import type { EventId } from '../../shared/timeline.ts';

export type Panel = 'settings' | 'help';
export type Licence = Result<'readLicences'>[number];

const selectionSchema = z.object({ kind: z.enum(['offering', 'workflow']), id: z.string() });
export type Selection = Readonly<z.output<typeof selectionSchema>>;

/** The smallest and the largest that each pane can be made, in pixels. */
export const paneLimits = {
  offeringsWidth: { least: 368, most: 640, normal: 440 },
  timelineHeight: { least: 88, most: 640, normal: 216 },
} as const;
export type PaneName = keyof typeof paneLimits;

const paneSize = (name: PaneName) => {
  const { least, most, normal } = paneLimits[name];
  return z.number().min(least).max(most).catch(normal);
};

/** What is there again after a restart. */
const keptSchema = z.object({
  selection: selectionSchema.nullable().catch(null),
  offeringsWidth: paneSize('offeringsWidth'),
  timelineHeight: paneSize('timelineHeight'),
});
type Kept = z.output<typeof keptSchema>;

export interface UiState extends Kept {
  readonly panel: Panel | null;
  /** The list of events stands still behind this one; null: it goes on. */
  readonly pausedAt: EventId | null;
  /** Null: they were not asked for yet. */
  readonly licences: readonly Licence[] | null;
}

export type UiStore = StoreApi<UiState>;

/** What of a browser's storage is needed. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

const storageKey = 'paywall-preview.window';

const readKept = (storage: TextStorage): Kept => {
  try {
    return keptSchema.parse(JSON.parse(storage.getItem(storageKey) ?? '{}'));
  } catch {
    // Where nothing can be read, the window looks as it does the first time.
    return keptSchema.parse({});
  }
};

const writeKept = (storage: TextStorage, state: UiState): void => {
  try {
    storage.setItem(storageKey, JSON.stringify(keptSchema.parse(state)));
  } catch {
    // A full or forbidden storage costs the layout, and nothing else.
  }
};

const isSameKept = (one: UiState, other: UiState): boolean =>
  one.selection === other.selection &&
  one.offeringsWidth === other.offeringsWidth &&
  one.timelineHeight === other.timelineHeight;

/** What the window itself remembers: what is selected, open and how large. */
export const createUiStore = (storage: TextStorage): UiStore => {
  const store = createStore<UiState>(() => ({
    ...readKept(storage),
    panel: null,
    pausedAt: null,
    licences: null,
  }));
  store.subscribe((state, before) => {
    if (!isSameKept(state, before)) writeKept(storage, state);
  });
  return store;
};

/** A size that the pane may have, as near as possible to the one that is wanted. */
export const allowedSize = (name: PaneName, wanted: number): number =>
  Math.round(Math.min(paneLimits[name].most, Math.max(paneLimits[name].least, wanted)));
