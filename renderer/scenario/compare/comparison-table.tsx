import { type RefObject, memo } from 'react';
import type { ComparedLine, Comparison } from '../../../shared/contract/library.ts';
import { messages } from '../../messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { sinceStart } from './since-start.ts';

const words = messages.comparison;

interface CellProps {
  readonly line: ComparedLine | null;
  readonly isDifferent: boolean;
}

const Cell = ({ line, isDifferent }: CellProps) => (
  <td className={classNames('comparison__cell', isDifferent && 'comparison__cell--different')}>
    {line === null ? <span aria-label={words.nothing}>–</span> : line.words}
  </td>
);

interface TableProps {
  readonly comparison: Comparison;
  /** The row at which they part. */
  readonly parting: RefObject<HTMLTableRowElement | null>;
}

/** What happens on both sides, line by line; what only one side has stands out. */
export const ComparisonTable = memo(({ comparison, parting }: TableProps) => {
  const { rows, sides, startAt, firstDifference } = comparison;
  return (
    <table className="comparison__table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col" className="comparison__time">
            {words.time}
          </th>
          {sides.map(({ rules }, side) => (
            <th key={side} scope="col">
              {messages.rules[rules]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([left, right], row) => {
          const isDifferent = left === null || right === null;
          const isParting = row === firstDifference;
          return (
            <tr
              key={row}
              ref={isParting ? parting : undefined}
              data-different={isDifferent}
              tabIndex={isParting ? -1 : undefined}
              className={classNames(isParting && 'comparison__parting')}
            >
              <td className="comparison__time">
                {sinceStart(left?.at ?? right?.at ?? startAt, startAt)}
              </td>
              <Cell line={left} isDifferent={isDifferent && left !== null} />
              <Cell line={right} isDifferent={isDifferent && right !== null} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});
ComparisonTable.displayName = 'ComparisonTable';
