import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFolders } from '../../../../main/app/project/list-folders.ts';
import { typedPath } from '../../../../main/app/project/typed-path.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const make = (): string => {
  const folder = temporaryFolder();
  for (const name of ['shop', 'Shoes', 'other', '.hidden']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'shop.txt'), '');
  writeFileSync(path.join(folder, 'shop/offerings.json'), '');
  writeFileSync(path.join(folder, 'shop/workflows.json'), '');
  symlinkSync(path.join(folder, 'other'), path.join(folder, 'shortcut'), 'junction');
  return folder;
};

const namesOf = async (typed: string) => {
  const { folders } = await listFolders(typed);
  return folders.map(({ path: at, isProject }) => [path.basename(at), isProject]);
};

describe('the folders below a path', () => {
  it('are listed, with links to folders, but neither files nor what is hidden', async () => {
    const folder = make();
    expect(await namesOf(folder + path.sep)).toEqual([
      ['Shoes', false],
      ['other', false],
      ['shop', true],
      ['shortcut', false],
    ]);
  });

  it('are those that begin as it ends, whatever their case', async () => {
    const folder = make();
    expect(await namesOf(path.join(folder, 'sho'))).toEqual([
      ['Shoes', false],
      ['shop', true],
      ['shortcut', false],
    ]);
    expect(await namesOf(path.join(folder, '.h'))).toEqual([['.hidden', false]]);
  });

  it('are two hundred at most', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 210; number += 1) mkdirSync(path.join(folder, String(number)));
    expect((await listFolders(folder)).folders).toHaveLength(200);
  });

  it('are none where there is no such path, and it says why', async () => {
    const folder = temporaryFolder();
    const none = path.join(folder, 'none', 'a');
    expect([(await listFolders(none)).problem, (await listFolders('shop')).problem]).toEqual([
      `There is no folder ${path.dirname(none)}.`,
      'Begin with the root of the disk, or with ~.',
    ]);
  });

  it('are those of the home where nothing is typed', async () => {
    expect((await listFolders('')).problem).toBe(null);
  });
});

it.each([
  ['~/a', '/home/ana/a'],
  [' ~ ', '/home/ana'],
  ['/a/../b/', '/b'],
  ['~ana/a', null],
  ['a/b', null],
  ['', null],
])('a typed path %j is %j', (typed, whole) => {
  expect(typedPath(typed, '/home/ana')).toBe(whole);
});
