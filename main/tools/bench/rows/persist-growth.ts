import path from 'node:path';
import { openEngine } from '../kit/engine.ts';
import { createRewriting, fillDisk } from '../kit/filled-disk.ts';
import { openOneFileStore } from '../kit/one-file-store.ts';
import { millisecondsOfStep } from '../kit/time.ts';
import type { Bench, Row } from '../row.ts';

/** One write into one file of a thousand takes as long as hundreds of ours. */
const oneFileEvery = 50;

const openRewriting = async (folder: string, count: number): Promise<() => void> => {
  const { disk, close } = openEngine(await fillDisk(folder, count));
  await close();
  return createRewriting(disk);
};

const measure = async (bench: Bench): Promise<void> => {
  const [many, few] = [bench.size(1_000, 5), bench.size(10, 2)];
  const folderOf = (name: string): string => path.join(bench.folder, name);
  const writeMany = await openRewriting(folderOf('many'), many);
  const writeFew = await openRewriting(folderOf('few'), few);
  const setMany = openOneFileStore(folderOf('many-in-one'), many);
  const setFew = openOneFileStore(folderOf('few-in-one'), few);
  await bench.inTurn({ rounds: 301, warmUps: 100 }, async (number) => {
    const against = millisecondsOfStep(writeFew);
    const pair = { against, ours: millisecondsOfStep(writeMany) };
    if (number % oneFileEvery !== 0) return [pair, null];
    return [pair, { against: millisecondsOfStep(setFew), ours: millisecondsOfStep(setMany) }];
  });
};

/** Whether a write costs the same however many envelopes there are. */
export const persistGrowth: Row = {
  name: 'persist-growth',
  about:
    'one write with 1,000 envelopes on disk ÷ one with 10; beside it electron-store holding all in one file',
  unit: 'ms',
  figures: [
    { part: null, aim: 1.2 },
    { part: 'electron-store', aim: null },
  ],
  measure,
};
