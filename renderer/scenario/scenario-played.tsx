import { Check, X } from 'lucide-react';
import type { ScenarioPlay } from '../../shared/contract/documents.ts';
import { messages } from '../messages.ts';
import { classNames } from '../ui/class-names.ts';

const words = messages.scenario;

type Played = Extract<ScenarioPlay, { status: 'played' }>;
type Step = Played['steps'][number];
type Finding = Step['findings'][number];

interface MarkProps {
  readonly holds: boolean;
  /** What is said where it does; by default, that it holds. */
  readonly good?: string;
}

const Mark = ({ holds, good = words.holds }: MarkProps) => {
  const Icon = holds ? Check : X;
  const word = holds ? good : words.fails;
  const look = classNames(!holds && 'scenario__failed');
  return <Icon size={14} role="img" aria-label={word} className={look} />;
};

const FindingLine = ({
  finding: { what, expected, seen, holds },
}: {
  readonly finding: Finding;
}) => (
  <li className="scenario__line">
    <Mark holds={holds} />
    <span>{holds ? words.found(what, seen) : words.missed(what, expected, seen)}</span>
  </li>
);

const StepLine = ({ step: { place, name, findings } }: { readonly step: Step }) => (
  <li>
    <div className="scenario__line">
      <Mark
        holds={findings.every(({ holds }) => holds)}
        good={findings.length === 0 ? words.done : words.holds}
      />
      <span>{words.step(place, name)}</span>
    </div>
    {findings.length === 0 ? null : (
      <ul className="scenario__findings">
        {findings.map((finding) => (
          <FindingLine key={finding.what} finding={finding} />
        ))}
      </ul>
    )}
  </li>
);

const Steps = ({ play, steps }: { readonly play: Played; readonly steps: number }) => {
  const unlisted = play.played - play.steps.length;
  const unplayed = steps - play.played;
  return (
    <>
      {unlisted === 0 ? null : <p className="scenario__hint">{words.unlisted(unlisted)}</p>}
      <ol aria-label={words.steps} className="scenario__steps">
        {play.steps.map((step) => (
          <StepLine key={step.place} step={step} />
        ))}
      </ol>
      {unplayed === 0 ? null : <p className="scenario__hint">{words.unplayed(unplayed)}</p>}
    </>
  );
};

const sentenceOf = (play: ScenarioPlay, steps: number): string | null => {
  switch (play.status) {
    case 'ready':
      return null;
    case 'playing':
      return words.playing(play.played, steps);
    case 'played':
      return play.holds ? words.allHolds(play.checks) : words.notAllHolds;
    case 'failed':
      return words.broken(play.message);
  }
};

interface ScenarioPlayedProps {
  readonly play: ScenarioPlay;
  /** How many there are, played or not. */
  readonly steps: number;
}

/** That a scenario is played, and then what came of it. */
export const ScenarioPlayed = ({ play, steps }: ScenarioPlayedProps) => {
  const isBad = play.status === 'failed' || (play.status === 'played' && !play.holds);
  return (
    <section className="scenario__played" data-play={play.status}>
      <p role="status" className={classNames('scenario__outcome', isBad && 'scenario__failed')}>
        {sentenceOf(play, steps)}
      </p>
      {play.status === 'playing' ? (
        <progress aria-label={words.progress} value={play.played} max={Math.max(steps, 1)} />
      ) : null}
      {play.status === 'played' ? <Steps play={play} steps={steps} /> : null}
    </section>
  );
};
