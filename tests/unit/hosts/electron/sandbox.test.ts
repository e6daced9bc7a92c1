import type { App } from 'electron';
import { expect, it } from 'vitest';
import { whyNotSandboxed } from '../../../../main/hosts/electron/sandbox.ts';
import { texts } from '../../../../main/hosts/electron/texts.ts';

const why = (isPackaged: boolean, hasSwitch: boolean, platform: NodeJS.Platform) => {
  const commandLine = { hasSwitch: (name: string) => hasSwitch && name === 'no-sandbox' };
  return whyNotSandboxed({ isPackaged, commandLine } as unknown as App, platform);
};

it('an installed app does not run without a sandbox, and says what to do on that system', () => {
  expect([
    why(true, true, 'linux'),
    why(true, true, 'darwin'),
    why(true, true, 'win32'),
    why(true, false, 'linux'),
    why(false, true, 'linux'),
  ]).toEqual([texts.noSandboxOnLinux, texts.noSandbox, texts.noSandbox, null, null]);
  expect(texts.noSandboxOnLinux).toMatch(/\.deb.*AppArmor.*user namespaces/);
});
