import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDistArguments } from '../../main/tools/dist/arguments.ts';
import { sourceDate } from '../../main/tools/dist/source-date.ts';
import { chooseTargets } from '../../main/tools/dist/targets.ts';
import { temporaryFolder } from '../helpers/temp-folder.ts';
import { makeStandInRuntime } from './support/stand-in-runtime.ts';

const root = path.resolve(import.meta.dirname, '../..');
const usual = { targets: [], runtimeFolder: null, outFolder: null, isForTests: false };

const dist = (...given: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'main/tools/dist.ts'), ...given],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

describe('the arguments of npm run dist', () => {
  it.each([
    ['nothing', [], {}],
    ['targets', ['deb', 'dir'], { targets: ['deb', 'dir'] }],
    ['folders', ['--runtime', 'r', '--out=o'], { runtimeFolder: 'r', outFolder: 'o' }],
    ['a build for tests', ['--for-tests'], { targets: ['dir'], isForTests: true }],
  ])('ask for %s', (_name, argv, expected) => {
    expect(readDistArguments(argv)).toEqual({ kind: 'pack', options: { ...usual, ...expected } });
  });

  it.each([
    [['rpm'], 'There is no target rpm: the targets are dir, appimage, deb, dmg, nsis.'],
    [['--runtime='], '--runtime and --out need a path.'],
    [
      ['--for-tests', 'deb'],
      'A build for tests is the app in a folder: no target goes with --for-tests.',
    ],
    [['--publish'], expect.stringMatching(/^Unknown option '--publish'.*; see --help\.$/)],
  ])('%j are refused in one sentence', (argv, sentence) => {
    expect(readDistArguments(argv)).toEqual({ kind: 'refused', sentence });
  });
});

describe('the targets', () => {
  it('are what people install on the system, where none are named', () => {
    expect(
      (['linux', 'darwin', 'win32'] as const).map((system) => chooseTargets(system, [])),
    ).toEqual([
      { ok: true, targets: ['appimage', 'deb'] },
      { ok: true, targets: ['dmg'] },
      { ok: true, targets: ['nsis'] },
    ]);
  });

  it('of another system are refused', () => {
    expect(chooseTargets('win32', ['deb'])).toEqual({
      ok: false,
      message: 'deb cannot be made on this system, only dir, nsis.',
    });
  });
});

describe('the time of a package', () => {
  it.each([
    [{ SOURCE_DATE_EPOCH: '1700000000' }, '2023-11-14T22:13:20.000Z'],
    [{}, '1980-01-01T00:00:00.000Z'],
    [{ SOURCE_DATE_EPOCH: 'today' }, '1980-01-01T00:00:00.000Z'],
  ])('of %j is never that of the machine', (env, expected) => {
    expect(new Date(sourceDate(env) * 1000).toISOString()).toBe(expected);
  });
});

describe('npm run dist', () => {
  it('says in one sentence that the runtime is missing, and makes nothing', () => {
    const folder = temporaryFolder();
    const out = path.join(folder, 'out');
    expect(dist('dir', '--runtime', folder, '--out', out)).toEqual({
      status: 2,
      stdout: '',
      stderr: `Electron's runtime is not in ${folder}.\n`,
    });
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a runtime that the app is not made for', (context) => {
    context.skip(process.platform !== 'linux', 'the stand-in for the runtime is one for Linux');
    const folder = temporaryFolder();
    makeStandInRuntime(folder, 'v1.2.3');
    const { status, stderr } = dist('dir', '--runtime', folder);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/ is Electron 1\.2\.3, and the app is made for [\d.]+\.\n$/),
    });
  });
});
