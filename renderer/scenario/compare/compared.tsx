import { CircleCheck, CircleX } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { Comparison } from '../../../shared/contract/library.ts';
import { messages } from '../../messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button } from '../../ui/button.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { firstDifference } from './difference.ts';
import { sinceStart } from './since-start.ts';

const words = messages.comparison;

type Side = Comparison['sides'][number];

const SideChecks = ({ side: { rules, checks, failures } }: { readonly side: Side }) => {
  const holds = failures.length === 0;
  const Icon = holds ? CircleCheck : CircleX;
  return (
    <section className="comparison__side" aria-label={messages.rules[rules]}>
      <h3>{messages.rules[rules]}</h3>
      <p className={classNames('comparison__checks', !holds && 'comparison__checks--bad')}>
        <Icon size={14} aria-hidden />
        {holds ? words.holds(checks) : words.fails(failures.length, checks)}
      </p>
      <ul className="comparison__failures">
        {failures.map((failure) => (
          <li key={failure}>{failure}</li>
        ))}
      </ul>
    </section>
  );
};

const Parting = ({ comparison }: { readonly comparison: Comparison }) => {
  const difference = firstDifference(comparison);
  if (difference === null) return <p role="status">{words.none}</p>;
  const [left, right] = comparison.sides;
  const { at, left: one, right: other } = difference;
  return (
    <p role="status">
      {words.part(sinceStart(at, comparison.startAt))}{' '}
      <span>{words.side(messages.rules[left.rules], one)}</span>{' '}
      <span>{words.side(messages.rules[right.rules], other)}</span>
    </p>
  );
};

const showRow = (scrolled: HTMLElement | null, row: HTMLElement | null): void => {
  if (scrolled === null || row === null) return;
  scrolled.scrollTop = row.offsetTop - scrolled.clientHeight / 2;
};

/** Where two sets of rules part, and all that happens under both. */
export const Compared = ({ comparison }: { readonly comparison: Comparison }) => {
  const parting = useRef<HTMLTableRowElement>(null);
  const scrolled = useRef<HTMLDivElement>(null);
  // Nothing but the table moves: what is said above it stays in sight.
  useLayoutEffect(() => showRow(scrolled.current, parting.current), [comparison]);
  const show = (): void => {
    showRow(scrolled.current, parting.current);
    parting.current?.focus({ preventScroll: true });
  };
  const { sides, differences, isCut } = comparison;
  return (
    <>
      <div className="comparison__said">
        <Parting comparison={comparison} />
        {differences === 0 ? null : (
          <Button isSmall onClick={show}>
            {words.jump}
          </Button>
        )}
      </div>
      <div className="comparison__sides">
        {sides.map((side, index) => (
          <SideChecks key={index} side={side} />
        ))}
      </div>
      {differences === 0 ? null : (
        <p className="comparison__hint">{words.differences(differences)}</p>
      )}
      <div
        ref={scrolled}
        className="comparison__scroll"
        tabIndex={0}
        role="group"
        aria-label={words.table}
      >
        <ComparisonTable comparison={comparison} parting={parting} />
      </div>
      {isCut ? <p className="comparison__hint">{words.cut}</p> : null}
    </>
  );
};
