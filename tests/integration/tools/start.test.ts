import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ensureBuilt } from '../../../main/tools/build/ensure-built.ts';
import { fetchElectron } from '../../../main/tools/start/fetch-electron.ts';
import { runElectron } from '../../../main/tools/start/run-electron.ts';
import { serveHttp } from '../../helpers/http-server.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

const start = (...given: readonly string[]): ChildProcessWithoutNullStreams => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'main/tools/start.ts'), ...given],
    { env: { ...process.env, npm_lifecycle_event: '', DISPLAY: '', WAYLAND_DISPLAY: '' } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

interface Ended {
  readonly status: number | null;
  readonly errors: string;
}

const ended = async (child: ChildProcessWithoutNullStreams): Promise<Ended> => {
  let errors = '';
  child.stderr.on('data', (data) => (errors += String(data)));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, errors };
};

/** The address that it prints. */
const addressOf = (child: ChildProcessWithoutNullStreams): Promise<string> =>
  new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (data) => {
      out += String(data);
      const [address] = /http:\S+(?=\n)/.exec(out) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => {
      reject(new Error(`It ended without an address: ${out}`));
    });
  });

describe('npm start', () => {
  // So that no test below has to wait for it.
  beforeAll(async () => {
    expect(await ensureBuilt(root, ['licences', 'window', 'preview'])).toEqual({ ok: true });
  });

  it('serves the window without opening anything, until it is interrupted', async () => {
    const child = start('--headless', '--data', temporaryFolder());
    const end = ended(child);
    const address = await addressOf(child);
    const page = await fetch(address);
    child.kill('SIGINT');
    expect({
      page: [page.status, (await page.text()).includes('<title>Paywall Preview</title>')],
      end: await end,
    }).toEqual({ page: [200, true], end: { status: 0, errors: '' } });
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('ends well after %s, too', async (signal) => {
    const child = start('--headless', '--data', temporaryFolder());
    const end = ended(child);
    await addressOf(child);
    child.kill(signal);
    expect(await end).toEqual({ status: 0, errors: '' });
  });

  it('says in one sentence why it cannot start', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const taken = new URL(await serveHttp(() => undefined)).port;
    const data = ['--headless', '--data', temporaryFolder()];
    const results = await Promise.all([
      ended(start('--port', 'x')),
      ended(start(...data, '--project', folder)),
      ended(start('--headless', '--data', file)),
      ended(start(...data, '--port', taken)),
    ]);
    expect(results).toEqual(
      [
        '--port must be a number from 0 to 65535, not x.',
        `${folder} is not a project folder: there is no offerings.json and no workflows.json.`,
        `The data folder ${file} cannot be used: a file is in its place.`,
        `Port ${taken} is in use: choose another one with --port, or leave it out for any that is free.`,
      ].map((sentence) => ({ status: 2, errors: `${sentence}\n` })),
    );
  });
});

describe('the app in Electron', () => {
  it('is started by its folder, gets what to open as arguments, and ends the start with its status', async () => {
    const [place, out] = [temporaryFolder(), path.join(temporaryFolder(), 'out')];
    // As Electron does, Node finds the main module of a folder by its package.json.
    writeFileSync(path.join(place, 'package.json'), '{ "type": "module", "main": "main.mjs" }');
    writeFileSync(
      path.join(place, 'main.mjs'),
      `import { writeFileSync } from 'node:fs';
       const given = process.argv.slice(2).concat(process.env.ELECTRON_RUN_AS_NODE ?? 'a window');
       writeFileSync(${JSON.stringify(out)}, given.join(' '));
       process.exitCode = 3;`,
    );
    const run = { program: process.execPath, root: place, dataFolder: '/data' };
    const first = await runElectron({ ...run, projectFolder: null, scenarioFile: null });
    const without = readFileSync(out, 'utf8');
    await runElectron({ ...run, projectFolder: '/project', scenarioFile: '/a.pwscenario' });
    expect([first, without, readFileSync(out, 'utf8')]).toEqual([
      3,
      '--data /data a window',
      '--data /data --project /project /a.pwscenario a window',
    ]);
  });
});

describe('fetching the runtime of Electron', () => {
  const fetchFrom = (mirror: string, patienceMs: number): Promise<boolean> =>
    fetchElectron({
      root,
      env: {
        ...process.env,
        ELECTRON_MIRROR: `${mirror}/`,
        electron_config_cache: temporaryFolder(),
      },
      onProgress: () => undefined,
      patienceMs,
    });

  it('is given up where nobody answers', async () => {
    let asked = 0;
    const mirror = await serveHttp(() => (asked += 1));
    expect([await fetchFrom(mirror, 2_000), asked]).toEqual([false, 1]);
  });

  it('fails where it is not to be had', async () => {
    const mirror = await serveHttp((_request, response) => {
      response.writeHead(404).end();
    });
    expect(await fetchFrom(mirror, 20_000)).toBe(false);
  });

  it('fails where something else comes', async () => {
    const mirror = await serveHttp((_request, response) => {
      response.end('This is not Electron.');
    });
    expect(await fetchFrom(mirror, 20_000)).toBe(false);
  });
});
