import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DataHost, defaultDataFolder } from '../../../main/app/folder/default-data-folder.ts';
import { hasDisplay } from '../../../main/hosts/browser/system-opener.ts';
import { findElectron } from '../../../main/tools/start/electron-runtime.ts';
import { refusalIn } from '../../../main/tools/start/refusal.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

describe('the data folder', () => {
  it.each<[DataHost, string]>([
    [{ platform: 'linux', env: {}, home: '/home/ana' }, '/home/ana/.local/share/paywall-preview'],
    [
      { platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home: '/home/ana' },
      '/data/paywall-preview',
    ],
    [
      { platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home: '/home/ana' },
      '/home/ana/.local/share/paywall-preview',
    ],
    [
      { platform: 'darwin', env: {}, home: '/Users/ana' },
      '/Users/ana/Library/Application Support/Paywall Preview',
    ],
    [
      { platform: 'win32', env: { APPDATA: 'D:\\Roaming' }, home: 'C:\\Users\\ana' },
      'D:\\Roaming\\Paywall Preview',
    ],
    [
      { platform: 'win32', env: {}, home: 'C:\\Users\\ana' },
      'C:\\Users\\ana\\AppData\\Roaming\\Paywall Preview',
    ],
  ])('is where the platform has such folders: %j', (host, folder) => {
    expect(defaultDataFolder(host)).toBe(folder);
  });
});

describe('a screen', () => {
  it.each<[NodeJS.ProcessEnv, NodeJS.Platform, boolean]>([
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{ DISPLAY: '' }, 'linux', false],
    [{}, 'linux', false],
    [{}, 'darwin', true],
    [{ SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'darwin', false],
    [{}, 'win32', true],
  ])('is told by the environment: %j on %s', (env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected);
  });
});

describe('the runtime of Electron', () => {
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  };

  const makeRoot = (version: string | null): string => {
    const root = temporaryFolder();
    const folder = path.join(root, 'node_modules/electron');
    put(path.join(folder, 'package.json'), '{ "version": "45.4.1" }');
    if (version !== null) {
      put(path.join(folder, 'dist/electron'), '');
      put(path.join(folder, 'dist/version'), version);
    }
    return root;
  };

  it('is that of the package, in the version that was asked for', () => {
    const [good, older, none] = [makeRoot('v45.4.1\n'), makeRoot('44.0.0'), makeRoot(null)];
    const dist = path.join(good, 'node_modules/electron/dist');
    expect([
      findElectron(good, {}, 'linux'),
      findElectron(good, { ELECTRON_OVERRIDE_DIST_PATH: dist }, 'linux'),
      findElectron(good, {}, 'win32'),
      findElectron(older, {}, 'linux'),
      findElectron(none, {}, 'linux'),
    ]).toEqual([path.join(dist, 'electron'), path.join(dist, 'electron'), null, null, null]);
  });

  it('is that of another folder, where somebody names one', () => {
    const own = temporaryFolder();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: own };
    const before = findElectron(makeRoot('45.4.1'), env, 'linux');
    put(path.join(own, 'electron'), '');
    const after = findElectron(makeRoot(null), env, 'linux');
    expect([before, after]).toEqual([null, path.join(own, 'electron')]);
  });
});

describe('a refusal to be fetched', () => {
  const day = Date.UTC(2026, 5, 15, 23);

  it('is remembered until the day is over', () => {
    const root = temporaryFolder();
    const before = refusalIn(root, () => day).wasToday();
    refusalIn(root, () => day).remember();
    expect([
      before,
      refusalIn(root, () => day + 1_000).wasToday(),
      refusalIn(root, () => day + 3_600_000).wasToday(),
    ]).toEqual([false, true, false]);
  });

  it('that cannot be remembered is no fault', () => {
    const root = path.join(temporaryFolder(), 'file');
    writeFileSync(root, '');
    const refusal = refusalIn(root, () => day);
    refusal.remember();
    expect(refusal.wasToday()).toBe(false);
  });
});
