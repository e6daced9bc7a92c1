import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyStore } from '../../../main/app/keys/key-store.ts';
import { createSessionKeys } from '../../../main/app/keys/session-keys.ts';
import type { ConnectLive } from '../../../shared/contract/live.ts';
import type { AppState } from '../../../shared/contract/stream.ts';
import { hasOfferings, isLive, serveLiveHost, typedFor } from '../../helpers/live-app.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { type TestApp, openTestApp } from '../../helpers/test-app.ts';

const apiKey = 'appl_canary7QzLive';
const note = 'Kept for this test only.';

const isShown = (state: AppState): boolean => isLive(state) && hasOfferings(state);

const troubleIn = ({ documents: { project } }: AppState) => project.trouble;

const refused = (message: unknown) => ({ ok: false, problem: { code: 'refused', message } });

const openLive = async (wanted: Partial<ConnectLive> = {}) => {
  const host = await serveLiveHost();
  const app = await openTestApp();
  const typed = { ...typedFor(host), apiKey, ...wanted };
  const connected = await app.call('connectLive', typed);
  return { ...app, host, typed, connected };
};

const liveId = async ({ until }: Pick<TestApp, 'until'>): Promise<string> =>
  (await until(isLive)).documents.project.id;

describe('a project that RevenueCat serves', () => {
  it('is opened, asked as it was set up, and on the list', async () => {
    const { connected, until, host } = await openLive({ platform: 'ios', locale: 'de_AT' });
    expect(connected).toEqual({ ok: true, value: { note: null } });
    const { rows, documents } = await until(isShown);
    expect([...rows.offerings.keys()]).toEqual(['default', 'sale']);
    expect(documents.project).toMatchObject({
      kind: 'live',
      name: 'Shop',
      host: host.origins.api,
      backendOrigin: null,
      trouble: null,
    });
    expect(documents.projects[0]).toMatchObject({ kind: 'live', where: host.origins.api });
    expect(host.seen.api[0]?.headers).toMatchObject({
      authorization: `Bearer ${apiKey}`,
      'x-platform': 'iOS',
      'x-preferred-locales': 'de_AT',
    });
  });

  it('asks as somebody anonymous, unless it is told who', async () => {
    const anonymous = await openLive();
    const { documents } = await anonymous.until(isShown);
    expect(documents.identity).toMatchObject({ isAnonymous: true });
    expect(documents.identity.known).toEqual([documents.identity.user]);
    const somebody = await openLive({ user: 'carla' });
    expect((await somebody.until(isShown)).documents.identity.user).toBe('carla');
    expect(somebody.host.seen.api[0]?.path).toBe('/v1/subscribers/carla/offerings');
  });

  it('shows how it is asked, and never its key', async () => {
    const live = await openLive({ user: 'carla' });
    const id = await liveId(live);
    const read = await live.call('readLive', { project: id });
    expect(read).toEqual({
      ok: true,
      value: {
        name: 'Shop',
        host: live.host.origins.api,
        platform: 'android',
        locale: 'en_US',
        user: 'carla',
        hasKey: true,
        keyProblem: null,
        note,
      },
    });
    expect(await live.call('readLive', { project: null })).toMatchObject({
      ok: true,
      value: { host: 'https://api.revenuecat.com', user: null, hasKey: false, note },
    });
  });

  it('is changed without typing the key again, with caches of its own for each platform', async () => {
    const live = await openLive();
    const id = await liveId(live);
    const caches = path.join(live.dataFolder, 'projects', id, 'caches');
    await live.until(isShown);
    const before = readdirSync(caches);
    const changed = { ...live.typed, project: id, apiKey: null, platform: 'ios' as const };
    expect(await live.call('connectLive', changed)).toMatchObject({ ok: true });
    const last = () => live.host.seen.api.at(-1)?.headers;
    await live.until((state) => isShown(state) && last()?.['x-platform'] === 'iOS');
    expect(last()?.authorization).toBe(`Bearer ${apiKey}`);
    expect(readdirSync(caches).length).toBe(before.length + 1);
  });

  it('leaves nothing of what another host or another key brought', async () => {
    const live = await openLive();
    const id = await liveId(live);
    const caches = path.join(live.dataFolder, 'projects', id, 'caches');
    await live.until(isShown);
    const [before] = readdirSync(caches);
    const changed = { ...live.typed, project: id, apiKey: 'appl_another' };
    expect(await live.call('connectLive', changed)).toMatchObject({ ok: true });
    const { length, 0: now } = readdirSync(caches);
    expect([length, now === before]).toEqual([1, false]);
    const host = `${live.typed.host}/proxy`;
    expect(await live.call('connectLive', { ...changed, host })).toMatchObject({ ok: true });
    expect(readdirSync(caches)).not.toContain(now);
  });

  it('is opened also where how it is asked is lost, and can be changed and forgotten', async () => {
    const live = await openLive({ platform: 'ios' });
    const id = await liveId(live);
    await live.call('openProject', { id: 'demo' });
    await live.until((state) => !isLive(state));
    writeFileSync(path.join(live.dataFolder, 'projects', id, 'live.json'), '{');
    expect(await live.call('openProject', { id })).toMatchObject({ ok: true });
    await live.until(isShown);
    expect(await live.call('readLive', { project: id })).toMatchObject({
      value: { host: live.typed.host, platform: 'android', hasKey: true },
    });
  });

  it('is opened again from the list', async () => {
    const live = await openLive();
    const id = await liveId(live);
    await live.call('openProject', { id: 'demo' });
    await live.until((state) => !isLive(state));
    expect(await live.call('openProject', { id })).toMatchObject({ ok: true });
    expect((await live.until(isShown)).documents.project.id).toBe(id);
  });

  it.each([
    ['a secret key', { apiKey: 'sk_canary0123456789' }, /secret key/],
    ['no key', { apiKey: null }, /no API key .* yet/],
    ['a key with spaces', { apiKey: 'appl_a b' }, /no API key/],
    ['a key that is in many words', { apiKey: 'appl' }, /no API key/],
    ['a port that cannot be', { host: 'https://api.revenuecat.com:99999' }, /address/],
    ['a number that cannot be', { host: 'https://999.1.1.1' }, /address/],
    ['plain HTTP', { host: 'http://api.revenuecat.com' }, /https/],
    ['a name in the address', { host: 'https://me:pw@api.revenuecat.com' }, /address/],
    ['no locale', { locale: 'English, please' }, /locale/],
  ])('is not opened with %s', async (_, wanted, words) => {
    const { connected, dataFolder } = await openLive(wanted);
    expect(connected).toEqual(refused(expect.stringMatching(words)));
    expect(readdirSync(path.join(dataFolder, 'projects'))).toEqual(['demo']);
  });

  it('says that RevenueCat does not take the key, in its own words, until it does', async () => {
    let isRefused = true;
    const host = await serveLiveHost((_, response) => {
      if (isRefused) response.writeHead(401).end('{"code":7225,"message":"Invalid API Key."}');
      return isRefused;
    });
    const { call, until } = await openTestApp();
    await call('connectLive', { ...typedFor(host), apiKey });
    const state = await until((now) => isLive(now) && troubleIn(now) !== null);
    expect(troubleIn(state)).toMatchObject({
      kind: 'key-refused',
      status: 401,
      code: 7225,
      said: 'Invalid API Key.',
    });
    isRefused = false;
    await call('getOfferings', null);
    await until((now) => isShown(now) && troubleIn(now) === null);
  });

  it('cannot be recorded, and says so', async () => {
    const live = await openLive();
    await live.until(isShown);
    expect(await live.call('startRecording', null)).toEqual(
      refused(expect.stringMatching(/RevenueCat/)),
    );
  });
});

