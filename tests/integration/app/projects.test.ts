import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract/stream.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';
import { body, folderWith, goodFiles, screen } from '../../unit/project/project-files.ts';

const offering = { identifier: 'default', description: '', packages: [] };

const shopFiles = {
  ...goodFiles,
  'workflows.json': {
    workflows: [{ id: 'wf_a', display_name: 'A', offering_id: 'default', prefetch: true }],
  },
};

const nameIn = ({ documents: { project } }: AppState): string => project.name;
const isOpen =
  (folder: string) =>
  ({ documents: { project } }: AppState): boolean =>
    project.folder === folder;
const isDemo = ({ documents: { project } }: AppState): boolean => project.kind === 'demo';

const isFilled = ({ rows, documents: { caches } }: AppState): boolean =>
  caches.offerings.copy !== null &&
  caches.list.copy !== null &&
  !caches.list.isAsking &&
  !caches.offerings.isAsking &&
  [...rows.workflows.values()].every(
    ({ copy, isPrefetched, isAsking }) => (copy !== null || !isPrefetched) && !isAsking,
  );

const hashOf = (id: string, { rows }: AppState): string | undefined =>
  rows.workflows.get(id)?.copy?.bodyHash;

const filesBelow = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file), readFileSync(file, 'utf8')];
      }),
  );

const openShop = async (): Promise<TestApp & { folder: string; first: AppState }> => {
  const folder = folderWith(shopFiles);
  const app = await openTestApp(undefined, folder);
  const first = await app.until(isFilled);
  return { ...app, folder, first };
};

