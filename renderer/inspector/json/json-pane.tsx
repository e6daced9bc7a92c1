import { Braces } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useActions, useStageDeeds, useStores, useUi } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { OpenPaper } from '../../state/stage-store.ts';
import { screenOfStep } from '../../../shared/workflow/screen-of-step.ts';
import { NotSeen } from '../../stage/not-seen.tsx';
import { useProblems } from '../../stage/problems/use-problems.ts';
import { useOutlineScreen, usePaper } from '../../stage/use-stage.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EnvelopeFacts } from './envelope-facts.tsx';
import { JsonFoot } from './json-foot.tsx';
import { JsonTools } from './json-tools.tsx';
import { JsonTree } from './json-tree.tsx';
import './json.css';
import { problemMarks } from './problem-marks.ts';
import type { TreeRoot } from './tree-shelf.ts';
import { useEnvelope } from './use-envelope.ts';
import { useSearch } from './use-search.ts';
import { useTreeClient } from './use-tree-client.ts';
import { useTree } from './use-tree.ts';

const words = messages.inspector.json;

/** Where something is wrong with the screen that is looked at. */
const useMarks = (paper: OpenPaper, screenId: string, below: string) => {
  const problems = useProblems();
  return useMemo(() => {
    const isOnScreen = (stepId: string | null): boolean =>
      stepId !== null && screenOfStep(paper.outline, stepId)?.id === screenId;
    return problemMarks(problems, isOnScreen, below);
  }, [problems, paper.outline, screenId, below]);
};

interface PaperTreeProps {
  readonly paper: OpenPaper;
  readonly screenId: string;
}

const PaperTree = ({ paper, screenId }: PaperTreeProps) => {
  const { report } = useActions();
  const envelope = useEnvelope(paper.name);
  const wish = useUi((ui) => ui.treeWish);
  const [chosen, setRoot] = useState<TreeRoot>('screen');
  const root = envelope === null ? 'screen' : chosen;
  const client = useTreeClient(report);
  const head = envelope?.head ?? null;
  const tree = useTree(client, { json: paper.json, head }, { root, screenId });
  const search = useSearch(tree, `${root} ${screenId}`);
  const marks = useMarks(paper, screenId, root === 'screen' ? '' : `screens.${screenId}`);

  const { point } = useStageDeeds();
  const { stage } = useStores();
  const below = root === 'screen' ? '' : `screens.${screenId}.`;
  const place = tree.active?.row.place ?? null;
  useEffect(() => {
    const { paper: now } = stage.getState();
    const stepId = now?.isClosed === true ? null : (now?.walk?.stepId ?? null);
    if (stepId !== null && place?.startsWith(below) === true)
      point(stepId, null, place.slice(below.length));
  }, [place, below, point, stage]);

  const { isReady, reveal } = tree;
  useEffect(() => {
    if (!isReady || wish?.screenId !== screenId) return;
    reveal(root === 'screen' ? wish.place : `screens.${screenId}.${wish.place}`);
    // What was wished for is shown once; the functions are made anew each time.
  }, [isReady, wish, screenId]);

  return (
    <div className="json">
      {envelope === null ? null : <EnvelopeFacts envelope={envelope} />}
      <JsonTools
        roots={envelope === null ? ['screen'] : ['screen', 'workflow']}
        root={root}
        onRoot={setRoot}
        search={search}
      />
      <JsonTree client={client} tree={tree} marks={marks} />
      <NotSeen hint={words.pickHint} />
      <JsonFoot client={client} row={tree.active?.row ?? null} />
    </div>
  );
};

/** What the paywall is made of: the envelope, the screen that is on the stage, all of the workflow. */
export const JsonPane = () => {
  const paper = usePaper();
  const screen = useOutlineScreen();
  if (paper === null || screen === null) return <EmptyState icon={Braces} {...words.nothing} />;
  return <PaperTree paper={paper} screenId={screen.id} />;
};
