import path from 'node:path';
import { decodeWorkflowsList } from '../../../../shared/model/workflows-list.ts';
import { withBackend } from '../kit/backend.ts';
import { type OpenedEngine, firstUser, openEngine } from '../kit/engine.ts';
import { prefetched } from '../kit/project.ts';
import { createQueryCore } from '../kit/query-core.ts';
import { millisecondsOf } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

/** What the engine does for one list, by the same parts: ask, decode and save. */
const fetchList = async ({ http, disk }: OpenedEngine) => {
  const outcome = await http.ask({
    endpoint: 'list',
    user: firstUser,
    isBackground: false,
    trace: { record: () => 0, cause: 0 },
    signal: new AbortController().signal,
  });
  if (outcome.kind !== 'ok') throw new Error('the list did not come');
  const { text, hash } = outcome.body;
  const list = decodeWorkflowsList(text);
  disk.writeList({ user: firstUser, storedAt: Date.now(), hash, text });
  return list;
};

const measure = async (bench: Bench): Promise<void> => {
  const callers = bench.size(1_000, 20);
  const workflows = prefetched(100).map((workflow) => ({ ...workflow, prefetch: false }));
  await withBackend({ workflows }, async ({ origins: { api } }) => {
    const ours = openEngine({ folder: path.join(bench.folder, 'ours'), api });
    const theirs = openEngine({ folder: path.join(bench.folder, 'theirs'), api });
    const client = createQueryCore();
    const query = { queryKey: ['list'], queryFn: () => fetchList(theirs), staleTime: 0 };

    const times = <T>(call: () => Promise<T>) =>
      Promise.all(Array.from({ length: callers }, () => call()));
    await bench.inTurn({ rounds: 101, warmUps: 30 }, async () => [
      {
        against: await millisecondsOf(() => times(() => client.fetchQuery(query))),
        ours: await millisecondsOf(() =>
          times(() => ours.engine.getWorkflowsList({ force: true })),
        ),
      },
    ]);
    client.close();
    await ours.close();
    await theirs.close();
  });
};

/** What it costs to wait for something that somebody else has asked for already. */
export const join: Row = {
  name: 'join',
  about: '1,000 concurrent callers of one list ÷ the same with query-core',
  unit: 'ms',
  figures: onlyFigure(1),
  measure,
};
