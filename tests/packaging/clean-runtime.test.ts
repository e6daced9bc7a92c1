import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import cleanRuntime from '../../main/tools/dist/clean-runtime.mjs';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { filesBelow } from './support/files-below.ts';

const folderWith = (...names: readonly string[]): string => {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
  return folder;
};

const cleaned = async (appOutDir: string, electronPlatformName: string, runtime = '') => {
  const packager = { config: { electronDist: runtime } };
  await cleanRuntime({ appOutDir, electronPlatformName, packager });
  return filesBelow(appOutDir);
};

describe('a runtime that is packed', () => {
  it('keeps nothing that only development needs', async () => {
    const folder = folderWith('electron.exe', 'version', 'resources/default_app.asar');
    expect(await cleaned(folder, 'win32')).toEqual(['electron.exe']);
  });

  it('gets its licences into the app on macOS, of which nothing else is copied', async () => {
    const resources = 'Electron.app/Contents/Resources';
    const folder = folderWith(`${resources}/default_app.asar`, `${resources}/electron.icns`);
    const runtime = folderWith('LICENSE', 'LICENSES.chromium.html', 'version');
    expect(await cleaned(folder, 'darwin', runtime)).toEqual([
      `${resources}/LICENSE.electron.txt`,
      `${resources}/LICENSES.chromium.html`,
      `${resources}/electron.icns`,
    ]);
  });
});
