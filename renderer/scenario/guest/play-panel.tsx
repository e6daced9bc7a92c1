import { Check, ChevronRight, CircleCheck, CircleX, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { PlayGuest } from '../../../shared/contract/documents.ts';
import { messages } from '../../messages.ts';
import { classNames } from '../../ui/class-names.ts';

const words = messages.guest;

type Step = PlayGuest['listed'][number];
type Finding = Step['findings'][number];

const Sign = ({ state }: Pick<Step, 'state'>) => {
  const word = words.states[state];
  if (state === 'done') return <Check size={14} role="img" aria-label={word} />;
  if (state === 'failed') return <X size={14} role="img" aria-label={word} />;
  if (state === 'now') return <ChevronRight size={14} role="img" aria-label={word} />;
  return <span className="guest-step__dot" role="img" aria-label={word} />;
};

const FindingLine = ({ finding }: { readonly finding: Finding }) => {
  const { what, expected, seen, holds } = finding;
  const { found, missed, holds: good, fails } = messages.scenario;
  const Icon = holds ? Check : X;
  return (
    <li className={classNames('guest-step__finding', !holds && 'guest-step__finding--bad')}>
      <Icon size={12} role="img" aria-label={holds ? good : fails} />
      <span>{holds ? found(what, seen) : missed(what, expected, seen)}</span>
    </li>
  );
};

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** Of the step that was played last: all of them are in sight. */
  readonly isLast: boolean;
}

/** What does not hold is always in sight; what holds can be unfolded. */
const Findings = ({ findings, isLast }: FindingsProps) => {
  const good = findings.filter(({ holds }) => holds);
  const bad = findings.filter(({ holds }) => !holds);
  const lines = (some: readonly Finding[]) => (
    <ul>
      {some.map((finding) => (
        <FindingLine key={finding.what} finding={finding} />
      ))}
    </ul>
  );
  return (
    <div className="guest-step__findings">
      {lines(bad)}
      {good.length === 0 ? null : (
        <details key={String(isLast)} open={isLast}>
          <summary className="guest-step__holding">{words.hold(good.length)}</summary>
          {lines(good)}
        </details>
      )}
    </div>
  );
};

interface StepProps {
  readonly step: Step;
  readonly isLast: boolean;
}

const StepLine = ({ step, isLast }: StepProps) => {
  const { number, words: phrase, place, state, findings } = step;
  return (
    <li
      className={`guest-step guest-step--${state}`}
      data-state={state}
      aria-current={state === 'now' ? 'step' : undefined}
      aria-label={`${place}: ${phrase}`}
    >
      <div className="guest-step__line">
        <span className="guest-step__number">{messages.number(number)}</span>
        <span className="guest-step__sign">
          <Sign state={state} />
        </span>
        <span className="guest-step__words">{phrase}</span>
      </div>
      {findings.length === 0 ? null : <Findings findings={findings} isLast={isLast} />}
    </li>
  );
};

/** What comes next is in sight; what became of the last step, too. */
const useCurrentInSight = (played: number) => {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const here =
      list.current?.querySelector('[aria-current]') ?? list.current?.lastElementChild ?? null;
    here?.scrollIntoView({ block: 'nearest' });
  }, [played]);
  return list;
};

const Summary = ({ guest }: { readonly guest: PlayGuest }) => {
  const { status, failed } = guest;
  const isEnd = status === 'ended' || status === 'stopped';
  const Icon = failed > 0 ? CircleX : CircleCheck;
  return (
    <p
      role="status"
      className={classNames(
        'guest-panel__summary',
        isEnd && (failed > 0 ? 'guest-panel__summary--bad' : 'guest-panel__summary--good'),
      )}
    >
      {isEnd ? <Icon size={14} aria-hidden /> : null}
      {words.summary(guest)}
    </p>
  );
};

/** The story, its steps, and what became of them. */
export const PlayPanel = ({ guest }: { readonly guest: PlayGuest }) => {
  const { name, description, rules, listed, played, steps } = guest;
  const list = useCurrentInSight(played);
  const lastCheck = listed.findLast(({ findings }) => findings.length > 0)?.number;
  const before = (listed[0]?.number ?? 1) - 1;
  const behind = steps - (listed.at(-1)?.number ?? steps);
  return (
    <>
      <header className="guest-panel__head">
        <h2 className="guest-panel__name">{name}</h2>
        {description === null ? null : <p className="guest-panel__hint">{description}</p>}
        <p className="guest-panel__hint">{words.rules(messages.rules[rules])}</p>
      </header>
      {/* Scrolled by keyboard, too. */}
      <div className="guest-panel__scroll" tabIndex={0} role="group" aria-label={words.steps}>
        {before === 0 ? null : <p className="guest-panel__hint">{words.earlier(before)}</p>}
        <ol ref={list} aria-label={words.steps}>
          {listed.map((step) => (
            <StepLine key={step.number} step={step} isLast={step.number === lastCheck} />
          ))}
        </ol>
        {behind === 0 ? null : <p className="guest-panel__hint">{words.later(behind)}</p>}
      </div>
      <footer className="guest-panel__foot">
        <Summary guest={guest} />
      </footer>
    </>
  );
};
