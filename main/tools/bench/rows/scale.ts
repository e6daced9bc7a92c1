import { withBackend } from '../kit/backend.ts';
import { prefetchAll } from '../kit/prefetching.ts';
import { prefetched } from '../kit/project.ts';
import { median } from '../kit/statistics.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const times = 10;
/** In each round; it is over sooner, and so disturbed more easily. */
const smallRuns = 3;

const measure = async (bench: Bench): Promise<void> => {
  const few = bench.size(200, 3);
  const many = few * times;
  await withBackend({ workflows: prefetched(few) }, async (small) => {
    await withBackend({ workflows: prefetched(many) }, async (large) => {
      await bench.inTurn({ rounds: 5, warmUps: 1 }, async () => {
        const alone: number[] = [];
        for (let run = 0; run < smallRuns; run += 1)
          alone.push(await prefetchAll(bench.folder, small.origins.api, few));
        const ours = await prefetchAll(bench.folder, large.origins.api, many);
        return [{ ours, against: times * median(alone) }];
      });
    });
  });
};

/** Whether ten times as many take ten times as long. */
export const scale: Row = {
  name: 'scale',
  about: 'list and prefetch of 2,000 workflows ÷ 10 × that of 200',
  unit: 'ms',
  figures: onlyFigure(1.1),
  measure,
};