describe('another project', () => {
  it('is opened in the place of the one that was, with users, rules and caches of its own', async () => {
    const { call, until, dataFolder } = await openTestApp();
    await call('logIn', { user: 'dora' });
    await call('setRules', { rules: 'ios' });
    const folder = folderWith(shopFiles);
    expect(await call('openProjectFolder', { path: folder })).toEqual({ ok: true, value: null });
    const open = await until((state) => isOpen(folder)(state) && isFilled(state));
    expect(open.documents).toMatchObject({
      identity: { user: 'ana' },
      world: { rules: 'recommended' },
      project: { kind: 'folder', name: path.basename(folder), problem: null },
      projects: [{ kind: 'folder', where: folder, isMissing: false }],
    });
    expect([...open.rows.offerings.keys()]).toEqual(['default', 'old']);
    expect([...open.rows.workflows.keys()]).toEqual(['wf_a']);
    expect(readdirSync(path.join(dataFolder, 'projects')).toSorted()).toEqual([
      'demo',
      open.documents.project.id,
    ]);
    await call('openProject', { id: 'demo' });
    const back = await until(isDemo);
    expect(back.documents).toMatchObject({ identity: { user: 'dora' }, world: { rules: 'ios' } });
  });

  it('is open again after a restart, also where it is broken or away by then, and comes back', async () => {
    const { app, call, until, dataFolder } = await openTestApp();
    const folder = folderWith(shopFiles);
    await call('openProjectFolder', { path: folder });
    await until((state) => isOpen(folder)(state) && isFilled(state));
    await app.close();
    writeFileSync(path.join(folder, 'workflows.json'), '{');
    const second = await openTestApp(dataFolder);
    const broken = await second.until(
      (state) => isOpen(folder)(state) && state.rows.workflows.get('wf_a')?.copy?.source === 'disk',
    );
    expect(broken.documents.project.problem).toMatchObject({ file: 'workflows.json', line: 1 });
    writeFileSync(path.join(folder, 'workflows.json'), JSON.stringify(shopFiles['workflows.json']));
    const mended = await second.until(
      (state) =>
        state.documents.project.problem === null &&
        state.rows.workflows.get('wf_a')?.copy?.source === 'network',
    );
    expect(nameIn(mended)).toBe(path.basename(folder));
  });

  it('is not opened where it is none, in words, and the one that was stays', async () => {
    const { call, until } = await openTestApp();
    const none = temporaryFolder();
    expect([
      await call('openProjectFolder', { path: none }),
      await call('openProjectFolder', { path: 'shop' }),
      await call('openProject', { id: 'folder-0123456789abcdef' }),
      await call('forgetProject', { id: 'demo' }),
    ]).toMatchObject([
      { ok: false, problem: { message: expect.stringContaining('is not a project folder') } },
      { ok: false, problem: { message: expect.stringContaining('is not a whole path') } },
      { ok: false, problem: { message: expect.stringContaining('not on the list') } },
      { ok: false, problem: { message: 'The demo cannot be forgotten.' } },
    ]);
    const state = await until(() => true);
    expect(state.documents.project.kind).toBe('demo');
  });

  it('leaves the pictures of the one before within reach, as windows still show them, until all is wiped', async () => {
    const { app, call, until } = await openTestApp();
    const first = await until((state) => hashOf('wf_welcome', state) !== undefined);
    const name = {
      kind: 'workflow',
      id: 'wf_welcome',
      bodyHash: hashOf('wf_welcome', first) ?? '',
    } as const;
    const files = async (): Promise<readonly string[]> => {
      const found = await call('findFiles', name);
      return found.ok ? Object.values(found.value.files) : [];
    };
    await expect.poll(async () => (await files()).length).toBeGreaterThan(0);
    const [picture = ''] = await files();
    const isReached = async (): Promise<boolean> => {
      const opened = await app.openAsset(picture);
      await opened?.close();
      return opened !== null;
    };
    await call('openProjectFolder', { path: folderWith(shopFiles) });
    expect(await isReached()).toBe(true);
    await call('wipeData', null);
    expect(await isReached()).toBe(false);
  });

  it('waits for a recording that is on the desk', async () => {
    const { call } = await openTestApp();
    await call('startRecording', null);
    expect([
      await call('openProjectFolder', { path: folderWith(shopFiles) }),
      await call('openJson', { name: 'a.json', text: JSON.stringify(body) }),
    ]).toMatchObject([
      { ok: false, problem: { message: expect.stringContaining('A recording is on the desk') } },
      { ok: false, problem: { message: expect.stringContaining('A recording is on the desk') } },
    ]);
  });

  it('ends what is in flight of the one that was: who still waits is told', async () => {
    const { call, until } = await openTestApp();
    await until(isFilled);
    await call('hold', { target: { what: 'list' } });
    const waiting = call('getList', { force: true });
    await until(({ documents: { world } }) => world.waiting.length === 1);
    await call('openProjectFolder', { path: folderWith(shopFiles) });
    expect(await waiting).toMatchObject({ ok: false });
    const state = await until(({ documents: { project } }) => project.kind === 'folder');
    expect(state.documents.world).toMatchObject({ faults: [], waiting: [] });
  });

  it('is forgotten with all that was kept of it, and its own folder is left alone', async () => {
    const { call, until, dataFolder } = await openTestApp();
    const folder = folderWith(shopFiles);
    const before = filesBelow(folder);
    await call('openProjectFolder', { path: folder });
    const { documents } = await until((state) => isOpen(folder)(state) && isFilled(state));
    const { id } = documents.project;
    expect(existsSync(path.join(dataFolder, 'projects', id))).toBe(true);
    expect(await call('forgetProject', { id })).toEqual({ ok: true, value: null });
    await until((now) => isDemo(now) && now.documents.projects.length === 0);
    expect(existsSync(path.join(dataFolder, 'projects', id))).toBe(false);
    expect(readFileSync(path.join(dataFolder, 'projects.json'), 'utf8')).not.toContain(folder);
    expect(filesBelow(folder)).toEqual(before);
  });

  it('leaves the list when everything is wiped, and the demo is open', async () => {
    const { call, until, dataFolder } = await openTestApp();
    await call('openProjectFolder', { path: folderWith(shopFiles) });
    await call('wipeData', null);
    await until((now) => isDemo(now) && now.documents.projects.length === 0);
    expect(existsSync(path.join(dataFolder, 'projects.json'))).toBe(false);
  });
});