it('waits for a recording to be put away, and leaves nothing behind', async () => {
  const host = await serveLiveHost();
  const { call, until, dataFolder } = await openTestApp();
  await until(hasOfferings);
  await call('startRecording', null);
  const outcome = await call('connectLive', { ...typedFor(host), apiKey });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'refused' } });
  expect(readdirSync(path.join(dataFolder, 'projects'))).toEqual(['demo']);
  expect(host.seen.api).toEqual([]);
});

describe('its key', () => {
  const openKept = async (keys: KeyStore) => {
    const host = await serveLiveHost();
    const dataFolder = temporaryFolder();
    const app = await openTestApp(dataFolder, null, keys);
    await app.call('connectLive', { ...typedFor(host), apiKey });
    const id = await liveId(app);
    await app.until(isShown);
    return { ...app, host, id, dataFolder };
  };

  it('is there again after a restart where the system keeps it', async () => {
    const keys = createSessionKeys(note);
    const { app, dataFolder } = await openKept(keys);
    await app.close();
    const again = await openTestApp(dataFolder, null, keys);
    const { documents } = await again.until(isShown);
    expect(documents.project).toMatchObject({ kind: 'live', trouble: null });
  });

  it.each(['missing', 'unreadable'] as const)(
    'has to be entered again where it is %s, and nobody is asked without it',
    async (status) => {
      const { app, dataFolder, host, id } = await openKept(createSessionKeys(note));
      await app.close();
      const before = host.seen.api.length;
      const read = { status, message: 'It cannot be read any more.' };
      const keys = createSessionKeys(note);
      let isEntered = false;
      const forgetful: KeyStore = {
        ...keys,
        write: (name, secret) => {
          isEntered = true;
          return keys.write(name, secret);
        },
        read: (name) => (isEntered ? keys.read(name) : Promise.resolve(read)),
      };
      const { call, until } = await openTestApp(dataFolder, null, forgetful);
      const state = await until((now) => isLive(now) && troubleIn(now) !== null);
      expect(troubleIn(state)?.kind).toBe('no-key');
      expect(host.seen.api.length).toBe(before);
      expect(await call('readLive', { project: id })).toMatchObject({
        value: { hasKey: false, keyProblem: status === 'missing' ? null : read.message },
      });
      await call('connectLive', { ...typedFor(host), project: id, apiKey });
      await until((now) => isShown(now) && troubleIn(now) === null);
    },
  );

  it('is told of where it is not kept as was expected', async () => {
    const keys = createSessionKeys('The disk is full.');
    const host = await serveLiveHost();
    const { call } = await openTestApp(undefined, null, { ...keys, note: null });
    expect(await call('connectLive', { ...typedFor(host), apiKey })).toEqual({
      ok: true,
      value: { note: 'The disk is full.' },
    });
  });

  it('is read of projects on the list only', async () => {
    const { call } = await openTestApp();
    expect(await call('readLive', { project: '../demo' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('is no reason to take the project off the list where it cannot be removed', async () => {
    const keys = createSessionKeys(note);
    let isStuck = true;
    const { call, id, until } = await openKept({
      ...keys,
      remove: (name) => (isStuck ? { status: 'failed', message: 'busy' } : keys.remove(name)),
    });
    expect(await call('forgetProject', { id })).toMatchObject({ problem: { code: 'system' } });
    expect(await call('openProject', { id })).toMatchObject({ ok: true });
    await until(isShown);
    isStuck = false;
    expect(await call('forgetProject', { id })).toMatchObject({ ok: true });
    expect(await keys.read(id)).toEqual({ status: 'missing' });
    await until(({ documents: { projects } }) => projects.length === 0);
  });

  it.each(['forgetProject', 'wipeData'] as const)('goes with %s', async (how) => {
    const keys = createSessionKeys(note);
    const { call, id, until, dataFolder } = await openKept(keys);
    expect(await keys.read(id)).toEqual({ status: 'found', secret: apiKey });
    if (how === 'wipeData') await call('wipeData', null);
    else await call('forgetProject', { id });
    expect(await keys.read(id)).toEqual({ status: 'missing' });
    expect(existsSync(path.join(dataFolder, 'projects', id))).toBe(false);
    await until(({ documents: { project } }) => project.kind === 'demo');
  });
});
