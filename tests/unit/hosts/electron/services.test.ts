import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createSessionKeys } from '../../../../main/app/keys/session-keys.ts';
import { readLicences } from '../../../../main/hosts/electron/licences.ts';
import { createServices } from '../../../../main/hosts/electron/services.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const open = (platform: NodeJS.Platform = 'linux') => {
  const shell = {
    openExternal: vi.fn(() => Promise.resolve()),
    openPath: vi.fn((_folder: string) => Promise.resolve('')),
  };
  const keyStore = { ...createSessionKeys(''), note: null as string | null };
  const services = createServices({
    shell,
    version: '1.2.3',
    platform,
    keyStore,
    licences: () => [],
    picturesFolder: '/pictures',
    camera: { hindrance: 'There is none.' },
    showRecent: () => undefined,
    chooseFolder: () => Promise.resolve('/shop'),
  });
  return { shell, keyStore, services };
};

describe('what Electron does for the app', () => {
  it.each([
    ['darwin', 'mac'],
    ['win32', 'windows'],
    ['linux', 'linux'],
    ['freebsd', 'linux'],
  ] as const)('is described, on %s as %s', (platform, expected) => {
    expect({ ...open(platform).services.about }).toEqual({
      version: '1.2.3',
      host: 'electron',
      platform: expected,
      previewOrigin: 'app://preview',
      secretsNote: null,
    });
  });

  it('says what is true of secrets now', () => {
    const { services, keyStore } = open();
    keyStore.note = 'The key ring is gone.';
    expect({ ...services.about }.secretsNote).toBe('The key ring is gone.');
  });

  it('opens https addresses in the browser of the system', async () => {
    const { services, shell } = open();
    expect(await services.openLink(new URL('https://example.com/a?b'))).toBe(null);
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/a?b');
  });

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:1',
    'ms-msdt:/id',
    'mailto:a@b.c',
  ])('does not open %s', async (address) => {
    const { services, shell } = open();
    expect(await services.openLink(new URL(address))).toContain('it is no https address');
    expect(shell.openExternal).not.toHaveBeenCalled();
  });

  it.each(['https://user@example.com/', 'https://:secret@example.com/'])(
    'does not open %s, which has somebody’s name or password in it',
    async (address) => {
      const { services, shell } = open();
      expect(await services.openLink(new URL(address))).toContain('a name or a password');
      expect(shell.openExternal).not.toHaveBeenCalled();
    },
  );

  it('says why a link was not opened, and a folder not shown', async () => {
    const { services, shell } = open();
    shell.openExternal.mockRejectedValue(new Error('no browser'));
    shell.openPath.mockResolvedValueOnce('no file manager').mockRejectedValueOnce(new Error('no'));
    expect(await services.openLink(new URL('https://example.com'))).toContain('no browser');
    const logs = temporaryFolder();
    expect(await services.showFolder(logs)).toBe(
      `The system did not show ${logs}: no file manager.`,
    );
    expect(await services.showFolder(logs)).toBe(`The system did not show ${logs}: no.`);
    expect(await services.showFolder(logs)).toBe(null);
    expect(shell.openPath.mock.calls).toEqual([[logs], [logs], [logs]]);
    expect(await services.showFolder('/nowhere')).toBe(
      'There is nothing yet: it is going to be in /nowhere.',
    );
  });
});

const versions = { electron: '45.4.1', chrome: '156.0', node: '24.0' };
const runtime = [
  { name: 'Electron', version: '45.4.1', licence: 'MIT' },
  { name: 'Chromium', version: '156.0', licence: 'BSD-3-Clause and others' },
  { name: 'Node.js', version: '24.0', licence: 'MIT' },
];

describe('the licences', () => {
  it('name the runtime and what was built in', () => {
    const folder = temporaryFolder();
    const react = { name: 'react', version: '19.3.1', licence: 'MIT' };
    writeFileSync(path.join(folder, 'licences.json'), JSON.stringify([react]));
    expect(readLicences(folder, versions)).toEqual([...runtime, react]);
  });

  it.each([null, '{', '[{"name":1}]'])('name the runtime where the list is %j', (text) => {
    const folder = temporaryFolder();
    if (text !== null) writeFileSync(path.join(folder, 'licences.json'), text);
    expect(readLicences(folder, versions)).toEqual(runtime);
  });
});
