import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import {
  type ProjectIdentity,
  folderIdentity,
} from '../../../../main/app/project/project-identity.ts';
import { createProjectList } from '../../../../main/app/project/project-list.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const listIn = (folder: string) =>
  createProjectList({ folder, tell: () => undefined, onChange: () => undefined });

const live: ProjectIdentity = {
  id: 'live-0123456789abcdef',
  kind: 'live',
  name: 'Shop',
  folder: null,
  host: 'https://api.test',
};

const folders = Array.from({ length: 21 }, (_, at) => folderIdentity(`/shops/${String(at)}`));

it('has room for twenty folders, says which one fell off, and keeps what somebody connected to', () => {
  const list = listIn(temporaryFolder());
  expect(list.opened(live)).toEqual([]);
  const fallen = folders.map((identity) => list.opened(identity));
  expect(fallen.slice(0, 20).flat()).toEqual([]);
  expect(fallen.at(20)).toEqual([folders[0]?.id]);
  expect(list.document().map(({ id }) => id)).toEqual([
    ...folders
      .slice(1)
      .map(({ id }) => id)
      .toReversed(),
    live.id,
  ]);
});

it('loses nothing but what makes no sense, as after a newer version', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'projects.json');
  const [shop] = folders;
  const newer = { ...live, id: 'cloud-0123456789abcdef', kind: 'cloud' };
  const strange = [null, { ...shop, kind: 'live' }, { ...live, id: '../..' }, shop];
  writeFileSync(file, JSON.stringify({ recent: [newer, live, shop, ...strange], last: live.id }));
  const list = listIn(folder);
  expect(list.document().map(({ id }) => id)).toEqual([live.id, shop?.id]);
  expect(list.last()).toEqual(live);
});

it('begins anew where its file is damaged, and the file is put aside', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'projects.json');
  writeFileSync(file, '{"recent": [');
  const list = listIn(folder);
  expect(list.document()).toEqual([]);
  list.opened(live);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ recent: [live], last: live.id });
});
