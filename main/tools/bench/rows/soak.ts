import path from 'node:path';
import { withBackend } from '../kit/backend.ts';
import { answerOf } from '../kit/child.ts';
import { prefetched } from '../kit/project.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

/** What the process of a round is told. */
export interface SoakQuestion {
  readonly folder: string;
  readonly api: string;
  /** What is refreshed, with the list, again and again. */
  readonly ids: readonly string[];
  /** Refreshes that come before those that count. */
  readonly warmUp: number;
  readonly few: number;
  readonly many: number;
}

/** What the process takes after so many refreshes. */
export interface SoakAnswer {
  readonly fewRssBytes: number;
  readonly manyRssBytes: number;
}

const script = path.join(import.meta.dirname, 'soak-round.ts');
const megabyte = 1_000_000;

const measure = async (bench: Bench): Promise<void> => {
  const [few, many] = [bench.size(2_000, 20), bench.size(20_000, 40)];
  const warmUp = bench.size(8_000, 20);
  const workflows = prefetched(20).map((workflow) => ({ ...workflow, prefetch: false }));
  const ids = workflows.map(({ id }) => id);
  await withBackend({ workflows }, async ({ origins: { api } }) => {
    // Each round is a process of its own.
    await bench.inTurn({ rounds: 3, warmUps: 0 }, () =>
      inEmptyFolder(bench.folder, async (folder) => {
        const question: SoakQuestion = { folder, api, ids, warmUp, few, many };
        const rss = await answerOf<SoakAnswer>(script, question);
        return [{ ours: rss.manyRssBytes / megabyte, against: rss.fewRssBytes / megabyte }];
      }),
    );
  });
};

/** Whether an app that is left open grows. */
export const soak: Row = {
  name: 'soak',
  about: 'RSS after 20,000 refreshes ÷ after 2,000',
  unit: 'MB',
  figures: onlyFigure(1.05),
  measure,
};
