import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { majorOf } from '../../main/tools/run/node.mjs';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const isWindows = process.platform === 'win32';

let parent: string;

beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'paywall-preview-setup-'));
});

afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** Copies what a clone of this working tree would hold. */
function cloneInto(name: string): string {
  const folder = path.join(parent, name);
  const listed = execFileSync(
    'git',
    // Git refuses a clone that belongs to another user, and here nothing of it is executed.
    ['-c', `safe.directory=${root}`, 'ls-files', '-zco', '--exclude-standard'],
    { cwd: root, encoding: 'utf8' },
  );
  mkdirSync(folder);
  // A file that is tracked and deleted is listed, too.
  for (const file of listed
    .split('\0')
    .filter((line) => line && existsSync(path.join(root, line)))) {
    cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
  }
  return folder;
}

/** The environment of somebody who has just opened a terminal, with an npm cache of our own. */
function freshEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !isOurs(name));
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return {
    ...Object.fromEntries(inherited),
    // Without the Node and the tools that this test itself runs on.
    PATH: folders.filter((folder) => !folder.startsWith(root)).join(path.delimiter),
    npm_config_cache: path.join(parent, 'npm-cache'),
    ...settings,
  };
}

/** What npm, run.mjs and vitest have put there for this test; settings of the machine stay. */
function isOurs(name: string): boolean {
  return (
    /^(npm_lifecycle|npm_package|VITEST)/.test(name) ||
    [
      'npm_command',
      'npm_config_ignore_scripts',
      'npm_config_local_prefix',
      'npm_execpath',
      'ELECTRON_OVERRIDE_DIST_PATH',
      'NODE_ENV',
    ].includes(name)
  );
}

async function npm(cwd: string, env: NodeJS.ProcessEnv, ...given: string[]) {
  return await run('npm', given, { cwd, env, shell: isWindows });
}

/** The major version of the Node that tasks of this folder run on, and the compiler's version. */
async function installedTools(folder: string, env: NodeJS.ProcessEnv) {
  const { chooseNode } = (await import(
    path.join(folder, 'main/tools/run/node.mjs')
  )) as typeof import('../../main/tools/run/node.mjs');
  const { stdout: outside } = await run('node', ['--version'], { env });
  const node = chooseNode(folder, {
    execPath: 'node',
    version: outside.trim(),
    platform: process.platform,
    arch: process.arch,
  });
  const { stdout: version } = await run(node, ['--version'], { env });
  const { stdout: compiler } = await run(
    node,
    [path.join(folder, 'node_modules/typescript/bin/tsc'), '--version'],
    { env },
  );
  return { node: majorOf(version.trim()), compiler: compiler.trim() };
}

describe('npm test in a folder where nothing is installed', () => {
  it.for([
    ['with an empty cache', {}],
    ['where npm is told to ignore scripts', { npm_config_ignore_scripts: 'true' }],
    [
      'where npm is told to leave out what development needs',
      { NODE_ENV: 'production', npm_config_omit: 'dev optional' },
    ],
  ] as const)('sets everything up %s', async ([how, settings], context) => {
    context.skip(!existsSync(path.join(root, '.git')), 'the files of a clone are asked of git');
    const folder = cloneInto(how.replaceAll(' ', '-'));
    const env = freshEnvironment(settings);

    const first = await npm(folder, env, 'test', '--', '--help');
    expect(first.stdout).toContain('npm test [-- PART...]');
    expect(first.stderr).toContain('Installing what package-lock.json says (npm ci).');
    const tools = await installedTools(folder, env);
    expect(tools.node).toBeGreaterThanOrEqual(24);
    expect(tools.compiler).toMatch(/^Version \d/);

    const second = await npm(folder, env, 'test', '--', '--help');
    expect(second.stderr).not.toContain('Installing');
  });
});
