import { type ReactNode, useMemo } from 'react';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { CacheState, Failure } from '../../shared/contract/documents.ts';
import type { WorkflowRow } from '../../shared/contract/rows.ts';
import { useActions, useApp, useMoment } from '../app/window-context.ts';
import { messages } from '../messages.ts';
import { timeOfDay } from '../state/format.ts';
import { cacheStatus } from '../state/workflow-status.ts';
import { Button } from '../ui/button.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';

const words = messages.caches;

interface CacheFailureProps {
  readonly failure: Failure;
  /** There is a copy that is served all the same. */
  readonly isServed: boolean;
}

/** Amber where it was broken on purpose and something is served all the same, else red. */
const CacheFailure = ({ failure, isServed }: CacheFailureProps) => {
  const { at, message, isOnPurpose } = failure;
  return (
    <p
      className={
        isOnPurpose && isServed ? 'caches__failure caches__failure--on-purpose' : 'caches__failure'
      }
    >
      {isOnPurpose ? words.failedOnPurpose(timeOfDay(at)) : words.failedAt(timeOfDay(at))} {message}
    </p>
  );
};

interface CacheLineProps {
  readonly name: string;
  readonly count: number;
  readonly state: CacheState;
  /** What can be asked for. */
  readonly children: ReactNode;
}

const CacheLine = ({ name, count, state, children }: CacheLineProps) => (
  <>
    <h2 className="caches__name clipped">{name}</h2>
    <span className="caches__count">{messages.number(count)}</span>
    <StatusBadge status={cacheStatus(state, useMoment())} />
    {children}
    {state.failure === null ? null : (
      <CacheFailure failure={state.failure} isServed={state.copy !== null} />
    )}
  </>
);

/** Memory may hold workflows that the list does not name. */
const countListed = (rows: Iterable<WorkflowRow>): number =>
  [...rows].filter(({ position }) => position !== null).length;

/** Things that must not happen; they are only spoken of where they did. */
const Tally = () => {
  const { quarantined, leaks } = useApp(({ documents }) => documents.caches);
  if (quarantined === 0 && leaks === 0) return null;
  const all = [
    { text: words.quarantined(quarantined), isBad: quarantined > 0 },
    { text: words.leaks(leaks), isBad: leaks > 0 },
  ];
  return (
    <div className="caches__tally" role="status">
      {all.map(({ text, isBad }) => {
        const Icon = isBad ? ShieldAlert : ShieldCheck;
        return (
          <span key={text} className={isBad ? 'status status--problem' : 'status status--quiet'}>
            <Icon size={14} aria-hidden />
            {text}
          </span>
        );
      })}
    </div>
  );
};

/** How the offerings and the list are kept, and asking for them. */
export const Caches = () => {
  const { offerings, list } = useApp(({ documents }) => documents.caches);
  const offeringCount = useApp(({ rows }) => rows.offerings.size);
  const workflows = useApp(({ rows }) => rows.workflows);
  const listedCount = useMemo(() => countListed(workflows.values()), [workflows]);
  const { askOfferings, askList } = useActions();
  return (
    <div className="caches" role="group" aria-label={words.label}>
      <CacheLine name={words.offerings} count={offeringCount} state={offerings}>
        <Button
          isSmall
          className="caches__ask"
          aria-label={words.askOfferings}
          onClick={askOfferings}
        >
          {words.ask}
        </Button>
      </CacheLine>
      <CacheLine name={words.list} count={listedCount} state={list}>
        <Button
          isSmall
          look="quiet"
          aria-label={words.forceList}
          onClick={() => {
            askList(true);
          }}
        >
          {words.force}
        </Button>
        <Button
          isSmall
          className="caches__ask"
          aria-label={words.askList}
          onClick={() => {
            askList(false);
          }}
        >
          {words.ask}
        </Button>
      </CacheLine>
      <Tally />
    </div>
  );
};
