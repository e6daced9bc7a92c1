export type Unit = 'day' | 'week' | 'month' | 'year';

export interface Period {
  readonly unit: Unit;
  readonly count: number;
}

const pattern = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;

/** How many of the smaller unit the larger one has, as the phones count them. */
const lengths: Readonly<Record<Unit, Readonly<Record<Unit, number>>>> = {
  day: { day: 1, week: 1 / 7, month: 1 / 30, year: 1 / 365 },
  week: { day: 7, week: 1, month: 84 / 365, year: 7 / 365 },
  month: { day: 30, week: 365 / 84, month: 1, year: 1 / 12 },
  year: { day: 365, week: 365 / 7, month: 12, year: 1 },
};

/** How long the period is in another unit. */
export const lengthIn = ({ unit, count }: Period, other: Unit): number =>
  count * lengths[unit][other];

/** Reads an ISO 8601 period; one of several units is told in the smallest of them. */
export const periodOf = (text: string | null): Period | null => {
  const found = text === null ? null : pattern.exec(text);
  if (found === null) return null;
  const [, years, months, weeks, days] = found;
  const parts = (
    [
      ['year', years],
      ['month', months],
      ['week', weeks],
      ['day', days],
    ] as const
  ).flatMap(([unit, digits]) =>
    digits === undefined || Number(digits) === 0 ? [] : [{ unit, count: Number(digits) }],
  );
  const smallest = parts.at(-1);
  if (smallest === undefined) return null;
  const count = parts.reduce((sum, part) => sum + lengthIn(part, smallest.unit), 0);
  return { unit: smallest.unit, count: Math.round(count) };
};
