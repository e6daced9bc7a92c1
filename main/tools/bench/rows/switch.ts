import { setImmediate as nextTurn } from 'node:timers/promises';
import { appUserId } from '../../../../shared/model/ids.ts';
import { type Backend, withBackend } from '../kit/backend.ts';
import { openEngine } from '../kit/engine.ts';
import { prefetched } from '../kit/project.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import { millisecondsOf } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const nextUser = appUserId('ben');
const asked = 'wf_asked';

const hangingIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `wf_hanging_${number}`);

/** How long a new user waits, while the former one's requests for these are under way. */
const changeUser = (bench: Bench, backend: Backend, ids: readonly string[]): Promise<number> =>
  inEmptyFolder(bench.folder, async (folder) => {
    const { engine, close } = openEngine({ folder, api: backend.origins.api });
    await engine.getWorkflowsList();
    const before = await backend.arrivals();
    for (const id of ids) void engine.getWorkflow(id);
    // Under way is what the backend has; until then they would only be in each other's way.
    while ((await backend.arrivals()) < before + ids.length) await nextTurn();
    const ms = await millisecondsOf(async () => {
      engine.switchUser(nextUser);
      const { status } = await engine.getWorkflow(asked);
      if (status !== 'ok') throw new Error('the new user got no answer');
    });
    await close();
    return ms;
  });

const measure = async (bench: Bench): Promise<void> => {
  const ids = hangingIds(bench.size(50, 3));
  const workflows = [...prefetched(10), { id: asked }, ...ids.map((id) => ({ id }))];
  await withBackend({ workflows }, async (backend) => {
    for (const id of ids) await backend.hang({ what: 'detail', id });
    await bench.inTurn({ rounds: 41, warmUps: 15 }, async () => {
      const against = await changeUser(bench, backend, []);
      return [{ against, ours: await changeUser(bench, backend, ids) }];
    });
  });
};

/** Whether what a former user still waits for holds up the next one. */
export const switchUser: Row = {
  name: 'switch',
  about:
    'user switch with 50 requests in flight until the new user’s first answer ÷ the same with none in flight',
  unit: 'ms',
  figures: onlyFigure(1.3),
  measure,
};
