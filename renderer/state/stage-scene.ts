import type { AppState } from '../../shared/contract/stream.ts';
import { circumstancesFor, packagesOnOffer, screenOf } from '../../shared/stage/circumstances.ts';
import type { OfferedPackage } from '../../shared/stage/circumstances.ts';
import type { ScreenRequest } from '../../shared/stage/frame-messages.ts';
import type { StageSetUp } from '../../shared/stage/set-up.ts';
import type { PackageOnOffer } from '../../shared/paywall/circumstances.ts';
import { preferenceOf } from '../../shared/workflow/navigator.ts';
import { offeringOfScreen } from '../../shared/workflow/offering-of-screen.ts';
import type { OutlineScreen } from '../../shared/workflow/outline.ts';
import { type PackageContext, packageContextOf } from '../../shared/workflow/package-context.ts';
import { screenOfStep } from '../../shared/workflow/screen-of-step.ts';
import type { OpenPaper } from './stage-store.ts';

/** A screen of a paper, and what it looks different by. */
export interface Scene {
  readonly json: string;
  readonly request: ScreenRequest;
}

/** What a scene is made of beside the paper. */
export interface SceneFacts {
  readonly offerings: AppState['rows']['offerings'];
  readonly setUp: StageSetUp;
  /** What products are called after. */
  readonly title: string;
  /** The app's clock is in somebody's hand. */
  readonly isTimeStanding: boolean;
}

const soldBy = (
  { name }: OpenPaper,
  { offerings }: SceneFacts,
  wanted: string | null,
): readonly OfferedPackage[] | null => {
  const opened = { id: name.offeringId ?? '', context: null };
  const isKnown = (id: string): boolean => offerings.has(id);
  const offering = offeringOfScreen({ offeringId: wanted }, opened, isKnown);
  return offering === null ? null : (offerings.get(offering.id)?.packages ?? null);
};

const contextAt = (paper: OpenPaper, stepId: string, facts: SceneFacts): PackageContext | null => {
  const { outline, walk } = paper;
  const preferred = walk?.stepId === stepId ? preferenceOf(walk) : null;
  return packageContextOf(outline, stepId, preferred, (id) => {
    const packages = soldBy(paper, facts, id);
    return packages === null ? null : new Set(packages.map((each) => each.id));
  });
};

/** The packages that are for sale on a step. */
const packagesAt = (
  paper: OpenPaper,
  stepId: string,
  context: PackageContext | null,
  facts: SceneFacts,
): readonly OfferedPackage[] => {
  const ownId = screenOfStep(paper.outline, stepId)?.offeringId ?? null;
  return soldBy(paper, facts, context === null ? ownId : context.offeringId) ?? [];
};

/** What the store sells on a step, as it is set up. */
export const productsAt = (
  paper: OpenPaper,
  stepId: string,
  facts: SceneFacts,
): readonly PackageOnOffer[] =>
  packagesOnOffer(
    packagesAt(paper, stepId, contextAt(paper, stepId, facts), facts),
    facts.title,
    facts.setUp,
  );

/** The screen that is on the stage; null: none. */
export const screenAt = (paper: OpenPaper | null): OutlineScreen | null =>
  paper === null ? null : screenOfStep(paper.outline, paper.walk?.stepId ?? null);

/** What a frame is told to show of a step; null: the step has no screen. */
export const sceneAt = (paper: OpenPaper, stepId: string, facts: SceneFacts): Scene | null => {
  const screen = screenOfStep(paper.outline, stepId);
  if (screen === null) return null;
  const { setUp, title } = facts;
  const { size, safeArea } = screenOf(setUp);
  const context = contextAt(paper, stepId, facts);
  const packages = packagesAt(paper, stepId, context, facts);
  const { openedAt } = paper;
  return {
    json: paper.json,
    request: {
      screenId: screen.id,
      circumstances: circumstancesFor(setUp, size, packages, title, openedAt, context?.selectedId),
      files: paper.files,
      moment: { at: openedAt, isRunning: !facts.isTimeStanding },
      safeArea,
    },
  };
};

const withoutSelection = ({ request }: Scene): string => {
  const circumstances = { ...request.circumstances, selectedPackageId: null };
  return JSON.stringify({ ...request, circumstances });
};

/**
 * The scene before, if it shows the same: a frame that is told again starts again. What somebody has
 * selected in the frame itself is there already.
 */
const keptScene = (
  before: Scene | null,
  next: Scene | null,
  selectedInFrame: string | null,
): Scene | null => {
  if (before === null || before.json !== next?.json) return next;
  const [was, is] = [before, next].map(
    ({ request }) => request.circumstances.selectedPackageId ?? null,
  );
  if (was !== is && is !== selectedInFrame) return next;
  return withoutSelection(before) === withoutSelection(next) ? before : next;
};

/** Keeps to the same object for as long as a frame shows the same. */
export interface SceneKeeper {
  at(
    paper: OpenPaper | null,
    stepId: string | null,
    facts: SceneFacts,
    selectedInFrame: string | null,
  ): Scene | null;
}

export const createSceneKeeper = (): SceneKeeper => {
  let asked: readonly unknown[] = [];
  let last: Scene | null = null;
  return Object.freeze<SceneKeeper>({
    at: (...given) => {
      if (given.every((value, place) => value === asked[place])) return last;
      asked = given;
      const [paper, stepId, facts, selectedInFrame] = given;
      const next = paper === null || stepId === null ? null : sceneAt(paper, stepId, facts);
      last = keptScene(last, next, selectedInFrame);
      return last;
    },
  });
};
