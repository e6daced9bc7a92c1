/** How much of a row had to go, and how wide the row was before each of them went. */
export interface Fitting {
  readonly moved: number;
  readonly widths: readonly number[];
}

export const firstFitting: Fitting = { moved: 0, widths: [] };

/** What is in a row, and the room that there is for it, in pixels. */
export interface Room {
  readonly needed: number;
  readonly available: number;
  /** How many can go at most. */
  readonly most: number;
}

/**
 * One step towards a row that fits: one more goes where it is too wide, and one comes back where
 * there is room for what it was with that. The same object where nothing is to be done.
 */
export const nextFitting = (fitting: Fitting, { needed, available, most }: Room): Fitting => {
  const { moved, widths } = fitting;
  if (needed > available)
    return moved === most
      ? fitting
      : { moved: moved + 1, widths: [...widths.slice(0, moved), needed] };
  const before = widths[moved - 1];
  if (before === undefined || before > available) return fitting;
  return { moved: moved - 1, widths: widths.slice(0, moved - 1) };
};
