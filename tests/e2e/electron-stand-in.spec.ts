/** Whether the stand-in is as Electron in what the other specs stand on. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestInfo } from 'playwright/test';
import { type StartedElectron, expect, test } from './support/electron-test.ts';
import { openLoopbackSite } from './support/loopback-site.ts';
import { root } from './support/open-app.ts';

const preload = `
const { contextBridge, ipcRenderer } = require('electron');
contextBridge.exposeInMainWorld('raw', {
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  nested: { list: [1, { deep: true }] },
});
`;

/** What all of these apps begin with: one page under a scheme of their own, without any guard. */
const common = `
import path from 'node:path';
import { BrowserWindow, app, ipcMain, protocol } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
globalThis.told = [];
const tell = (what) => void globalThis.told.push(what);
const open = () => {
  protocol.handle('app', () => new Response('<!doctype html><title>Bare</title><p>Bare</p>', {
    headers: { 'content-type': 'text/html' },
  }));
  const preload = path.join(import.meta.dirname, 'preload.cjs');
  const window = new BrowserWindow({ webPreferences: { preload } });
  window.loadURL('app://window/');
  return window;
};
`;

const makeApp = (info: TestInfo, code: string): string => {
  const folder = info.outputPath('app');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'small', version: '1.2.3', type: 'module', main: 'main.js' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'preload.cjs'), preload);
  writeFileSync(path.join(folder, 'main.js'), `${common}\n${code}`);
  return folder;
};

const told = (app: StartedElectron): Promise<unknown> =>
  app.evaluate(() => Reflect.get(globalThis, 'told') as unknown);

test('an app that waits at the top of its main module until it is ready waits for ever', async ({
  electron,
}, info) => {
  const code = `tell('begun'); await app.whenReady(); tell('ready');`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await expect.poll(() => told(app)).toEqual(['begun']);
  expect(await app.evaluate(({ app: main }) => main.isReady())).toBe(false);
  expect(await told(app)).toEqual(['begun']);
});

test('what needs the app to be ready refuses before', async ({ electron }, info) => {
  const code = `
    for (const act of [() => new BrowserWindow(), () => protocol.handle('app', () => {})])
      try { act(); tell('done'); } catch ({ message }) { tell(message); }
    app.whenReady().then(() => {
      try { app.enableSandbox(); tell('done'); } catch ({ message }) { tell(message); }
    });`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await expect
    .poll(() => told(app))
    .toEqual([
      'BrowserWindow can only be used after the app is ready.',
      'protocol can only be used after the app is ready.',
      'app.enableSandbox() can only be called before app is ready.',
    ]);
});

