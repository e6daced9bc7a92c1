import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openApp } from '../../../main/app/open-app.ts';
import type { CallName } from '../../../shared/contract/calls.ts';
import { defaultSettings } from '../../../shared/contract/documents.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { openTestApp } from '../../helpers/test-app.ts';

const isInMemory =
  (id: string) =>
  ({ rows }: AppState): boolean =>
    rows.workflows.get(id)?.copy != null;

/** Every workflow that the demo project prefetches is in memory and on disk. */
const isPrefetched = ({ rows }: AppState): boolean => {
  const wanted = [...rows.workflows.values()].filter((row) => row.isPrefetched);
  return wanted.length > 0 && wanted.every((row) => row.copy !== null && row.isPersisted);
};

const isEmpty = ({ rows }: AppState): boolean => rows.workflows.size === 0;

const everythingFails = {
  target: { what: 'all' as const },
  kind: 503,
};

describe('the app', () => {
  it('asks for the offerings when it starts, and shows them with their workflows', async () => {
    const { until } = await openTestApp();
    const { rows, documents } = await until(isPrefetched);
    expect(rows.offerings.get('default')).toMatchObject({
      isCurrent: true,
      isLegacy: false,
      hasOwnPaywall: true,
      workflowId: 'wf_welcome',
    });
    expect(rows.offerings.get('classic')).toMatchObject({ isLegacy: true, workflowId: null });
    expect(rows.workflows.get('wf_welcome')).toMatchObject({
      displayName: 'Welcome',
      offeringIds: ['default'],
      isPrefetched: true,
      isPersisted: true,
      copy: { source: 'network' },
    });
    expect(rows.workflows.get('wf_watch')).toMatchObject({ isPrefetched: false, copy: null });
    expect(documents.identity).toMatchObject({ user: 'ana', isAnonymous: false });
  });

  it('answers how good what was asked for is, and hands a workflow over once', async () => {
    const { until, call } = await openTestApp();
    await until(isPrefetched);
    const answered = await call('getWorkflow', { id: 'sale' });
    expect(answered).toMatchObject({
      ok: true,
      value: { status: 'ok', source: 'memory', freshness: 'fresh', workflowId: 'wf_storm_sale' },
    });
    if (!answered.ok || answered.value.status !== 'ok') return;
    const { bodyHash } = answered.value;
    const read = await call('readWorkflow', { id: 'wf_storm_sale', bodyHash });
    expect(read.ok && JSON.parse(read.value.json)).toEqual({
      screens: expect.any(Object),
      uiConfig: expect.any(Object),
    });
    expect(await call('readWorkflow', { id: 'wf_storm_sale', bodyHash: 'another' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('is restored from disk where it is started cold while everything fails', async () => {
    const { until, call } = await openTestApp();
    await until(isPrefetched);
    await call('fail', everythingFails);
    await call('coldStart', null);
    const { rows, documents } = await until(
      (state) => state.rows.workflows.get('wf_welcome')?.copy?.source === 'disk',
    );
    expect(rows.offerings.size).toBe(11);
    expect(documents.caches.offerings.failure).toMatchObject({ code: 'backend-error' });
    expect(documents.world.faults).toMatchObject([
      { how: 'fail', what: 'all', id: null, with: 503, times: null },
    ]);
    await call('healEverything', null);
    expect(
      (await until(({ documents: { world } }) => world.faults.length === 0)).documents.world,
    ).toMatchObject({ isOnline: true, isDiskFull: false });
  });

  it('tells whoever still waits that it was started again', async () => {
    const { until, call } = await openTestApp();
    await until(isPrefetched);
    await call('fail', { target: { what: 'detail' }, kind: 'timeout' });
    const asked = call('getWorkflow', { id: 'wf_plans' });
    await until(({ rows }) => rows.workflows.get('wf_plans')?.isAsking === true);
    await call('coldStart', null);
    expect(await asked).toMatchObject({ ok: false, problem: { code: 'gone' } });
  });

  it('shows nothing of a former user, and asks anew for the next one', async () => {
    const { until, call } = await openTestApp();
    await until(isPrefetched);
    await call('setOnline', { isOnline: false });
    await call('switchUser', { user: 'ben' });
    const offline = await until(isEmpty);
    expect(offline.rows.offerings.size).toBe(0);
    expect(offline.documents.identity).toMatchObject({ user: 'ben', known: ['ben', 'ana'] });
    await call('setOnline', { isOnline: true });
    await call('getOfferings', null);
    await until(isPrefetched);
  });

  it('has the user, the rules and the caches again after a restart, but no faults', async () => {
    const first = await openTestApp();
    await first.until(isPrefetched);
    await first.call('setRules', { rules: 'ios' });
    await first.call('logIn', { user: 'cleo' });
    await first.until((state) => state.documents.identity.user === 'cleo' && isPrefetched(state));
    await first.call('fail', everythingFails);
    await first.app.close();
    const second = await openTestApp(first.dataFolder);
    const { documents } = await second.until(isInMemory('wf_welcome'));
    expect(documents.identity).toMatchObject({ user: 'cleo', known: ['cleo', 'ana', 'ben'] });
    expect(documents.world).toMatchObject({ rules: 'ios', faults: [] });
  });

  it('keeps settings, opens what they need anew, and goes back to the defaults', async () => {
    const first = await openTestApp();
    expect(
      await first.call('changeSettings', { appearance: 'dark', timelineEvents: 2_000 }),
    ).toEqual({ ok: true, value: null });
    await first.until(({ documents }) => documents.settings.timelineEvents === 2_000);
    await first.app.close();
    const second = await openTestApp(first.dataFolder);
    const { documents } = await second.until(isPrefetched);
    expect(documents.settings).toEqual({
      ...defaultSettings,
      appearance: 'dark',
      timelineEvents: 2_000,
    });
    await second.call('resetSettings', null);
    await second.until(({ documents: { settings } }) => settings.appearance === 'system');
  });

  it('starts where its own files are damaged, and puts them aside', async () => {
    const dataFolder = temporaryFolder();
    mkdirSync(path.join(dataFolder, 'projects', 'demo'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'settings.json'), '{"appearance":"da');
    writeFileSync(path.join(dataFolder, 'projects', 'demo', 'set-up.json'), '[1]');
    const { until } = await openTestApp(dataFolder);
    const { documents } = await until(isPrefetched);
    expect(documents.settings).toEqual(defaultSettings);
    expect(documents.identity.user).toBe('ana');
    expect(readdirSync(path.join(dataFolder, 'quarantine'))).toHaveLength(1);
  });

  it('removes everything where it is wiped, and goes on as new', async () => {
    const { until, call, dataFolder } = await openTestApp();
    await until(isPrefetched);
    await call('changeSettings', { appearance: 'dark' });
    await call('logIn', { user: 'dora' });
    await until(({ documents }) => documents.identity.user === 'dora');
    expect(await call('wipeData', null)).toEqual({ ok: true, value: null });
    const { documents } = await until((state) => state.documents.identity.user === 'ana');
    expect(documents.settings).toEqual(defaultSettings);
    expect(existsSync(path.join(dataFolder, 'settings.json'))).toBe(false);
  });

  it('knows nobody of before where somebody logs in while it is wiped', async () => {
    const { until, call, dataFolder } = await openTestApp();
    await call('logIn', { user: 'dora' });
    await until(isPrefetched);
    // It takes longer to remove than what knows her.
    const quarantine = path.join(dataFolder, 'quarantine');
    mkdirSync(quarantine);
    for (let count = 0; count < 2_000; count += 1)
      writeFileSync(path.join(quarantine, String(count)), '');
    const wiped = call('wipeData', null);
    const logInMeanwhile = async (): Promise<void> => {
      await nextTurn();
      await call('logIn', { user: 'eve' });
      if ((await Promise.race([wiped, nextTurn(null)])) === null) await logInMeanwhile();
    };
    await logInMeanwhile();
    const setUp = path.join(dataFolder, 'projects', 'demo', 'set-up.json');
    expect(existsSync(setUp) && readFileSync(setUp, 'utf8').includes('dora')).toBe(false);
  });

  it.each([
    ['getWorkflow', { id: '' }],
    ['getWorkflow', { id: 'wf_a', more: true }],
    ['setOnline', null],
    ['fail', { target: { what: 'moon' }, kind: 503 }],
    ['fail', { target: { what: 'list' }, kind: 200 }],
    ['changeSettings', { timelineEvents: -1 }],
    ['logIn', { user: 'x'.repeat(5_000) }],
  ] as const)('refuses %s with %j', async (name: CallName, argument) => {
    const { app } = await openTestApp();
    expect(await app.call(name, argument)).toMatchObject({
      ok: false,
      problem: { code: 'bad-argument' },
    });
  });

  it('opens https links only', async () => {
    const { call, links } = await openTestApp();
    expect(await call('openLink', { url: 'https://example.com/a' })).toEqual({
      ok: true,
      value: null,
    });
    for (const url of [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:1',
      'https://a:b@c/',
    ])
      expect(await call('openLink', { url })).toMatchObject({
        ok: false,
        problem: { code: 'refused' },
      });
    expect(links).toEqual(['https://example.com/a']);
  });

  it('writes what a window reports into its log', async () => {
    const { call, dataFolder } = await openTestApp();
    await call('report', { message: 'The list could not be drawn.' });
    expect(readFileSync(path.join(dataFolder, 'logs', 'paywall-preview.log'), 'utf8')).toContain(
      'window: The list could not be drawn.',
    );
  });

  it('says what the host could not do', async () => {
    const { call } = await openTestApp();
    expect(await call('showDataFolder', null)).toEqual({
      ok: false,
      problem: { code: 'system', message: 'There is no file manager here.' },
    });
  });

  it('has its data folder for itself, on whatever host, until it is closed', async () => {
    const first = await openTestApp();
    const again = () =>
      openApp({
        dataFolder: first.dataFolder,
        projectFolder: null,
        services: { about: {}, licences: () => [] } as never,
        windowAddress: null,
      });
    expect(await again()).toMatchObject({
      ok: false,
      problem: { code: 'data-folder', message: expect.stringContaining('already runs') },
    });
    await first.app.close();
    const second = await again();
    expect(second.ok).toBe(true);
    if (second.ok) await second.app.close();
  });

  it('does not start on a broken project or where nothing can be kept, and says why', async () => {
    const file = path.join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const services = { about: {}, licences: () => [] } as never;
    expect(
      await openApp({
        dataFolder: temporaryFolder(),
        projectFolder: file,
        services,
        windowAddress: null,
      }),
    ).toMatchObject({ ok: false, problem: { code: 'project' } });
    expect(
      await openApp({ dataFolder: file, projectFolder: null, services, windowAddress: null }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'data-folder' },
    });
  });
});
