import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Argument } from '../../../shared/contract/calls.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { defaultStage } from '../../../shared/stage/set-up.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const copyOf = ({ rows }: AppState, id: string) => rows.workflows.get(id)?.copy ?? null;

/** An app whose welcome workflow is in memory, and the body that names it. */
const open = async (): Promise<TestApp & { readonly bodyHash: string }> => {
  const app = await openTestApp();
  const state = await app.until((now) => copyOf(now, 'wf_welcome') !== null);
  return { ...app, bodyHash: copyOf(state, 'wf_welcome')?.bodyHash ?? '' };
};

const offeringsHash = async ({ until }: TestApp): Promise<string> => {
  const { documents } = await until((now) => now.documents.caches.offerings.copy !== null);
  return documents.caches.offerings.copy?.bodyHash ?? '';
};

const filesOf = async ({ call }: TestApp, name: Argument<'findFiles'>) => {
  const found = await call('findFiles', name);
  return found.ok ? found.value.files : null;
};

describe('a workflow on the stage', () => {
  it('comes as an outline to walk through and as JSON for the preview', async () => {
    const { call, bodyHash } = await open();
    const read = await call('readWorkflow', { id: 'wf_welcome', bodyHash });
    if (!read.ok) throw new Error(read.problem.message);
    const { outline, json } = read.value;
    const { screens, uiConfig } = JSON.parse(json) as Record<string, object>;
    expect(outline.screens.map(({ id }) => id)).toEqual(Object.keys(screens ?? {}));
    expect(outline.steps.map(({ id }) => id)).toContain(outline.initialStepId);
    expect(uiConfig).toMatchObject({ app: expect.any(Object) });
  });

  it('is not found any more where memory holds another body, or nothing', async () => {
    const { call, bodyHash } = await open();
    const asked = [
      await call('readWorkflow', { id: 'wf_welcome', bodyHash: 'other' }),
      await call('readWorkflow', { id: 'none', bodyHash }),
      await call('findFiles', { kind: 'workflow', id: 'wf_welcome', bodyHash: 'other' }),
      await call('readOwnPaywall', { id: 'default', bodyHash }),
      await call('findFiles', { kind: 'own-paywall', id: 'default', bodyHash }),
    ];
    expect(asked.map((outcome) => outcome.ok || outcome.problem.code)).toEqual(
      asked.map(() => 'not-found'),
    );
  });

  it('has files that are found as they come, and can be opened by their names', async () => {
    const app = await open();
    const { call, until, bodyHash } = app;
    const first = (await until(() => true)).documents.caches.files;
    const name = { kind: 'workflow' as const, id: 'wf_welcome', bodyHash };
    const wanted = 8;
    let files: Readonly<Record<string, string>> = {};
    for (let seen = first; Object.keys(files).length < wanted;) {
      files = (await filesOf(app, name)) ?? {};
      if (Object.keys(files).length >= wanted) break;
      seen = (await until(({ documents }) => documents.caches.files !== seen)).documents.caches
        .files;
    }
    const [address = '', file = ''] = Object.entries(files)[0] ?? [];
    const opened = await app.app.openAsset(file);
    await opened?.close();
    expect([
      new URL(address).pathname.startsWith('/assets/'),
      file.slice(64),
      (opened?.sizeBytes ?? 0) > 0,
      await app.app.openAsset(`../${file}`),
      await app.app.openAsset('0'.repeat(64)),
    ]).toEqual([true, path.extname(address), true, null, null]);
    await call('wipeData', null);
    const after = await until(({ documents }) => documents.caches.files !== first);
    expect(after.documents.caches.files).not.toBe(first);
  });
});

