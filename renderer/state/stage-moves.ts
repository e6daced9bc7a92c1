import { exitOfferFrom } from '../../shared/workflow/exit-offer.ts';
import {
  type Walk,
  back,
  press,
  routesOf,
  select,
  start,
} from '../../shared/workflow/navigator.ts';
import type { Outline } from '../../shared/workflow/outline.ts';
import { wayTo } from '../../shared/workflow/step-order.ts';
import { screenAt } from './stage-scene.ts';
import type { OpenPaper, ScreenReport, StageState } from './stage-store.ts';
import { type PaperName, isSamePaper, isSameThing } from './stage-subject.ts';

/** What was read of a paper. */
export interface ReadPaper {
  readonly name: PaperName;
  readonly outline: Outline;
  readonly json: string;
  readonly files: Readonly<Record<string, string>>;
}

const nothingSaid = {
  pointed: null,
  sought: null,
  isSoughtSeen: null,
  note: null,
  trouble: null,
} as const;

/** Somebody who stays on a step of a workflow that has become another one, if it still has it. */
const keptWalk = (walk: Walk | null, paper: Pick<OpenPaper, 'routes'>): Walk | null => {
  if (walk === null || !paper.routes.steps.has(walk.stepId)) return null;
  return { ...walk, behind: walk.behind.filter((id) => paper.routes.steps.has(id)) };
};

/** The paper is on the stage: from its first step, or where somebody was in its former revision. */
export const opened = (state: StageState, read: ReadPaper, now: number): StageState => {
  const routes = routesOf(read.outline);
  const former = isSameThing(state.paper?.name ?? null, read.name) ? state.paper : null;
  const kept = keptWalk(former?.walk ?? null, { routes });
  const paper: OpenPaper = {
    ...read,
    routes,
    walk: kept ?? start(routes),
    isClosed: former?.isClosed ?? false,
    openedAt: former?.openedAt ?? now,
  };
  return { ...state, ...nothingSaid, paper, reports: new Map() };
};

/** Nothing is on the stage. */
export const emptied = (state: StageState): StageState => ({
  ...state,
  ...nothingSaid,
  paper: null,
  reports: new Map(),
});

const withPaper = (state: StageState, change: Partial<OpenPaper>): StageState =>
  state.paper === null ? state : { ...state, ...nothingSaid, paper: { ...state.paper, ...change } };

/** A component was pressed; null: that leads nowhere. */
export const pressed = (state: StageState, componentId: string): StageState | null => {
  const { paper } = state;
  if (paper?.walk == null) return null;
  const walk = press(paper.routes, paper.walk, { stepId: paper.walk.stepId, componentId });
  return walk === null ? null : withPaper(state, { walk });
};

/** Null: there is no step to go back to. */
export const wentBack = (state: StageState): StageState | null => {
  const { paper } = state;
  if (paper?.isClosed === true) return withPaper(state, { isClosed: false });
  const walk = paper?.walk == null ? null : back(paper.walk);
  return walk === null ? null : withPaper(state, { walk });
};

/** Back to one of the steps behind, the oldest of them being 0. */
export const wentBackTo = (state: StageState, place: number): StageState => {
  const walk = state.paper?.walk ?? null;
  const stepId = walk?.behind[place];
  if (walk === null || stepId === undefined) return state;
  return withPaper(state, { walk: { ...walk, stepId, behind: walk.behind.slice(0, place) } });
};

/** To any step, as if somebody had come to it on the shortest way. */
export const wentTo = (state: StageState, stepId: string): StageState => {
  const { paper } = state;
  if (paper === null || paper.outline.steps.every(({ id }) => id !== stepId)) return state;
  if (paper.walk?.stepId === stepId && !paper.isClosed) return state;
  const preferences = paper.walk?.preferences ?? new Map<string, string | null>();
  const behind = wayTo(paper.outline, stepId).filter((id) => paper.routes.steps.has(id));
  return withPaper(state, { walk: { stepId, behind, preferences }, isClosed: false });
};

/** Somebody leaves: another offering is shown to them, or nothing any more. */
export const left = (state: StageState, isKnown: (offeringId: string) => boolean): StageState => {
  const { paper } = state;
  if (paper === null) return state;
  const facts = { currentOfferingId: paper.name.offeringId, isKnown };
  const offered =
    paper.walk === null || state.exit !== null
      ? null
      : exitOfferFrom(paper.outline, paper.walk.stepId, facts);
  return offered === null
    ? withPaper(state, { isClosed: true })
    : { ...state, ...nothingSaid, exit: { offeringId: offered, before: paper } };
};

/** From the offering that was shown to who left, back to what they left. */
export const cameBack = (state: StageState): StageState =>
  state.exit === null
    ? state
    : { ...state, ...nothingSaid, paper: state.exit.before, exit: null, reports: new Map() };

/** From the first step. */
export const openedAgain = (state: StageState, now: number): StageState => {
  const { paper } = state;
  return paper === null
    ? state
    : withPaper(state, { walk: start(paper.routes), isClosed: false, openedAt: now });
};

/** The frame says that another package is selected. */
export const packageSelected = (state: StageState, packageId: string | null): StageState => {
  const { paper } = state;
  if (paper?.walk == null) return { ...state, selectedPackageId: packageId };
  const walk = select(paper.walk, paper.walk.stepId, packageId);
  return { ...state, selectedPackageId: packageId, paper: { ...paper, walk } };
};

/** What a frame says of a screen; the other half of it stays. */
export const reported = (
  state: StageState,
  screenId: string,
  report: Partial<ScreenReport>,
): StageState => {
  const before = state.reports.get(screenId) ?? { problems: [], findings: [] };
  return {
    ...state,
    reports: new Map(state.reports).set(screenId, { ...before, ...report }),
  };
};

/** Screens are looked at otherwise now: what was found on those that are not on the stage is of before. */
export const lookedAtOtherwise = (state: StageState): StageState => {
  const screenId = screenAt(state.paper)?.id ?? '';
  const report = state.reports.get(screenId);
  return { ...state, reports: new Map(report === undefined ? [] : [[screenId, report]]) };
};

/** Somebody has moved the clock, stopped it or let it go. */
export const clockMoved = (state: StageState, now: number): StageState => {
  const { paper } = state;
  return paper === null ? state : { ...state, paper: { ...paper, openedAt: now } };
};

/** Other files are in the cache now; the same ones change nothing. */
export const filesFound = (
  state: StageState,
  name: PaperName,
  files: Readonly<Record<string, string>>,
): StageState => {
  const { paper } = state;
  if (paper === null || !isSamePaper(paper.name, name)) return state;
  const [before, now] = [Object.entries(paper.files), Object.entries(files)];
  const isSame =
    before.length === now.length && now.every(([key, file]) => paper.files[key] === file);
  return isSame ? state : { ...state, paper: { ...paper, files } };
};
