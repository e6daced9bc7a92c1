import { useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { screenOf, type StageScreen } from '../../shared/stage/circumstances.ts';
import type { StageSetUp } from '../../shared/stage/set-up.ts';
import type { OutlineScreen } from '../../shared/workflow/outline.ts';
import { useApp, useStage, useStores } from '../app/window-context.ts';
import { useListedItems } from '../app/use-listed-items.ts';
import { type Scene, type SceneFacts, createSceneKeeper, screenAt } from '../state/stage-scene.ts';
import { setUpWith } from '../state/stage-set-up.ts';
import type { OpenPaper } from '../state/stage-store.ts';
import { type StageSubject, subjectOf } from '../state/stage-subject.ts';

/** How paywalls are looked at. */
export const useSetUp = (): StageSetUp => {
  const document = useApp(({ documents }) => documents.stage);
  const pending = useStage((stage) => stage.pending);
  return useMemo(() => setUpWith(document, pending), [document, pending]);
};

/** The screen of the device, as it is held. */
export const useDeviceScreen = (): StageScreen => {
  const { device, freeSize, isSideways } = useSetUp();
  return useMemo(() => screenOf({ device, freeSize, isSideways }), [device, freeSize, isSideways]);
};

/** What the stage is about, and what a customer would be shown of it. */
export const useSubject = (): StageSubject => {
  const rows = useApp((app) => app.rows);
  const caches = useApp(({ documents }) => documents.caches);
  const exit = useStage((stage) => stage.exit?.offeringId ?? null);
  const { selected } = useListedItems();
  return useMemo(() => subjectOf(rows, caches, selected, exit), [rows, caches, selected, exit]);
};

export const usePaper = (): OpenPaper | null => useStage(({ paper }) => paper);

/** The screen that is on the stage; null: none. */
export const useOutlineScreen = (): OutlineScreen | null => {
  const paper = usePaper();
  return useMemo(() => screenAt(paper), [paper]);
};

export const useSceneFacts = (): SceneFacts => {
  const offerings = useApp((app) => app.rows.offerings);
  const title = useApp(({ documents }) => documents.project.name);
  const isTimeStanding = useStore(useStores().clock, (clock) => clock.isVirtual);
  const setUp = useSetUp();
  return useMemo(
    () => ({ offerings, title, setUp, isTimeStanding }),
    [offerings, title, setUp, isTimeStanding],
  );
};

/** What a frame shows of a step. */
export const useScene = (stepId: string | null): Scene | null => {
  const [keeper] = useState(createSceneKeeper);
  return keeper.at(usePaper(), stepId, useSceneFacts(), null);
};

/** The step that is on the stage; null: none. */
const stepOnStage = (paper: OpenPaper | null): string | null =>
  paper?.isClosed === true ? null : (paper?.walk?.stepId ?? null);

/**
 * What the stage's own frame shows. It is told of another step before the window is drawn again, which
 * takes as long as a part of the drawing in the frame, and goes on beside it.
 */
export const useLiveScene = (isShown: boolean, tell: (scene: Scene | null) => void) => {
  const { stage } = useStores();
  const paper = usePaper();
  const selected = useStage((state) => state.selectedPackageId);
  const facts = useSceneFacts();
  const [keeper] = useState(createSceneKeeper);
  const stepId = stepOnStage(paper);
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    return stage.subscribe((now) => {
      tell(keeper.at(now.paper, stepOnStage(now.paper), facts, now.selectedPackageId));
    });
  }, [stage, isShown, facts, keeper, tell]);
  return {
    paper,
    stepId,
    facts,
    scene: keeper.at(paper, isShown ? stepId : null, facts, selected),
  };
};
