import { withBackend } from '../kit/backend.ts';
import { longestTurnMs } from '../kit/blocks.ts';
import { prefetchAll } from '../kit/prefetching.ts';
import { prefetched, projectOf, workflowName } from '../kit/project.ts';
import { median } from '../kit/statistics.ts';
import { millisecondsOfStep } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const details = 100;
const latencyMs = 20;
/** So many are asked for at a time (A3). */
const atOnce = 4;

const measureTime = async (bench: Bench): Promise<void> => {
  const count = bench.size(details, 8);
  await withBackend({ workflows: prefetched(count) }, async ({ origins: { api }, slow }) => {
    await slow({ what: 'detail' }, latencyMs);
    await bench.inTurn({ rounds: 9, warmUps: 3 }, async () => {
      const ours = await prefetchAll(bench.folder, api, count);
      return [{ ours, against: Math.ceil(count / atOnce) * latencyMs }];
    });
  });
};

/** How much of the time that prefetching takes is not the network's. */
export const prefetch100: Row = {
  name: 'prefetch-100',
  about: '100 details at 20 ms of real latency, until the list completes ÷ 25 × 20 ms',
  unit: 'ms',
  figures: onlyFigure(1.15),
  measure: measureTime,
};

const parsingMs = (text: string): number =>
  median(Array.from({ length: 50 }, () => millisecondsOfStep(() => void JSON.parse(text))));

const measureBlock = async (bench: Bench): Promise<void> => {
  const count = bench.size(details, 8);
  const plan = { workflows: prefetched(count) };
  await withBackend(plan, async ({ origins, slow }) => {
    await slow({ what: 'detail' }, latencyMs);
    const detail = projectOf(plan).detail(workflowName(0), origins) ?? '';
    await bench.inTurn({ rounds: 9, warmUps: 3 }, async () => {
      const against = parsingMs(detail);
      const ours = await longestTurnMs(() => prefetchAll(bench.folder, origins.api, count));
      return [{ ours, against }];
    });
  });
};

/** How long a window waits for the main process at worst. */
export const prefetchBlock: Row = {
  name: 'prefetch-block',
  about: 'longest time the event loop is blocked during that ÷ the parsing of one detail',
  unit: 'ms',
  figures: onlyFigure(null),
  measure: measureBlock,
};
