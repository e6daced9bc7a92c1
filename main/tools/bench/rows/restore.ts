import { readFileSync } from 'node:fs';
import { openEngine } from '../kit/engine.ts';
import { type FilledDisk, envelopeFiles, fillDisk } from '../kit/filled-disk.ts';
import { workflowName } from '../kit/project.ts';
import { millisecondsOfStep } from '../kit/time.ts';
import type { Bench, Row } from '../row.ts';

const readAll = (files: readonly string[]): void => {
  for (const file of files) JSON.parse(readFileSync(file, 'utf8'));
};

/** Starts with an empty memory and a backend that is down, as an app that is opened on a plane. */
const start = async (disk: FilledDisk, count: number) => {
  const startedAt = performance.now();
  const { engine, close } = openEngine(disk);
  const after = () => performance.now() - startedAt;
  const all = engine.getWorkflowsList().then(after);
  // The last one that the list names: nothing is gained by reading in its order.
  const answer = await engine.getWorkflow(workflowName(count - 1));
  const firstMs = after();
  const allMs = await all;
  const restored = engine.snapshot().details.size;
  if (answer.status !== 'ok' || restored !== count)
    throw new Error(`${restored} of ${count} envelopes were restored`);
  await close();
  return { firstMs, allMs };
};

const restoreRow = (full: number): Row => ({
  name: `restore-${full}`,
  about: `cold start with ${full.toLocaleString('en')} envelopes of 20 kB and no backend, until the first \`getWorkflow\` is answered and until all are ready ÷ reading and JSON-parsing the same files`,
  unit: 'ms',
  figures: [
    { part: 'first', aim: 0.2 },
    { part: 'all', aim: 1.5 },
  ],
  measure: async (bench: Bench) => {
    const count = bench.size(full, 5);
    const disk = await fillDisk(bench.folder, count);
    const files = envelopeFiles(disk);
    const rounds = full > 500 ? { rounds: 9, warmUps: 4 } : { rounds: 31, warmUps: 20 };
    await bench.inTurn(rounds, async () => {
      const against = millisecondsOfStep(() => {
        readAll(files);
      });
      const { firstMs, allMs } = await start(disk, count);
      return [
        { ours: firstMs, against },
        { ours: allMs, against },
      ];
    });
  },
});

/** What an app that starts without a network waits for. */
export const restore100 = restoreRow(100);
export const restore1000 = restoreRow(1_000);
