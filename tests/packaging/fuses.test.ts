import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fuses } from './support/of-electron-builder.ts';
import { packedApp } from './support/packed.ts';

const states: Readonly<Record<number, string>> = { 48: 'off', 49: 'on' };

/** The switches in the program, by their names in Electron's documentation. */
const fusesOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const wire = await fuses.getCurrentFuseWire(path.join(folder, 'paywall-preview'));
  const named = Object.entries(fuses.FuseV1Options).filter(([name]) => !/^\d+$/.test(name));
  return Object.fromEntries(
    named.map(([name, index]) => [name, states[wire[index] ?? 0] ?? 'absent']),
  );
};

const hardened = {
  RunAsNode: 'off',
  EnableNodeOptionsEnvironmentVariable: 'off',
  EnableNodeCliInspectArguments: 'off',
  EnableCookieEncryption: 'on',
  EnableEmbeddedAsarIntegrityValidation: 'on',
  OnlyLoadAppFromAsar: 'on',
  GrantFileProtocolExtraPrivileges: 'off',
  // As Electron has it.
  LoadBrowserProcessSpecificV8Snapshot: 'off',
};

describe('the fuses in the program', () => {
  it('are blown in what people install', async (context) => {
    expect(await fusesOf(packedApp(context).unpackedFolder)).toEqual(hardened);
  });

  it('let only an inspector in, in a build for tests', async (context) => {
    expect(await fusesOf(packedApp(context).forTestsFolder)).toEqual({
      ...hardened,
      EnableNodeCliInspectArguments: 'on',
    });
  });
});
