import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { screenOf, type StageScreen } from '../../shared/stage/circumstances.ts';
import type { StageSetUp } from '../../shared/stage/set-up.ts';
import type { OutlineScreen } from '../../shared/workflow/outline.ts';
import { useApp, useStage, useStores } from '../app/window-context.ts';
import { useListedItems } from '../app/use-listed-items.ts';
import { type Scene, type SceneFacts, keptScene, sceneAt, screenAt } from '../state/stage-scene.ts';
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

/** What a frame shows of a step; the same object for as long as it shows the same. */
export const useScene = (stepId: string | null, selectedInFrame: string | null): Scene | null => {
  const paper = usePaper();
  const facts = useSceneFacts();
  const last = useRef<Scene | null>(null);
  return useMemo(() => {
    const next = paper === null || stepId === null ? null : sceneAt(paper, stepId, facts);
    last.current = keptScene(last.current, next, selectedInFrame);
    return last.current;
  }, [paper, stepId, facts, selectedInFrame]);
};
