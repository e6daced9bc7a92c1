import { useMemo } from 'react';
import { workflowProblems } from '../../../shared/workflow/workflow-problems.ts';
import { useApp, useStage } from '../../app/window-context.ts';
import { type ListedProblem, listedProblems } from '../../state/stage-problems.ts';
import { brokenOnPurpose } from '../../state/world-status.ts';
import { usePaper } from '../use-stage.ts';

/** What was found on the paywall that is on the stage. */
export const useProblems = (): readonly ListedProblem[] => {
  const outline = usePaper()?.outline ?? null;
  const reports = useStage((stage) => stage.reports);
  const offerings = useApp(({ rows }) => rows.offerings);
  const isBroken = useApp(({ documents }) => brokenOnPurpose(documents.world).length > 0);
  const workflow = useMemo(
    () => (outline === null ? [] : workflowProblems(outline, new Set(offerings.keys()))),
    [outline, offerings],
  );
  return useMemo(
    () => (outline === null ? [] : listedProblems({ outline, workflow, reports, isBroken })),
    [outline, workflow, reports, isBroken],
  );
};
