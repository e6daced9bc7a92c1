/** What one round has measured: two things, one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly against: number;
}

/** One of the figures of a row. */
export interface Figure {
  /** Tells the figures of a row apart; null: it has only this one. */
  readonly part: string | null;
  /** What the ratio should not exceed; null: it is only printed. */
  readonly aim: number | null;
}

/** What a row is given to measure with. */
export interface Bench {
  /** A folder of its own, which is gone afterwards. */
  readonly folder: string;
  /** Whether it is only to be shown that the row still works. */
  readonly isQuick: boolean;
  /** A size: the one of the row's definition, or a small one where it is quick. */
  size(full: number, quick: number): number;
  /**
   * Measures several rounds after some that do not count. A round answers with one pair for each
   * figure, in the order of the row's figures; null: this round did not measure it.
   */
  inTurn(counts: RoundCounts, round: MeasureRound): Promise<void>;
}

/** Measures once; rounds are numbered from 0, those of the warm-up first. */
export type MeasureRound = (number: number) => Promise<readonly (Pair | null)[]>;

/** How often a row is measured. */
export interface RoundCounts {
  readonly rounds: number;
  readonly warmUps: number;
}

/** One row of the table. */
export interface Row {
  readonly name: string;
  /** What is divided by what. */
  readonly about: string;
  readonly unit: string;
  readonly figures: readonly Figure[];
  measure(bench: Bench): Promise<void>;
}

/** A figure as it is printed. */
export interface Result {
  readonly name: string;
  readonly part: string | null;
  readonly ratio: number;
  readonly aim: number | null;
  readonly ours: number;
  readonly against: number;
  readonly unit: string;
  readonly rounds: number;
}

/** What is divided by what in one figure that has no others beside it. */
export const onlyFigure = (aim: number | null): readonly Figure[] => [{ part: null, aim }];
