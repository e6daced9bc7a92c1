import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type SystemKeyStore, openKeyStore } from '../../../../main/hosts/electron/key-store.ts';
import { texts } from '../../../../main/hosts/electron/texts.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';
import { openTestLog } from './stand-ins.ts';

type Backend = ReturnType<SystemKeyStore['getSelectedStorageBackend']>;

/** Turns every text around, and says so when its key has changed. */
const openSystem = (backend: Backend = 'gnome_libsecret') => {
  const system = { isThere: true, refuses: false, shouldReEncrypt: false };
  const turned = (text: string): string => Array.from(text).toReversed().join('');
  const orRefuse = <T>(value: T): Promise<T> =>
    system.refuses ? Promise.reject(new Error('The key ring is locked.')) : Promise.resolve(value);
  const encryptStringAsync = vi.fn((text: string) => orRefuse(Buffer.from(turned(text))));
  const isAsyncEncryptionAvailable = vi.fn(() => Promise.resolve(system.isThere));
  const safeStorage: SystemKeyStore = {
    isAsyncEncryptionAvailable,
    encryptStringAsync,
    decryptStringAsync: (bytes) =>
      orRefuse({ result: turned(bytes.toString()), shouldReEncrypt: system.shouldReEncrypt }),
    getSelectedStorageBackend: () => backend,
  };
  return { system, safeStorage, encryptStringAsync, isAsyncEncryptionAvailable };
};

const open = (
  { safeStorage }: { safeStorage: SystemKeyStore } = openSystem(),
  platform: NodeJS.Platform = 'linux',
  folder = path.join(temporaryFolder(), 'secrets'),
) => {
  const { log, lines, hidden } = openTestLog();
  return { store: openKeyStore({ safeStorage, platform, folder, log }), folder, lines, hidden };
};

const secret = 'canary_0123456789';

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

describe('a key store that the system has', () => {
  it('keeps a secret encrypted, under a name that says nothing, for its owner only', async () => {
    const { store, folder, hidden } = open();
    expect(await store.write('project', secret)).toEqual({ status: 'kept' });
    const [name = ''] = namesIn(folder);
    const file = path.join(folder, name);
    expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(hidden).toEqual([secret]);
  });

  it('finds it again after a restart, and keeps it out of the log', async () => {
    const system = openSystem();
    const { store, folder } = open(system);
    await store.write('project', secret);
    const again = open(system, 'linux', folder);
    expect(await again.store.read('project')).toEqual({ status: 'found', secret });
    expect(await again.store.read('other')).toEqual({ status: 'missing' });
    expect(again.store.note).toBe(null);
    expect(again.hidden).toEqual([secret]);
  });

  it('removes one, or all', async () => {
    const { store, folder } = open();
    await store.write('a', secret);
    await store.write('b', secret);
    expect(store.remove('a')).toEqual({ status: 'removed' });
    expect(store.remove('never')).toEqual({ status: 'removed' });
    expect(await store.read('a')).toEqual({ status: 'missing' });
    expect(await store.read('b')).toEqual({ status: 'found', secret });
    expect(store.removeAll()).toEqual({ status: 'removed' });
    expect(await store.read('b')).toEqual({ status: 'missing' });
    expect(existsSync(folder)).toBe(false);
  });

  it('encrypts a secret anew when the system has another key', async () => {
    const system = openSystem();
    const { store } = open(system);
    await store.write('project', secret);
    system.system.shouldReEncrypt = true;
    expect(await store.read('project')).toEqual({ status: 'found', secret });
    expect(system.encryptStringAsync.mock.calls).toEqual([[secret], [secret]]);
  });

  it('is not asked for before there is a secret', async () => {
    const system = openSystem();
    const { store } = open(system);
    await store.read('project');
    store.remove('project');
    expect(system.isAsyncEncryptionAvailable).not.toHaveBeenCalled();
  });

  it('says that a secret cannot be read any more', async () => {
    const system = openSystem();
    const { store, lines } = open(system);
    await store.write('project', secret);
    system.system.refuses = true;
    expect(await store.read('project')).toEqual({
      status: 'unreadable',
      message: texts.keyUnreadable,
    });
    expect(lines).toEqual(['keys: A kept key cannot be read: Error: The key ring is locked.']);
  });

  it('has no secret where its file is damaged', async () => {
    const { store, folder } = open();
    await store.write('project', secret);
    for (const name of namesIn(folder)) writeFileSync(path.join(folder, name), '{');
    expect(await store.read('project')).toEqual({ status: 'missing' });
  });

  it('keeps a secret for the session where the disk refuses it', async () => {
    const parent = temporaryFolder();
    const file = path.join(parent, 'file');
    writeFileSync(file, '');
    const { store } = open(openSystem(), 'linux', path.join(file, 'secrets'));
    const written = await store.write('project', secret);
    expect(written).toMatchObject({ status: 'session-only' });
    expect(await store.read('project')).toEqual({ status: 'found', secret });
    expect(store.note).toBe(null);
  });
});

describe('a system without a secure key store', () => {
  it.each([
    ['linux', 'basic_text', texts.keptForSession.basicText],
    ['linux', 'unknown', texts.keptForSession.basicText],
    ['linux', 'kwallet6', null],
    ['linux', 'gnome_libsecret', null],
    ['darwin', 'unknown', null],
    ['win32', 'unknown', null],
  ] as const)('is one on %s with %s: %s', (platform, backend, note) => {
    expect(open(openSystem(backend), platform).store.note).toBe(note);
  });

  it('has secrets for the session, nothing of them on disk, and says so', async () => {
    const system = openSystem('basic_text');
    const { store, folder } = open(system);
    const note = texts.keptForSession.basicText;
    expect(await store.write('project', secret)).toEqual({ status: 'session-only', note });
    expect(await store.read('project')).toEqual({ status: 'found', secret });
    expect(namesIn(folder)).toEqual([]);
    expect(system.encryptStringAsync).not.toHaveBeenCalled();
    store.remove('project');
    expect(await store.read('project')).toEqual({ status: 'missing' });
  });

  it.each([{ isThere: false }, { refuses: true }])('turns out to be one: %j', async (how) => {
    const system = openSystem();
    const { store, folder } = open(system);
    await store.write('project', 'former_secret');
    Object.assign(system.system, how);
    const note = texts.keptForSession.unavailable;
    expect(await store.write('project', secret)).toEqual({ status: 'session-only', note });
    expect(store.note).toBe(note);
    expect(await store.read('project')).toEqual({ status: 'found', secret });
    expect(namesIn(folder).filter((name) => name.endsWith('.json'))).toEqual([]);
  });
});