describe('a project folder that is open', () => {
  const changed = { ...body, display_name: 'Another' };

  it('shows what is saved, and says in the timeline what happened', async () => {
    const { folder, first, until, call } = await openShop();
    writeFileSync(path.join(folder, 'workflows/wf_a.json'), JSON.stringify(changed));
    const state = await until(
      (now) => hashOf('wf_a', now) !== hashOf('wf_a', first) && isFilled(now),
    );
    expect(state.documents.project.problem).toBe(null);
    const events = await call('readEvents', { before: 400, most: 400 });
    expect(
      events.ok && events.value.filter(({ type }) => type === 'project-changed'),
    ).toMatchObject([{ subject: 'app', note: 'workflows/wf_a.json' }]);
  });

  it.each<[string, (file: string, text: string) => void]>([
    [
      'puts a new file in its place',
      (file, text) => {
        writeFileSync(`${file}.tmp`, text);
        renameSync(`${file}.tmp`, file);
      },
    ],
    [
      'removes it and writes it anew',
      (file, text) => {
        rmSync(file);
        writeFileSync(file, text);
      },
    ],
    [
      'empties it and then writes it',
      (file, text) => {
        writeFileSync(file, '');
        writeFileSync(file, text);
      },
    ],
  ])('shows what an editor saves that %s', async (_, save) => {
    const { folder, first, until } = await openShop();
    save(path.join(folder, 'workflows/wf_a.json'), JSON.stringify(changed));
    const state = await until((now) => hashOf('wf_a', now) !== hashOf('wf_a', first));
    expect(state.documents.project.problem).toBe(null);
  });

  it('goes on with what was there where a file is broken, says where, and is well again', async () => {
    const { folder, first, until } = await openShop();
    const file = path.join(folder, 'workflows/wf_a.json');
    writeFileSync(file, '{\n  "id": 1,,\n}');
    const broken = await until(({ documents }) => documents.project.problem !== null);
    expect(broken.documents.project.problem).toEqual({
      file: 'workflows/wf_a.json',
      line: 2,
      place: null,
      message: 'workflows/wf_a.json is not JSON: line 2 has a key that is not in double quotes.',
    });
    expect(hashOf('wf_a', broken)).toBe(hashOf('wf_a', first));
    writeFileSync(file, JSON.stringify(changed));
    const mended = await until((now) => hashOf('wf_a', now) !== hashOf('wf_a', first));
    expect(mended.documents.project.problem).toBe(null);
  });

  it('is served as it was while it is away, and follows what comes back in its place', async () => {
    const { folder, until, first } = await openShop();
    renameSync(folder, `${folder}-away`);
    const away = await until(({ documents }) => documents.project.problem !== null);
    expect(away.documents.project.problem?.message).toBe(`There is no folder ${folder}.`);
    writeFileSync(path.join(`${folder}-away`, 'workflows/wf_a.json'), JSON.stringify(changed));
    renameSync(`${folder}-away`, folder);
    const back = await until((now) => hashOf('wf_a', now) !== hashOf('wf_a', first));
    expect(back.documents.project.problem).toBe(null);
    writeFileSync(
      path.join(folder, 'offerings.json'),
      JSON.stringify({
        current_offering_id: 'default',
        offerings: [offering, { ...offering, identifier: 'new' }],
      }),
    );
    await until(({ rows }) => rows.offerings.has('new'));
  });

  it('gives a picture that was saved another address, so that no copy is taken for it', async () => {
    const { folder, first, until } = await openShop();
    writeFileSync(path.join(folder, 'assets/a b.png'), 'another picture');
    await until((now) => hashOf('wf_a', now) !== hashOf('wf_a', first));
  });
});

describe('a JSON file by itself', () => {
  it('is shown as a project that is not kept', async () => {
    const { app, call, until, dataFolder } = await openTestApp();
    const text = JSON.stringify(body);
    expect(await call('openJson', { name: 'a.json', text })).toEqual({ ok: true, value: null });
    const state = await until(
      (now) =>
        now.documents.project.kind === 'file' && isFilled(now) && now.rows.workflows.size > 0,
    );
    expect(state.documents).toMatchObject({ project: { name: 'a.json' }, projects: [] });
    expect([...state.rows.workflows.values()]).toMatchObject([
      { id: 'wf_a', offeringIds: ['default'] },
    ]);
    const { id } = state.documents.project;
    await call('openProject', { id: 'demo' });
    expect(existsSync(path.join(dataFolder, 'projects', id))).toBe(false);
    await app.close();
    // As an app leaves it that is killed.
    mkdirSync(path.join(dataFolder, 'projects', id));
    await openTestApp(dataFolder);
    expect(readdirSync(path.join(dataFolder, 'projects'))).toEqual(['demo']);
  });
});

describe('the open project', () => {
  it.each(['demo', 'folder', 'file'])(
    'is saved as a folder that shows the same: %s',
    async (kind) => {
      const { call, until } = await openTestApp();
      if (kind === 'folder') await call('openProjectFolder', { path: folderWith(shopFiles) });
      if (kind === 'file') await call('openJson', { name: 'a.json', text: JSON.stringify(screen) });
      const before = await until((now) => now.documents.project.kind === kind && isFilled(now));
      const saved = path.join(temporaryFolder(), 'new', 'saved');
      expect(await call('saveProject', { path: saved })).toEqual({
        ok: true,
        value: { folder: saved, missing: 0 },
      });
      await call('openProjectFolder', { path: saved });
      const after = await until((now) => isOpen(saved)(now) && isFilled(now));
      const shown = ({ rows }: AppState) => ({
        offerings: [...rows.offerings.values()],
        workflows: [...rows.workflows.values()].map(({ copy: _, isPersisted: __, ...row }) => row),
      });
      expect(shown(after)).toEqual(shown(before));
      expect(await call('saveProject', { path: saved })).toMatchObject({
        ok: false,
        problem: { message: expect.stringContaining('is not empty') },
      });
      expect(readdirSync(path.dirname(saved))).toEqual(['saved']);
    },
  );
});
