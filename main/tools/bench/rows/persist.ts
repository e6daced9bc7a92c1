import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bareWrite } from '../kit/bare-write.ts';
import { openEngine } from '../kit/engine.ts';
import { createRewriting, envelopeFiles, fillDisk } from '../kit/filled-disk.ts';
import { millisecondsOfStep } from '../kit/time.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

/** Writes one of the same files again, in a folder with as many. */
const createBareRewriting = (folder: string, files: readonly string[]): (() => void) => {
  mkdirSync(folder);
  const documents = files.map((file) => ({
    name: path.basename(file),
    bytes: readFileSync(file),
  }));
  for (const { name, bytes } of documents) bareWrite(folder, name, bytes);
  let number = 0;
  return () => {
    const document = documents[number % documents.length];
    number += 1;
    if (document !== undefined) bareWrite(folder, document.name, document.bytes);
  };
};

const measure = async (bench: Bench): Promise<void> => {
  const filled = await fillDisk(path.join(bench.folder, 'ours'), bench.size(1_000, 5));
  const { disk, close } = openEngine(filled);
  const rewrite = createRewriting(disk);
  const bare = createBareRewriting(path.join(bench.folder, 'bare'), envelopeFiles(filled));
  await bench.inTurn({ rounds: 301, warmUps: 100 }, async () => {
    const against = millisecondsOfStep(bare);
    return [{ against, ours: millisecondsOfStep(rewrite) }];
  });
  await close();
};

/** What keeping an envelope costs beyond what the disk takes. */
export const persist: Row = {
  name: 'persist',
  about:
    'one envelope written durably, with 1,000 on disk ÷ the bare durable write of the same bytes (write, fsync, rename, fsync of the folder)',
  unit: 'ms',
  figures: onlyFigure(1.5),
  measure,
};
