import { type Backend, withBackend } from '../kit/backend.ts';
import { type OpenedEngine, openEngine } from '../kit/engine.ts';
import { type ProjectPlan, prefetched } from '../kit/project.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import { millisecondsOf } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const latencyMs = 20;
/** So many prefetches, and so many downloads, are under way at a time (A3). */
const atOnce = 4;
const asked = 'wf_asked';

/** As many assets as make a queue as soon as the first four details have come. */
const assetsEach = (waiting: number): number => Math.ceil(waiting / atOnce) + atOnce;

const planOf = (waiting: number): ProjectPlan => ({
  workflows: [
    ...prefetched(waiting + 5 * atOnce).map((workflow) => ({
      ...workflow,
      assets: assetsEach(waiting),
    })),
    // Envelope and body: both would have a queue to wait in.
    { id: asked, delivery: 'cdn' },
  ],
});

/** Resolves as soon as so many prefetches and so many downloads wait for a slot, by the events. */
const untilWaiting = async ({ timeline }: OpenedEngine, waiting: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const all = waiting + 5 * atOnce;
  const seen = { detail: 0, asset: 0, prefetched: 0 };
  const stop = timeline.onEvent(({ type, subject }) => {
    if (type === 'requested' && (subject === 'detail' || subject === 'asset')) seen[subject] += 1;
    if (type === 'prefetched') seen.prefetched += 1;
    const downloads = seen.prefetched * assetsEach(waiting) - seen.asset;
    if (Math.min(all - seen.detail, downloads) >= waiting) resolve(undefined);
  });
  await promise;
  stop();
};

interface Setting {
  readonly bench: Bench;
  readonly backend: Backend;
  /** How many of each wait. */
  readonly waiting: number;
}

const ask = ({ bench, backend, waiting }: Setting, isBusy: boolean): Promise<number> =>
  inEmptyFolder(bench.folder, async (folder) => {
    const opened = openEngine({ folder, api: backend.origins.api });
    if (isBusy) {
      const isThere = untilWaiting(opened, waiting);
      void opened.engine.getWorkflowsList();
      await isThere;
    }
    const ms = await millisecondsOf(async () => {
      const { status } = await opened.engine.getWorkflow(asked);
      if (status !== 'ok') throw new Error('the detail did not come');
    });
    await opened.close();
    return ms;
  });

const measure = async (bench: Bench): Promise<void> => {
  const waiting = bench.size(100, 4);
  await withBackend(planOf(waiting), async (backend) => {
    await backend.slow({ what: 'all' }, latencyMs);
    const setting = { bench, backend, waiting };
    await bench.inTurn({ rounds: 21, warmUps: 5 }, async () => {
      const against = await ask(setting, false);
      return [{ against, ours: await ask(setting, true) }];
    });
  });
};

/** Whether a person waits for what nobody looks at. */
export const onDemand: Row = {
  name: 'on-demand',
  about:
    'an on-demand detail (envelope and body, at 20 ms of latency each) while 100 prefetches and 100 downloads wait ÷ the same when idle',
  unit: 'ms',
  figures: onlyFigure(1.3),
  measure,
};
