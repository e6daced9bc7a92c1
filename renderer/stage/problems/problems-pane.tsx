import { CircleCheck, SearchX } from 'lucide-react';
import { useIsNarrow } from '../../app/use-is-narrow.ts';
import { useStage, useStageDeeds, useStores } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import { type ListedProblem, countsOf } from '../../state/stage-problems.ts';
import type { OpenPaper } from '../../state/stage-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { stepName } from '../step-name.ts';
import { screenOfStep } from '../../../shared/workflow/screen-of-step.ts';
import { usePaper } from '../use-stage.ts';
import { NotSeen } from '../not-seen.tsx';
import './problems.css';
import { SeverityBadge } from './severity-badge.tsx';
import { useProblems } from './use-problems.ts';

const words = messages.stage.problems;

interface ProblemLineProps {
  readonly problem: ListedProblem;
  readonly paper: OpenPaper;
}

const ProblemLine = ({ problem, paper }: ProblemLineProps) => {
  const { point } = useStageDeeds();
  const { ui } = useStores();
  const isNarrow = useIsNarrow();
  const { severity, text, place, stepId, area } = problem;
  const screenId = stepId === null ? null : (screenOfStep(paper.outline, stepId)?.id ?? null);
  /** What is chosen is where the JSON opens, too. */
  const wish = place === null || screenId === null ? {} : { treeWish: { screenId, place } };
  const where = stepId === null ? words.workflow : stepName(paper, stepId);
  return (
    <li className="problem">
      <button
        type="button"
        className="problem__button"
        disabled={stepId === null}
        onClick={() => {
          if (stepId !== null) point(stepId, area, place);
          // Beside the paywall the list stays; in its place it makes room for it.
          ui.setState({ ...wish, ...(isNarrow ? { view: 'paywall' } : {}) });
        }}
      >
        <span className="problem__head">
          <SeverityBadge severity={severity} word={words.severity[severity]} />
          <span className="problem__where clipped" dir="auto">
            {where}
          </span>
        </span>
        <span className="problem__text">{text}</span>
      </button>
      {place === null ? null : (
        <button
          type="button"
          className="problem__place"
          aria-description={words.showPlace}
          onClick={() => {
            if (stepId !== null) point(stepId, area, place);
            ui.setState({ ...wish, inspection: 'json', view: 'json' });
          }}
        >
          <code>{place}</code>
        </button>
      )}
    </li>
  );
};

const Counts = ({ problems }: { readonly problems: readonly ListedProblem[] }) => (
  <p className="problems__counts">
    {countsOf(problems).map(({ severity, amount }) => (
      <SeverityBadge key={severity} severity={severity} word={words.counts[severity](amount)} />
    ))}
  </p>
);

const Seen = ({ paper }: { readonly paper: OpenPaper }) => {
  const seen = useStage((stage) => stage.reports.size);
  return <p className="problems__seen">{words.seen(seen, paper.outline.screens.length)}</p>;
};

/** What was found on the paywall: each leads to where it is. */
export const ProblemsPane = () => {
  const paper = usePaper();
  const problems = useProblems();
  if (paper === null) return <EmptyState icon={SearchX} {...words.nothing} />;
  return (
    <div className="problems">
      {problems.length === 0 ? (
        <div className="problems__none">
          <EmptyState icon={CircleCheck} {...words.none} />
        </div>
      ) : (
        <>
          <Counts problems={problems} />
          <ul aria-label={words.label}>
            {problems.map((problem) => (
              <ProblemLine key={problem.key} problem={problem} paper={paper} />
            ))}
          </ul>
        </>
      )}
      <NotSeen />
      <Seen paper={paper} />
    </div>
  );
};
