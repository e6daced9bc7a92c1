import { openEngine } from './engine.ts';
import { inEmptyFolder } from './round-folder.ts';

/** Prefetches so many details with an engine that knows nothing, and says how long its list took. */
export const prefetchAll = (folder: string, api: string, count: number): Promise<number> =>
  inEmptyFolder(folder, async (round) => {
    const { engine, close } = openEngine({ folder: round, api });
    const startedAt = performance.now();
    await engine.getWorkflowsList();
    const ms = performance.now() - startedAt;
    const found = engine.snapshot().details.size;
    await close();
    if (found !== count) throw new Error(`${found} of ${count} details were prefetched`);
    return ms;
  });
