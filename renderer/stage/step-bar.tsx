import { ArrowLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { stepsInOrder } from '../../shared/workflow/step-order.ts';
import { isMac } from '../app/is-mac.ts';
import { ariaKeysOf } from '../app/shortcuts.ts';
import { useStage, useStageDeeds } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import type { OpenPaper } from '../state/stage-store.ts';
import { Button } from '../ui/button.tsx';
import { stepName } from './step-name.ts';
import { usePaper } from './use-stage.ts';
import { ZoomField } from './zoom-field.tsx';

const words = messages.stage.steps;

/** More are not told apart in one line. */
const mostShown = 3;

/** The steps behind, to go back to, and where somebody is. */
const Path = ({ paper }: { readonly paper: OpenPaper }) => {
  const { backTo } = useStageDeeds();
  const behind = paper.walk?.behind ?? [];
  const first = Math.max(0, behind.length - mostShown);
  return (
    <ol className="step-bar__path">
      {first === 0 ? null : <li aria-label={words.earlier}>…</li>}
      {behind.slice(first).map((stepId, place) => (
        <li key={`${String(first + place)} ${stepId}`} className="step-bar__step">
          <button type="button" className="step-bar__crumb" onClick={() => backTo(first + place)}>
            <span className="clipped" dir="auto">
              {stepName(paper, stepId)}
            </span>
          </button>
          <ChevronRight size={12} aria-hidden className="step-bar__arrow" />
        </li>
      ))}
      {paper.walk === null ? null : (
        <li aria-current="step" className="step-bar__here clipped" dir="auto">
          {stepName(paper, paper.walk.stepId)}
        </li>
      )}
    </ol>
  );
};

/** Where somebody is in the workflow, and how they came there. */
export const StepBar = () => {
  const paper = usePaper();
  const isExit = useStage(({ exit }) => exit !== null);
  const { back } = useStageDeeds();
  const steps = useMemo(() => (paper === null ? [] : stepsInOrder(paper.outline)), [paper]);
  if (paper === null) return null;
  const place = steps.findIndex(({ id }) => id === paper.walk?.stepId) + 1;
  const hasBack = paper.isClosed || isExit || (paper.walk?.behind.length ?? 0) > 0;
  return (
    <nav aria-label={words.label} className="step-bar">
      <Button
        isSmall
        icon={ArrowLeft}
        isIdle={!hasBack}
        aria-keyshortcuts={ariaKeysOf('back', isMac)}
        onClick={back}
      >
        {words.back}
      </Button>
      <Path paper={paper} />
      <span className="step-bar__place">
        {steps.length === 1 ? words.only : words.place(place, steps.length)}
      </span>
      <ZoomField />
    </nav>
  );
};
