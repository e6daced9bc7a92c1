import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { chooseDataFolder } from '../../../../main/hosts/electron/folders.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const openApp = (hasUserDataDir = false) => {
  const paths = new Map([['userData', '/home/ana/.config/paywall-preview']]);
  const app = {
    setPath: (name: string, value: string) => {
      if (!existsSync(value)) throw new Error('It is not there.');
      paths.set(name, value);
    },
    commandLine: { hasSwitch: () => hasUserDataDir },
  } as unknown as App;
  return { app, userData: () => paths.get('userData') };
};

const asked = (dataFolder: string | null) => ({
  dataFolder,
  projectFolder: null,
  scenarioFile: null,
  hasDevTools: false,
});

describe('the data folder', () => {
  it.each([
    ['is the one that every host has by default', null, 'usual'],
    ['is the one that people choose', 'mine', 'mine'],
  ])("%s, with Chromium's files in it, closed to others", (_title, wanted, expected) => {
    const { app, userData } = openApp();
    const place = temporaryFolder();
    const folder = path.join(place, expected);
    const commandLine = asked(wanted && path.join(place, wanted));
    const chosen = chooseDataFolder(app, commandLine, path.join(place, 'usual'));
    expect(chosen).toEqual({ ok: true, folder });
    expect(userData()).toBe(path.join(folder, 'browser'));
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it("leaves Chromium's files where its own switch puts them", () => {
    const { app, userData } = openApp(true);
    expect(chooseDataFolder(app, asked('/data'))).toEqual({ ok: true, folder: '/data' });
    expect(userData()).toBe('/home/ana/.config/paywall-preview');
  });

  it('is refused in words where it cannot be made', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const folder = path.join(file, 'data');
    expect(chooseDataFolder(openApp().app, asked(folder))).toEqual({
      ok: false,
      message: `The data folder ${folder} cannot be used: part of the path is no folder. Choose another one with --data, or make room for this one.`,
    });
  });
});
