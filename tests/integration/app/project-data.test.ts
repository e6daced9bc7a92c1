import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderIdentity } from '../../../main/app/project/project-identity.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { openTestApp } from '../../helpers/test-app.ts';
import { folderWith, goodFiles } from '../../unit/project/project-files.ts';

const isFilled = ({ documents: { caches } }: AppState): boolean =>
  caches.offerings.copy !== null && caches.list.copy !== null && !caches.list.isAsking;

const isOpen =
  (kind: string) =>
  (state: AppState): boolean =>
    state.documents.project.kind === kind && isFilled(state);

const openShop = async () => {
  const app = await openTestApp();
  const folder = folderWith(goodFiles);
  await app.call('openProjectFolder', { path: folder });
  const state = await app.until(isOpen('folder'));
  const { id } = state.documents.project;
  return { ...app, folder, id, place: path.join(app.dataFolder, 'projects', id) };
};

describe('what is kept of a project', () => {
  it('goes when it is forgotten, also while somebody else opens it', async () => {
    const { call, until, id, place } = await openShop();
    await call('openProject', { id: 'demo' });
    const opening = call('openProject', { id });
    expect(await call('forgetProject', { id })).toEqual({ ok: true, value: null });
    await opening;
    await until((state) => isOpen('demo')(state) && state.documents.projects.length === 0);
    expect(existsSync(place)).toBe(false);
  });

  it('is not brought back by who opens it again while it is forgotten', async () => {
    const { call, until, id, place } = await openShop();
    const forgetting = call('forgetProject', { id });
    const opening = call('openProject', { id });
    expect(await forgetting).toEqual({ ok: true, value: null });
    expect(await opening).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    await until(isOpen('demo'));
    expect(existsSync(place)).toBe(false);
  });

  it('goes without what a link in it leads to', async () => {
    const { call, id, place } = await openShop();
    const mine = folderWith({ 'thesis.txt': 'mine' });
    symlinkSync(mine, path.join(place, 'mine'), 'junction');
    expect(await call('forgetProject', { id })).toEqual({ ok: true, value: null });
    expect(existsSync(place)).toBe(false);
    expect(readFileSync(path.join(mine, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('goes when there is no room for it on the list any more', async () => {
    const dataFolder = temporaryFolder();
    const recent = Array.from({ length: 20 }, (_, at) => folderIdentity(`/shops/${String(at)}`));
    writeFileSync(path.join(dataFolder, 'projects.json'), JSON.stringify({ recent, last: 'demo' }));
    const placeOf = (at: number) => path.join(dataFolder, 'projects', recent[at]?.id ?? '');
    for (const at of [18, 19]) mkdirSync(placeOf(at), { recursive: true });
    const { call, until } = await openTestApp(dataFolder);
    await call('openProjectFolder', { path: folderWith(goodFiles) });
    await until(isOpen('folder'));
    expect([existsSync(placeOf(18)), existsSync(placeOf(19))]).toEqual([true, false]);
  });
});

describe('a folder to save the open project to', () => {
  it('is not in its own, nor in what belongs to the app, by whatever way', async () => {
    const { call, folder, dataFolder } = await openShop();
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(folder, link, 'junction');
    const before = readdirSync(dataFolder);
    const own = {
      ok: false,
      problem: { message: expect.stringContaining('project’s own folder') },
    };
    const ours = { ok: false, problem: { message: expect.stringContaining('this app keeps') } };
    expect([
      await call('saveProject', { path: path.join(folder, 'assets', 'copy') }),
      await call('saveProject', { path: path.join(link, 'new', 'copy') }),
      await call('saveProject', { path: path.join(dataFolder, 'copy') }),
      await call('saveProject', { path: path.join(dataFolder, 'projects', 'copy') }),
    ]).toMatchObject([own, own, ours, ours]);
    expect(readdirSync(path.join(folder, 'assets'))).toEqual(['a b.png']);
    expect(readdirSync(dataFolder)).toEqual(before);
  });
});
