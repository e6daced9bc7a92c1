import { expect, it } from 'vitest';
import { plainAddress } from '../../../main/project/asset-addresses.ts';
import { createFolderMemory } from '../../../main/project/folder-memory.ts';
import { lookForSyntaxProblem } from '../../../main/project/json-syntax.ts';
import { readFolder } from '../../../main/project/read-folder.ts';
import { runInSlices } from '../../../main/project/slices.ts';
import { body, folderWith, goodFiles } from './project-files.ts';

const ids = Array.from({ length: 500 }, (_, index) => `wf_${String(index)}`);

const folderWithMany = (): string =>
  folderWith({
    ...goodFiles,
    'workflows.json': { workflows: ids.map((id) => ({ id, display_name: id })) },
    ...Object.fromEntries(ids.map((id) => [`workflows/${id}.json`, { ...body, id }])),
  });

/** A machine on which each file takes so many milliseconds. */
const readOn = async (msEach: number): Promise<number> => {
  let time = 0;
  let turns = 0;
  const reading = { folder: folderWithMany(), memory: createFolderMemory(), address: plainAddress };
  await runInSlices(readFolder(reading), {
    elapsedMs: () => (time += msEach),
    nextTurn: () => {
      turns += 1;
      return Promise.resolve();
    },
  });
  return turns;
};

it('others have a turn after each file of a project where one takes long, and now and then where not', async () => {
  expect(await readOn(20)).toBeGreaterThanOrEqual(502);
  expect(await readOn(0.1)).toBeLessThan(100);
});

it('what was read before is not read again', async () => {
  const memory = createFolderMemory();
  const reading = { folder: folderWithMany(), memory, address: plainAddress };
  const run = () => runInSlices(readFolder(reading), { nextTurn: () => Promise.resolve() });
  const first = await run();
  const told = memory.changed().length;
  const second = await run();
  expect([told, memory.changed()]).toEqual([502, []]);
  expect(second.entries.every((entry, index) => entry === first.entries[index])).toBe(true);
});

it('a file that is large is read in several slices, too', () => {
  const large = `[${'0,'.repeat(100_000)}0]`;
  expect([...lookForSyntaxProblem(large)].length).toBeGreaterThan(5);
});
