import { GitCompare, ListChecks, Play, StepForward } from 'lucide-react';
import { useState } from 'react';
import type { OpenScenario, UsableScenario } from '../../shared/contract/documents.ts';
import { NoticeArea } from '../app/notice-area.tsx';
import { useActions } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CompareRules } from './compare/compare-rules.tsx';
import { ScenarioPlayed } from './scenario-played.tsx';
import './scenario.css';

const words = messages.scenario;

type Unusable = Extract<OpenScenario['content'], { status: 'unusable' }>;

const Problems = ({ problems }: Pick<Unusable, 'problems'>) => (
  <section className="scenario__problems">
    <h3>{words.unusable}</h3>
    <ul>
      {problems.map((problem) => (
        <li key={words.problem(problem)}>{words.problem(problem)}</li>
      ))}
    </ul>
  </section>
);

const About = ({ content }: { readonly content: UsableScenario }) => {
  const { name, description, rules, steps, checks } = content;
  return (
    <>
      <h3 className="scenario__name">{name}</h3>
      {description === null ? null : <p className="scenario__description">{description}</p>}
      <p>{words.about(steps, checks, messages.rules[rules])}</p>
      <p className="scenario__own">{words.own}</p>
    </>
  );
};

interface WaysProps {
  readonly id: string;
  readonly content: UsableScenario;
  readonly onCompare: () => void;
}

/** What can be done with it: seen, stepped through, only checked, or compared. */
const Ways = ({ id, content, onCompare }: WaysProps) => {
  const { playScenario, showScenario } = useActions();
  const { status } = content.play;
  const isBusy = status === 'playing';
  const isChecked = status === 'played' || status === 'failed';
  return (
    <>
      <Button icon={GitCompare} isIdle={isBusy} onClick={onCompare}>
        {messages.comparison.open}
      </Button>
      <Button icon={ListChecks} isIdle={isBusy} onClick={() => playScenario(id)}>
        {isChecked ? words.checkAgain : words.check}
      </Button>
      <Button icon={StepForward} isIdle={isBusy} onClick={() => showScenario(id, false)}>
        {words.stepThrough}
      </Button>
      <Button
        data-autofocus
        look="primary"
        icon={Play}
        isIdle={isBusy}
        onClick={() => showScenario(id, true)}
      >
        {words.play}
      </Button>
    </>
  );
};

const Usable = ({ scenario, content }: { scenario: OpenScenario; content: UsableScenario }) => (
  <>
    <About content={content} />
    <code className="scenario__file">{scenario.file}</code>
    <ScenarioPlayed play={content.play} steps={content.steps} />
  </>
);

interface ScenarioDialogProps {
  readonly scenario: OpenScenario;
  readonly onClose: () => void;
}

/** Two sets of rules on it, side by side. */
const CompareDialog = ({
  scenario,
  onBack,
  onClose,
}: ScenarioDialogProps & { readonly onBack: () => void }) => (
  <Dialog
    isWide
    title={messages.comparison.open}
    footer={<Button onClick={onBack}>{messages.comparison.back}</Button>}
    onClose={onClose}
  >
    <NoticeArea isInDialog />
    <CompareRules id={scenario.id} />
  </Dialog>
);

/** A scenario file that was opened: what it is, what is wrong with it, and what can be done with it. */
export const ScenarioDialog = ({ scenario, onClose }: ScenarioDialogProps) => {
  const { id, file, content } = scenario;
  const [isComparing, setIsComparing] = useState(false);
  if (content.status === 'usable' && isComparing)
    return (
      <CompareDialog
        key="compare"
        scenario={scenario}
        onBack={() => setIsComparing(false)}
        onClose={onClose}
      />
    );
  const ways =
    content.status === 'usable' ? (
      <Ways id={id} content={content} onCompare={() => setIsComparing(true)} />
    ) : undefined;
  return (
    <Dialog key="about" title={words.title} footer={ways} onClose={onClose}>
      <NoticeArea isInDialog />
      {content.status === 'usable' ? (
        <Usable scenario={scenario} content={content} />
      ) : (
        <>
          <Problems problems={content.problems} />
          <code className="scenario__file">{file}</code>
        </>
      )}
    </Dialog>
  );
};
