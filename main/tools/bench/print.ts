import type { Result, Row } from './row.ts';

/** The columns of the table: the words of the first go left, figures go right. */
const columns = ['row', 'ratio', 'aim', 'ours', 'against', 'unit', 'rounds'] as const;
type Column = (typeof columns)[number];

/** So wide that no figure has to move when the next row is printed. */
const widths: Readonly<Record<Column, number>> = {
  row: 29,
  ratio: 9,
  aim: 7,
  ours: 11,
  against: 11,
  unit: 5,
  rounds: 7,
};

const lineOf = (cells: Readonly<Record<Column, string>>): string =>
  columns
    .map((column) =>
      column === 'row' ? cells[column].padEnd(widths.row) : cells[column].padStart(widths[column]),
    )
    .join('')
    .trimEnd();

/** Three digits that tell something, whatever the size of the figure. */
export const figure = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
};

const isMissed = ({ ratio, aim }: Result): boolean => aim !== null && ratio > aim;

export const headLine = lineOf({
  row: 'row',
  ratio: 'ratio',
  aim: 'aim',
  ours: 'ours',
  against: 'against',
  unit: 'unit',
  rounds: 'rounds',
});

/** One figure of a row, as a line of the table. */
export const tableLine = (result: Result): string => {
  const { name, part, ratio, aim, ours, against, unit, rounds } = result;
  return lineOf({
    row: part === null ? name : `${name} (${part})`,
    ratio: `${isMissed(result) ? '! ' : ''}${ratio.toFixed(2)}`,
    aim: aim === null ? '-' : String(aim),
    ours: figure(ours),
    against: figure(against),
    unit,
    rounds: String(rounds),
  });
};

/** One figure of a row, for programs; `part` is there where a row has several. */
export const jsonLine = ({ part, name, ...rest }: Result): string =>
  JSON.stringify({ name, ...(part === null ? {} : { part }), ...rest });

/** What the rows are about. */
export const listText = (rows: readonly Row[]): string => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map(({ name, about }) => `${name.padEnd(width)}  ${about}`).join('\n');
};
