import type { MeasureRound, Pair, Result, Row, RoundCounts } from '../row.ts';
import { summarize } from './statistics.ts';

interface Settings {
  readonly folder: string;
  readonly isQuick: boolean;
}

/** A quick run counts its first round. */
const quickCounts: RoundCounts = { rounds: 1, warmUps: 0 };

type Measured = Awaited<ReturnType<MeasureRound>>;

/** The rounds of each figure. */
const columns = (row: Row, rounds: readonly Measured[]): readonly (readonly Pair[])[] =>
  row.figures.map((_, index) => rounds.flatMap((pairs) => pairs[index] ?? []));

/** Measures a row, in this process. */
export const measureRow = async (row: Row, settings: Settings): Promise<readonly Result[]> => {
  const { folder, isQuick } = settings;
  const measured: Measured[] = [];
  await row.measure({
    folder,
    isQuick,
    size: (full, quick) => (isQuick ? quick : full),
    inTurn: async (counts, round) => {
      const { rounds, warmUps } = isQuick ? quickCounts : counts;
      for (let number = 0; number < warmUps + rounds; number += 1) {
        const pairs = await round(number);
        if (number >= warmUps) measured.push(pairs);
      }
    },
  });
  const pairs = columns(row, measured);
  return row.figures.map(({ part, aim }, index) => {
    const { ratio, ours, against, rounds } = summarize(pairs[index] ?? []);
    return { name: row.name, part, ratio, aim, ours, against, unit: row.unit, rounds };
  });
};
