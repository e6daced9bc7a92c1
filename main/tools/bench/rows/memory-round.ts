// One round of `memory`, in a process of its own: what is freed is seldom given back to the system.
import path from 'node:path';
import { answer } from '../kit/child.ts';
import { collectGarbage } from '../kit/collect-garbage.ts';
import { openEngine } from '../kit/engine.ts';
import type { MemoryAnswer, MemoryQuestion } from './memory.ts';

const usage = async (): Promise<NodeJS.MemoryUsage> => {
  await collectGarbage();
  return process.memoryUsage();
};

const warmUp = async (folder: string, api: string): Promise<void> => {
  const { engine, close } = openEngine({ folder, api });
  await engine.getWorkflowsList();
  await close();
};

answer(async (question: MemoryQuestion): Promise<MemoryAnswer> => {
  const { folder, api, count } = question;
  // With as many: what the collector works with grows once, and not with what is kept.
  await warmUp(path.join(folder, 'warm-up'), api);
  const before = await usage();
  const { engine, close } = openEngine({ folder: path.join(folder, 'measured'), api });
  await engine.getWorkflowsList();
  const after = await usage();
  const found = engine.snapshot().details.size;
  if (found !== count) throw new Error(`${found} of ${count} envelopes are in memory`);
  await close();
  return { heapBytes: after.heapUsed - before.heapUsed, rssBytes: after.rss - before.rss };
});
