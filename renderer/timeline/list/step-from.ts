import type { EventId, TimelineEvent } from '../../../shared/timeline.ts';
import type { WantedRows } from './wanted-rows.ts';

/** The event so many rows from the chosen one; from none it is the last. Null: there are no rows. */
export const stepFrom = (
  rows: WantedRows,
  chosen: EventId | null,
  by: number,
): TimelineEvent | null => {
  if (rows.count === 0) return null;
  if (chosen === null) return rows.at(rows.count - 1);
  const { index, isThere } = rows.placeOf(chosen);
  // One that is not listed stands between two rows.
  const start = isThere || by > 0 ? index : index + 1;
  return rows.at(Math.min(rows.count - 1, Math.max(0, start + by)));
};
