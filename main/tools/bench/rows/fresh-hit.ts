import { withBackend } from '../kit/backend.ts';
import { openEngine } from '../kit/engine.ts';
import { workflowName } from '../kit/project.ts';
import { createQueryCore } from '../kit/query-core.ts';
import { millisecondsOf } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const workflow = workflowName(0);
const staleTime = 5 * 60_000;

const microseconds = (totalMs: number, count: number): number => (totalMs * 1_000) / count;

const measure = async (bench: Bench): Promise<void> => {
  const calls = bench.size(3_000, 50);
  await withBackend({ workflows: [{ id: workflow }] }, async ({ origins }) => {
    const { engine, close } = openEngine({ folder: bench.folder, api: origins.api });
    const answer = await engine.getWorkflow(workflow);
    const client = createQueryCore();
    const query = { queryKey: ['workflow', workflow], queryFn: async () => answer, staleTime };
    await client.fetchQuery(query);

    const hit = async (): Promise<void> => {
      for (let call = 0; call < calls; call += 1) await engine.getWorkflow(workflow);
    };
    const fetch = async (): Promise<void> => {
      for (let call = 0; call < calls; call += 1) await client.fetchQuery(query);
    };
    await bench.inTurn({ rounds: 151, warmUps: 60 }, async () => {
      const against = await millisecondsOf(fetch);
      const ours = await millisecondsOf(hit);
      return [{ ours: microseconds(ours, calls), against: microseconds(against, calls) }];
    });
    client.close();
    await close();
  });
};

/** What an answer from memory costs, with all that is written down about it. */
export const freshHit: Row = {
  name: 'fresh-hit',
  about: '`getWorkflow` of a fresh entry ÷ `fetchQuery` of a fresh entry in query-core',
  unit: 'µs',
  figures: onlyFigure(1),
  measure,
};
