import path from 'node:path';
import { withBackend } from '../kit/backend.ts';
import { answerOf } from '../kit/child.ts';
import { envelopeBytes, prefetched } from '../kit/project.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import type { Bench, Row } from '../row.ts';

/** What the process of a round is told. */
export interface MemoryQuestion {
  readonly folder: string;
  readonly api: string;
  readonly count: number;
}

/** By how much the process has grown. */
export interface MemoryAnswer {
  readonly heapBytes: number;
  readonly rssBytes: number;
}

const script = path.join(import.meta.dirname, 'memory-round.ts');
const megabyte = 1_000_000;

const measure = async (bench: Bench): Promise<void> => {
  const count = bench.size(1_000, 20);
  const against = (count * envelopeBytes) / megabyte;
  await withBackend({ workflows: prefetched(count) }, async ({ origins: { api } }) => {
    // Each round is a process of its own, and warms itself up.
    await bench.inTurn({ rounds: 5, warmUps: 0 }, () =>
      inEmptyFolder(bench.folder, async (folder) => {
        const question: MemoryQuestion = { folder, api, count };
        const { heapBytes, rssBytes } = await answerOf<MemoryAnswer>(script, question);
        return [
          { ours: heapBytes / megabyte, against },
          { ours: rssBytes / megabyte, against },
        ];
      }),
    );
  });
};

/** What it takes to keep workflows in memory. */
export const memory: Row = {
  name: 'memory',
  about: 'heap and RSS grown by 1,000 envelopes ÷ their bytes',
  unit: 'MB',
  figures: [
    { part: 'heap', aim: 3 },
    { part: 'rss', aim: 3 },
  ],
  measure,
};
