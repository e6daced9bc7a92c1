import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/contract/calls.ts';
import type { EventId } from '../../shared/timeline.ts';
import { keep } from './keep.ts';
import type { TextStorage } from './layout-storage.ts';

/** What is known of the paywall, beside the stage. */
export const inspections = ['why', 'json', 'disk', 'problems'] as const;
export type Inspection = (typeof inspections)[number];
/** In a narrow window all of it stands in one place. */
export const views = ['paywall', ...inspections] as const;
export type View = (typeof views)[number];

/** What is told once, and not again to who has read it. */
export const hints = ['break', 'why', 'palette'] as const;
export type HintName = (typeof hints)[number];

export type Panel =
  | 'phone'
  | 'settings'
  | 'help'
  | 'scenarios'
  | 'export'
  | 'palette'
  | 'connectLive'
  | 'editLive'
  | 'openProject'
  | 'saveProject'
  | 'forgetProject';
export type Licence = Result<'readLicences'>[number];

const selectionSchema = z.object({ kind: z.enum(['offering', 'workflow']), id: z.string() });
export type Selection = Readonly<z.output<typeof selectionSchema>>;

/** The smallest and the largest that each pane can be made, in pixels. */
export const paneLimits = {
  offeringsWidth: { least: 300, most: 640, normal: 400 },
  detailWidth: { least: 260, most: 640, normal: 336 },
  eventsWidth: { least: 280, most: 1_200, normal: 500 },
  eventWidth: { least: 260, most: 800, normal: 360 },
  timelineHeight: { least: 88, most: 640, normal: 216 },
} as const;
export type PaneName = keyof typeof paneLimits;

const paneSize = (name: PaneName) => {
  const { least, most, normal } = paneLimits[name];
  return z.number().min(least).max(most).catch(normal);
};

/** What is there again after a restart. */
const keptSchema = z.object({
  view: z.enum(views).catch('paywall'),
  inspection: z.enum(inspections).catch('why'),
  readHints: z.array(z.enum(hints)).catch([]),
  selection: selectionSchema.nullable().catch(null),
  offeringsWidth: paneSize('offeringsWidth'),
  detailWidth: paneSize('detailWidth'),
  eventsWidth: paneSize('eventsWidth'),
  eventWidth: paneSize('eventWidth'),
  timelineHeight: paneSize('timelineHeight'),
});
type Kept = z.output<typeof keptSchema>;

export interface UiState extends Kept {
  readonly panel: Panel | null;
  /** What is broken on purpose stands beside the window’s areas. */
  readonly isFaultDrawerOpen: boolean;
  /** Where somebody wants to look in the JSON of a screen; another object for each time. */
  readonly treeWish: { readonly screenId: string; readonly place: string } | null;
  /** The scenario that was closed in this window; null: none was. */
  readonly closedScenario: string | null;
  /** The list of events stands still behind this one; null: it goes on. */
  readonly pausedAt: EventId | null;
  /** Null: they were not asked for yet. */
  readonly licences: readonly Licence[] | null;
}

export interface UiStore extends StoreApi<UiState> {
  /** It is as it was kept. */
  restore(): void;
}

/** What the window itself remembers: what is selected, open and how large. */
export const createUiStore = (storage: TextStorage): UiStore => {
  const store = createStore<UiState>(() => ({
    ...keptSchema.parse({}),
    panel: null,
    isFaultDrawerOpen: false,
    treeWish: null,
    closedScenario: null,
    pausedAt: null,
    licences: null,
  }));
  const restore = keep({ storage, key: 'window', schema: keptSchema, store });
  restore();
  return { ...store, restore };
};

/** A size that the pane may have, as near as possible to the one that is wanted. */
export const allowedSize = (name: PaneName, wanted: number): number =>
  Math.round(Math.min(paneLimits[name].most, Math.max(paneLimits[name].least, wanted)));
