import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StageChange } from '../../shared/stage/set-up.ts';
import type { FrameArea, FrameFinding, FrameProblem } from '../../shared/stage/frame-messages.ts';
import type { Routes, Walk } from '../../shared/workflow/navigator.ts';
import type { Outline } from '../../shared/workflow/outline.ts';
import type { PaperName } from './stage-subject.ts';

/** A workflow, or what stands in for one, that somebody has opened. */
export interface OpenPaper {
  readonly name: PaperName;
  readonly outline: Outline;
  readonly routes: Routes;
  readonly json: string;
  /** Names in the cache, by address. */
  readonly files: Readonly<Record<string, string>>;
  /** Null: it has no step that could be shown. */
  readonly walk: Walk | null;
  /** Somebody left it. */
  readonly isClosed: boolean;
  /** Countdowns run from here, or stand here while the clock does. */
  readonly openedAt: number;
}

/** What became of a screen when it was drawn. */
export interface ScreenReport {
  readonly problems: readonly FrameProblem[];
  readonly findings: readonly FrameFinding[];
}

/** Said on the stage for a moment. */
export interface StageNote {
  readonly text: string;
  /** Offered to be opened. */
  readonly url: string | null;
  /** Another number for each, so that the same words are said again. */
  readonly id: number;
}

/** Why nothing is drawn though there is something. */
export type StageTrouble =
  | { readonly kind: 'never-ready' | 'silent' }
  | { readonly kind: 'failed' | 'unreadable'; readonly message: string };

export interface StageState {
  readonly paper: OpenPaper | null;
  /** An offering that is shown to who left another, and what they left. */
  readonly exit: { readonly offeringId: string; readonly before: OpenPaper } | null;
  readonly trouble: StageTrouble | null;
  /** Another frame for each. */
  readonly attempt: number;
  /** Of the screens of the paper that were drawn so far. */
  readonly reports: ReadonlyMap<string, ScreenReport>;
  /** What the frame says is selected. */
  readonly selectedPackageId: string | null;
  readonly pointed: { readonly stepId: string; readonly area: FrameArea } | null;
  /** A place of the screen's JSON that is to be found on the stage. */
  readonly sought: { readonly stepId: string; readonly place: string } | null;
  /** Whether that is seen there; null: nobody has looked yet. */
  readonly isSoughtSeen: boolean | null;
  /** How large the device is drawn where all of it is in sight. */
  readonly fit: number;
  readonly note: StageNote | null;
  /** What was changed here and has not come back from the app yet. */
  readonly pending: StageChange;
}

export type StageStore = StoreApi<StageState>;

export const firstStage: StageState = {
  paper: null,
  exit: null,
  trouble: null,
  attempt: 1,
  reports: new Map(),
  selectedPackageId: null,
  pointed: null,
  sought: null,
  isSoughtSeen: null,
  fit: 1,
  note: null,
  pending: {},
};

export const createStageStore = (): StageStore => createStore<StageState>(() => firstStage);
