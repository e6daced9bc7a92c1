import { describe, expect, it } from 'vitest';
import { type Machine, provideChromium } from '../../../main/tools/test/chromium.ts';

const DEBIAN = '/usr/bin/chromium';
const CHROME = '/usr/bin/google-chrome';

interface Given {
  readonly isRoot?: boolean;
  readonly isDebian?: boolean;
  readonly files?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly canInstall?: boolean;
}

/** A machine on which installing really adds the file, and is counted. */
function machine({
  isRoot = false,
  isDebian = true,
  files = [],
  env = {},
  canInstall = true,
}: Given) {
  const there = new Set(files);
  let installs = 0;
  const result: Machine = {
    env,
    isRoot,
    isDebian,
    exists: (file) => there.has(file),
    install: async () => {
      installs += 1;
      if (canInstall) there.add(DEBIAN);
      return canInstall;
    },
  };
  return { machine: result, installs: () => installs };
}

describe('the Chromium of the end-to-end specs', () => {
  it.each<[string, Given, string, number]>([
    ["Debian's where it is there", { files: [CHROME, DEBIAN] }, DEBIAN, 0],
    ["Debian's, installed, for root on Debian", { isRoot: true, files: [CHROME] }, DEBIAN, 1],
    ['another one for who is not root', { files: [CHROME] }, CHROME, 0],
    ['another one on other systems', { isRoot: true, isDebian: false, files: [CHROME] }, CHROME, 0],
    [
      'another one where installing failed',
      { isRoot: true, canInstall: false, files: [CHROME] },
      CHROME,
      1,
    ],
    [
      'the one that CHROMIUM_PATH names, before all others',
      { isRoot: true, env: { CHROMIUM_PATH: '/my/chromium' }, files: ['/my/chromium', DEBIAN] },
      '/my/chromium',
      0,
    ],
  ])('is %s', async (_which, given, path, installs) => {
    const { machine: host, installs: counted } = machine(given);
    expect(await provideChromium(host)).toEqual({ path });
    expect(counted()).toBe(installs);
  });

  it.each<[string, Given, boolean]>([
    ['skipped for who is not root', {}, false],
    ['skipped for who is not root, in CI', { env: { CI: 'true' } }, false],
    ['skipped for root', { isRoot: true, canInstall: false }, false],
    ['a failure for root in CI', { isRoot: true, canInstall: false, env: { CI: 'true' } }, true],
    ['skipped where CHROMIUM_PATH names nothing', { env: { CHROMIUM_PATH: '/none' } }, false],
  ])('that cannot be had makes the specs %s', async (_what, given, isFailure) => {
    expect(await provideChromium(machine(given).machine)).toEqual({
      reason:
        'There is no Chromium for the end-to-end specs: install one (on Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the one that is there.',
      isFailure,
    });
  });
});
