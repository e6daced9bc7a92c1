import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const tools = path.resolve(import.meta.dirname, '../../../main/tools');

/** Stands in for npm: notes what it is asked, talks on standard output, and does as it is told. */
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('npm says something');
if (fs.existsSync('npm-hangs')) {
  setInterval(() => {}, 1000);
  process.on('SIGTERM', () => process.exit(1));
  console.log('npm hangs');
} else if (fs.existsSync('npm-fails-once')) {
  const status = Number(fs.readFileSync('npm-fails-once'));
  fs.rmSync('npm-fails-once');
  process.exitCode = status;
} else if (fs.existsSync('npm-fails')) {
  process.exitCode = 1;
} else {
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules/zod', { recursive: true });
}
`;

const SHOW = `
console.log(JSON.stringify({
  arguments: process.argv.slice(2),
  major: Number(process.versions.node.split('.')[0]),
  electron: process.env.ELECTRON_OVERRIDE_DIST_PATH,
}));
process.exitCode = Number(process.argv[2] ?? 0);
`;

const WAIT_FOR_SIGNAL = `
process.on('SIGTERM', () => process.exit(7));
setInterval(() => {}, 1000);
console.log('ready');
`;

const NPM_CALL =
  'ci --ignore-scripts --include=dev --include=optional --no-engine-strict --no-audit --no-fund --loglevel=error\n';

const MANIFEST = {
  dependencies: { zod: '4.0.0' },
  optionalDependencies: { 'node-of-another-platform': '24.0.0' },
};

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'paywall-preview-run-'));
  await mkdir(path.join(root, 'main/tools'), { recursive: true });
  await cp(path.join(tools, 'run.mjs'), path.join(root, 'main/tools/run.mjs'));
  await cp(path.join(tools, 'run'), path.join(root, 'main/tools/run'), { recursive: true });
  await write('main/tools/show.ts', SHOW);
  await write('main/tools/wait.ts', WAIT_FOR_SIGNAL);
  await write('main/tools/die.ts', `process.kill(process.pid, 'SIGKILL');`);
  await write('package.json', JSON.stringify(MANIFEST));
  await write('package-lock.json', JSON.stringify({ packages: { '': MANIFEST } }));
  await write('npm-cli.js', NPM);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(root, file), text);
}

async function npmCalls(): Promise<string> {
  return await readFile(path.join(root, 'npm-calls'), 'utf8').catch(() => '');
}

function start(...task: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [path.join(root, 'main/tools/run.mjs'), ...task], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      npm_execpath: path.join(root, 'npm-cli.js'),
      ELECTRON_OVERRIDE_DIST_PATH: '',
    },
  });
}

async function finish(child: ChildProcessWithoutNullStreams) {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { status, signal, stdout, stderr };
}

async function run(...task: readonly string[]) {
  return await finish(start(...task));
}

/** Resolves when the stream has said this. */
async function said(stream: NodeJS.ReadableStream, text: string): Promise<void> {
  let heard = '';
  while (!heard.includes(text)) {
    const [chunk] = (await once(stream, 'data')) as [Buffer];
    heard += chunk.toString();
  }
}

describe('run.mjs installs', () => {
  it('what the lock file says, with standard output left to the task', async () => {
    const outcome = await run('show');
    expect(await npmCalls()).toBe(NPM_CALL);
    expect(outcome.stderr).toBe(
      'Installing what package-lock.json says (npm ci).\nnpm says something\n',
    );
    expect(JSON.parse(outcome.stdout)).toEqual({
      arguments: [],
      major: Number(process.versions.node.split('.', 1)[0]),
      electron: path.join(root, 'node_modules/electron/dist'),
    });
  });

  it('nothing a second time, and says nothing then', async () => {
    await run('show');
    expect((await run('show')).stderr).toBe('');
    expect(await npmCalls()).toBe(NPM_CALL);
  });

  it('again when the lock file has changed', async () => {
    await run('show');
    await appendFile(path.join(root, 'package-lock.json'), ' ');
    await run('show');
    expect(await npmCalls()).toBe(NPM_CALL + NPM_CALL);
  });

  it('again when a package that package.json names is gone', async () => {
    await run('show');
    await rm(path.join(root, 'node_modules/zod'), { recursive: true });
    expect((await run('show')).status).toBe(0);
    expect(await npmCalls()).toBe(NPM_CALL + NPM_CALL);
  });

  it('a second time where an npm that was left behind got in the way', async (context) => {
    context.skip(process.platform === 'win32', 'the status of npm says nothing on Windows');
    await write('npm-fails-once', String(256 - constants.errno.ENOTEMPTY));
    expect((await run('show')).status).toBe(0);
    expect(await npmCalls()).toBe(NPM_CALL + NPM_CALL);
  });

  it('until a signal stops it, by which it dies without a word', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no signals');
    await write('npm-hangs', '');
    const child = start('show');
    const outcome = finish(child);
    await said(child.stderr, 'npm hangs');
    child.kill('SIGTERM');
    expect(await outcome).toMatchObject({
      status: null,
      signal: 'SIGTERM',
      stderr: expect.stringMatching(/npm hangs\n$/),
    });
    expect(existsSync(path.join(root, '.installing'))).toBe(false);
  });

  it('once where several processes start at the same time', async () => {
    const outcomes = await Promise.all([run('show'), run('show'), run('show')]);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(await npmCalls()).toBe(NPM_CALL);
  });

  it('nothing where the process it waited for has done so', async () => {
    await run('show');
    const marker = path.join(root, 'node_modules/.installed');
    const installed = await readFile(marker, 'utf8');
    await rm(marker);
    await mkdir(path.join(root, '.installing'));

    const child = start('show');
    const outcome = finish(child);
    await said(child.stderr, 'Waiting for another process that is installing.');
    await writeFile(marker, installed);
    await rm(path.join(root, '.installing'), { recursive: true });

    expect((await outcome).status).toBe(0);
    expect(await npmCalls()).toBe(NPM_CALL);
  });

  it('where the process that was installing was killed', async () => {
    const abandoned = path.join(root, '.installing');
    await mkdir(abandoned);
    await utimes(abandoned, 0, 0);
    expect((await run('show')).status).toBe(0);
    expect(await npmCalls()).toBe(NPM_CALL);
  });
});

describe('run.mjs says in one sentence, with status 2,', () => {
  it('that npm failed, and tries again the next time', async () => {
    await write('npm-fails', '');
    const outcome = await run('show');
    expect(outcome.status).toBe(2);
    expect(outcome.stderr.trimEnd().split('\n').at(-1)).toBe(
      'npm ci failed, for the reason npm gives above: mend that (often the network or the registry that npm is told to use) and run the command again.',
    );
    await rm(path.join(root, 'npm-fails'));
    expect((await run('show')).status).toBe(0);
  });

  it('that the lock file is missing', async () => {
    await rm(path.join(root, 'package-lock.json'));
    const { status, stderr } = await run('show');
    expect([status, stderr]).toEqual([
      2,
      'package-lock.json is missing: restore it with `git checkout package-lock.json` and run the command again.\n',
    ]);
  });

  it.for(['package-lock.json', 'package.json'])('that %s is broken', async (file) => {
    await write(file, '<<<<<<< HEAD');
    const { status, stderr } = await run('show');
    expect([status, stderr]).toEqual([
      2,
      `${file} is not valid JSON: restore it with \`git checkout ${file}\` and run the command again.\n`,
    ]);
    expect(await npmCalls()).toBe('');
  });

  it('that package.json and the lock file do not agree', async () => {
    await write('package.json', JSON.stringify({ ...MANIFEST, dependencies: { zod: '4.0.1' } }));
    const { status, stderr } = await run('show');
    expect([status, stderr]).toEqual([
      2,
      'package.json and package-lock.json do not agree about zod: run `npm install --package-lock-only` if package.json was changed on purpose, else `git checkout package.json package-lock.json`, and run the command again.\n',
    ]);
    expect(await npmCalls()).toBe('');
  });

  it('that there is no such task, before it installs anything', async () => {
    const { status, stderr } = await run('sing');
    expect([status, stderr]).toEqual([
      2,
      'There is no task `sing`: the tasks are die, show, wait.\n',
    ]);
    expect(await npmCalls()).toBe('');
  });
});

describe('run.mjs passes on', () => {
  it('arguments and the exit status', async () => {
    const { status, stdout } = await run('show', '3', '--json', 'two words');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ arguments: ['3', '--json', 'two words'] });
  });

  it('the signal that ended the task', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no signals');
    const { status, signal } = await run('die');
    expect([status, signal]).toEqual([null, 'SIGKILL']);
  });

  it('signals to the task, which decides how it ends', async (context) => {
    context.skip(process.platform === 'win32', 'Windows has no signals');
    const child = start('wait');
    const outcome = finish(child);
    await said(child.stdout, 'ready');
    child.kill('SIGTERM');
    expect((await outcome).status).toBe(7);
  });
});
