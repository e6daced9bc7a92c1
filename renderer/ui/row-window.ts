export interface RowWindow {
  /** The places of the rows that are drawn. */
  readonly indexes: readonly number[];
  /** How far down the first of them stands. */
  readonly offset: number;
  readonly totalHeight: number;
}

interface Scrolled {
  readonly count: number;
  readonly rowHeight: number;
  readonly top: number;
  readonly height: number;
}

/** Some rows beyond what is in sight, so that scrolling shows no gap. */
const spare = 6;

/** The rows that a list of this height must draw when it is scrolled that far. */
export const rowWindow = ({ count, rowHeight, top, height }: Scrolled): RowWindow => {
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - spare), count);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + spare);
  return {
    indexes: Array.from({ length: Math.max(0, end - first) }, (_, step) => first + step),
    offset: first * rowHeight,
    totalHeight: count * rowHeight,
  };
};