describe("an offering's own paywall on the stage", () => {
  it('comes as a workflow of one screen, and its files are fetched because it is shown', async () => {
    const app = await open();
    const bodyHash = await offeringsHash(app);
    const read = await app.call('readOwnPaywall', { id: 'gift', bodyHash });
    if (!read.ok) throw new Error(read.problem.message);
    expect(read.value.outline).toMatchObject({
      initialStepId: 'own',
      steps: [{ id: 'own', screenId: 'own' }],
      screens: [{ id: 'own' }],
    });
    const name = { kind: 'own-paywall' as const, id: 'gift', bodyHash };
    const files = async () => Object.keys((await filesOf(app, name)) ?? {}).length;
    let seen = -1;
    while ((await files()) === 0)
      seen = (await app.until(({ documents }) => documents.caches.files !== seen)).documents.caches
        .files;
    expect(await files()).toBeGreaterThan(0);
  });

  it('is not found where the offering has none', async () => {
    const app = await open();
    const bodyHash = await offeringsHash(app);
    expect(await app.call('readOwnPaywall', { id: 'plans', bodyHash })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('how paywalls are looked at', () => {
  it('is changed a little at a time, and windows hear of it', async () => {
    const { call, until } = await openTestApp();
    expect((await until(() => true)).documents.stage).toEqual(defaultStage);
    await call('changeStage', { device: 'ipad', isSideways: true });
    await call('changeStage', { locale: 'de_DE' });
    const { documents } = await until((now) => now.documents.stage.locale === 'de_DE');
    expect(documents.stage).toEqual({
      ...defaultStage,
      device: 'ipad',
      isSideways: true,
      locale: 'de_DE',
    });
  });

  it('is there again after a restart, though it was changed just before the end', async () => {
    const dataFolder = temporaryFolder();
    const { app, call } = await openTestApp(dataFolder);
    await call('changeStage', { colorMode: 'dark' });
    await app.close();
    const file = path.join(dataFolder, 'projects', 'demo', 'stage.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ colorMode: 'dark' });
    const again = await openTestApp(dataFolder);
    const { documents } = await again.until(() => true);
    expect(documents.stage).toEqual({ ...defaultStage, colorMode: 'dark' });
  });

  it('is what it was first after a broken file, and after everything was wiped', async () => {
    const dataFolder = temporaryFolder();
    const { app, call } = await openTestApp(dataFolder);
    await call('changeStage', { zoom: 2 });
    await call('wipeData', null);
    await app.close();
    const again = await openTestApp(dataFolder);
    expect((await again.until(() => true)).documents.stage).toEqual(defaultStage);
    await again.app.close();
    writeFileSync(path.join(dataFolder, 'projects', 'demo', 'stage.json'), '{"device":');
    const third = await openTestApp(dataFolder);
    expect((await third.until(() => true)).documents.stage).toEqual(defaultStage);
  });

  it('refuses what makes no sense', async () => {
    const { call } = await openTestApp();
    expect(await call('changeStage', { textScale: 99 })).toMatchObject({
      ok: false,
      problem: { code: 'bad-argument' },
    });
  });
});

describe('pictures', () => {
  const looks: Argument<'takePictures'>['looks'] = [
    { device: 'iphone', isSideways: false, colorMode: 'light', locale: null, pseudo: null },
  ];

  it('are refused where there is no camera, which windows know before', async () => {
    const { call, until, bodyHash } = await open();
    const wanted = { id: 'wf_welcome', bodyHash, offeringId: null, screenIds: [], looks };
    expect(await call('takePictures', { kind: 'workflow', ...wanted })).toEqual({
      ok: false,
      problem: { code: 'refused', message: 'There is no camera here.' },
    });
    expect((await until(() => true)).documents.pictures).toEqual({
      status: 'none',
      taken: 0,
      wanted: 0,
      folder: '/pictures',
      message: null,
      hindrance: 'There is no camera here.',
    });
  });

  it('are not taken of what is not in memory any more', async () => {
    const { call, bodyHash } = await open();
    const asked = await Promise.all([
      call('takePictures', {
        ...{ kind: 'workflow', id: 'wf_welcome', bodyHash: 'other' },
        ...{ offeringId: null, screenIds: [], looks },
      }),
      call('takePictures', {
        ...{ kind: 'default-paywall', id: 'none', bodyHash: null },
        ...{ offeringId: 'none', screenIds: [], looks },
      }),
      call('takePictures', {
        ...{ kind: 'own-paywall', id: 'default', bodyHash },
        ...{ offeringId: 'default', screenIds: [], looks },
      }),
    ]);
    expect(asked.map((outcome) => outcome.ok || outcome.problem.code)).toEqual([
      'not-found',
      'not-found',
      'not-found',
    ]);
  });

  it('can be cancelled where none are taken, and shown where there is a file manager', async () => {
    const { call } = await openTestApp();
    expect(await call('cancelPictures', null)).toEqual({ ok: true, value: null });
    expect(await call('showPictures', null)).toEqual({
      ok: false,
      problem: { code: 'system', message: 'There is no file manager here.' },
    });
  });
});
