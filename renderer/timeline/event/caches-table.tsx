import { useMemo } from 'react';
import type { CacheMoment, CacheSide, Known } from '../../../shared/timeline/cache-at.ts';
import type { TimelineEvent } from '../../../shared/timeline.ts';
import { useApp } from '../../app/window-context.ts';
import { messages } from '../../messages.ts';
import type { CacheHistory, CachesAround } from '../../state/cache-history.ts';
import { exactTime } from '../../state/format.ts';
import { userName } from '../../state/user-name.ts';
import { classNames } from '../../ui/class-names.ts';
import { type CacheLine, cacheLines, hasChange, qualityOf } from './cache-lines.ts';

const words = messages.timeline.event;

interface SideProps {
  readonly name: string;
  readonly before: CacheSide;
  readonly after: CacheSide;
  readonly moments: Moments;
}

interface Moments {
  readonly before: CacheMoment;
  readonly after: CacheMoment;
}

const Cell = ({ known, moment }: { readonly known: Known; readonly moment: CacheMoment }) => {
  const quality = qualityOf(known, moment);
  if (known === null || known === 'unknown')
    return <span className="caches__absent">{words[quality]}</span>;
  const { source, storedAt, user } = known;
  const facts = [
    source === null ? null : messages.source[source],
    typeof storedAt === 'number' ? exactTime(storedAt) : null,
    userName(user),
  ];
  return (
    <>
      <span className={classNames('caches__quality', `caches__quality--${quality}`)}>
        {words[quality]}
      </span>
      <span className="caches__facts">{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </>
  );
};

const Line = ({ line, moments }: { readonly line: CacheLine; readonly moments: Moments }) => {
  const { what, id, before, after, isChanged } = line;
  return (
    <tr className={classNames(isChanged && 'caches__changed')}>
      <th scope="row">
        {what === null ? <bdi>{id}</bdi> : words[what]}
        {isChanged ? <span className="caches__tag">{words.changed}</span> : null}
      </th>
      <td>
        <Cell known={before} moment={moments.before} />
      </td>
      <td>
        <Cell known={after} moment={moments.after} />
      </td>
    </tr>
  );
};

const Side = ({ name, before, after, moments }: SideProps) => {
  const { lines, others } = cacheLines(before, after);
  return (
    <table className="caches__side">
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.what ?? `id ${line.id ?? ''}`} line={line} moments={moments} />
        ))}
        {others === 0 ? null : (
          <tr>
            <td colSpan={3} className="caches__absent">
              {words.others(others)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

const isUnknown = ({ before }: CachesAround): boolean =>
  [before.memory, before.disk].some(
    ({ offerings, list, others }) =>
      offerings === 'unknown' || list === 'unknown' || others === 'unknown',
  );

interface CachesTableProps {
  readonly event: TimelineEvent;
  readonly around: CachesAround;
  /** Where the app was then. */
  readonly wasForeground: { readonly before: boolean; readonly after: boolean };
}

/** What memory and disk held right before an event, and right after it. */
export const CachesTable = ({ event, around, wasForeground }: CachesTableProps) => {
  const { at: now, rules } = event;
  const moments: Moments = {
    before: { now, rules, isForeground: wasForeground.before },
    after: { now, rules, isForeground: wasForeground.after },
  };
  const { before, after } = around;
  return (
    <>
      {hasChange(around) ? null : <p className="event-pane__hint">{words.unchanged}</p>}
      <Side name={words.memory} before={before.memory} after={after.memory} moments={moments} />
      <Side name={words.disk} before={before.disk} after={after.disk} moments={moments} />
      {isUnknown(around) ? <p className="event-pane__hint">{words.unknownHint}</p> : null}
    </>
  );
};

/** The same for the event that is looked at, worked out once. */
export const useCachesAround = (
  history: CacheHistory,
  eventId: number,
  /** Older events that came later tell what was unknown. */
  oldest: number | null,
): CachesAround | null => useMemo(() => history.around(eventId), [history, eventId, oldest]);

export const useIsForeground = (): boolean =>
  useApp(({ documents }) => documents.world.isForeground);