test('an app that is started by its file has Electron’s version', async ({ electron }, info) => {
  const appPath = path.join(makeApp(info, 'app.whenReady().then(open);'), 'main.js');
  const app = await electron.start({ appPath });
  await app.firstPage();
  const file = path.join(root, 'node_modules/electron/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  expect(await app.evaluate(({ app: main }) => main.getVersion())).toBe(version);
});

test('the default session is told of before anything can show a page', async ({
  electron,
}, info) => {
  const code = `
    for (const name of ['session-created', 'web-contents-created']) app.on(name, () => tell(name));
    app.whenReady().then(() => { tell('ready'); open(); });`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await expect.poll(() => told(app)).toEqual(['ready', 'session-created', 'web-contents-created']);
});

test('a box about an error before the app is ready is seen by a terminal only, on Linux', async ({
  electron,
}, info) => {
  test.skip(process.platform !== 'linux', 'Elsewhere it is shown.');
  const code = `dialog.showErrorBox('A title', 'What happened.'); app.exit(1);`;
  const imported = `import { dialog } from 'electron';\n${code}`;
  const app = await electron.start({ appPath: makeApp(info, imported) });
  expect(await app.ended).toBe(1);
  expect([app.recorder.of('showErrorBox'), app.output()]).toEqual([
    [],
    'A title\nWhat happened.\n',
  ]);
});

test('errors cross with their message alone, and what cannot be cloned does not', async ({
  electron,
}, info) => {
  const code = `
    ipcMain.handle('fail', () => { throw Object.assign(new TypeError('m'), { code: 'x' }); });
    ipcMain.handle('function', () => () => {});
    ipcMain.handle('clone', (_event, value) => value);
    app.whenReady().then(open);`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await app.firstPage();
  await expect(app.page.getByText('Bare')).toBeVisible();
  const outcomes = await app.page.evaluate(`Promise.all([
    raw.invoke('fail').catch(({ message, code }) => [message, code ?? null]),
    raw.invoke('function').catch(({ message }) => message.includes('could not be cloned')),
    raw.invoke('clone', { symbol: Symbol() }).catch(({ message }) => message),
    raw.invoke('clone', [undefined, null, new Date(0), { a: 1n }]),
    raw.invoke('none').catch(({ message }) => message),
    Object.isFrozen(raw.nested.list[1]),
  ])`);
  expect(outcomes).toEqual([
    ["Error invoking remote method 'fail': TypeError: m", null],
    true,
    'An object could not be cloned.',
    [undefined, null, new Date(0), { a: 1n }],
    "Error invoking remote method 'none': Error: No handler registered for 'none'",
    true,
  ]);
});

const events = `
  for (const name of ['window-all-closed', 'before-quit', 'will-quit', 'quit'])
    app.on(name, () => { tell(name); process.stdout.write(name + ' '); });
  const openWatched = () => {
    const window = open();
    for (const name of ['close', 'closed'])
      window.on(name, () => { tell(name); process.stdout.write(name + ' '); });
    return window;
  };
`;

test('the app ends in Electron’s order when it quits', async ({ electron }, info) => {
  const code = `${events} app.whenReady().then(openWatched);`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await app.firstPage();
  expect(await app.quit()).toBe(0);
  expect(app.output().trim()).toBe('before-quit close closed will-quit quit');
});

test('the app stays as long as a window or a listener wants it', async ({ electron }, info) => {
  const code = `${events}
    app.once('will-quit', (event) => event.preventDefault());
    app.whenReady().then(() => {
      openWatched().once('close', (event) => event.preventDefault());
    });`;
  const app = await electron.start({ appPath: makeApp(info, code) });
  await app.firstPage();
  const quit = () => app.evaluate(({ app: main }) => main.quit());
  await quit();
  expect(await told(app)).toEqual(['before-quit', 'close']);
  await quit();
  expect(await told(app)).toEqual([
    ...['before-quit', 'close'],
    ...['before-quit', 'close', 'closed', 'will-quit'],
  ]);
  expect(await app.quit()).toBe(0);
});

test('an app that does not say what becomes of it without windows ends', async ({
  electron,
}, info) => {
  const app = await electron.start({ appPath: makeApp(info, 'app.whenReady().then(open);') });
  await app.firstPage();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await app.ended).toBe(0);
});

test('without guards a page gets what it asks for', async ({ electron }, info) => {
  const site = await openLoopbackSite();
  const app = await electron.start({ appPath: makeApp(info, 'app.whenReady().then(open);') });
  await app.firstPage();
  await expect(app.page.getByText('Bare')).toBeVisible();
  const state = await app.page.evaluate<string>(
    `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`,
  );
  await app.page.evaluate(`void (location.href = '${site.origin}/there')`);
  await expect(app.page).toHaveTitle('Elsewhere');
  expect([state, site.visits[0]]).toEqual(['granted', '/there']);
  site.close();
});

test('one app has a data folder, until it ends in whatever way', async ({ electron }, info) => {
  const code = `
    import { mkdirSync } from 'node:fs';
    const folder = process.argv.at(-1);
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
    app.on('second-instance', (_event, _argv, _folder, data) => tell(data));
    if (app.requestSingleInstanceLock({ from: 'a start' })) app.whenReady().then(open);
    else app.exit(3);`;
  const start = {
    appPath: makeApp(info, code),
    arguments: [info.outputPath('user-data')],
  };
  const first = await electron.start(start);
  await first.firstPage();
  const second = await electron.start(start);
  expect(await second.ended).toBe(3);
  await expect.poll(() => told(first)).toEqual([{ from: 'a start' }]);
  await first.kill();
  const third = await electron.start(start);
  await third.firstPage();
  expect(await third.quit()).toBe(0);
});
