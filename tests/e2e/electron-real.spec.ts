/** What only the real Electron can show; `not-imitated.ts` of the stand-in says why. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { notImitated } from '../electron/stand-in/not-imitated.ts';
import { ready } from './support/electron-page.ts';
import { expect, skipOn, test } from './support/electron-test.ts';

test('what a page does to built-in objects does not reach the bridge', async ({
  electron,
}, info) => {
  skipOn(info, 'electron-stand-in', notImitated.worlds);
  const app = await electron.start();
  await ready(app);
  const outcome = await app.page.evaluate(`(() => {
    Promise.prototype.then = () => { throw new Error('hijacked'); };
    Object.freeze = (value) => value;
    globalThis.structuredClone = () => ({ hijacked: true });
    return typeof paywallPreview.getOfferings;
  })()`);
  expect(outcome).toBe('function');
  const answer = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [
      { code: `[typeof paywallPreview, typeof require, typeof process].join()` },
    ]),
  );
  expect(answer).toBe('undefined,undefined,undefined');
});

test('pages run in sandboxed processes, the preview in another one than the window', async ({
  electron,
}, info) => {
  skipOn(info, 'electron-stand-in', notImitated.sandbox);
  test.skip(process.getuid?.() === 0, 'As root, Chromium has no sandbox.');
  test.skip(process.platform === 'linux', 'Playwright starts Electron without a sandbox on Linux.');
  const app = await electron.start();
  await ready(app);
  const sandboxed = await app.evaluate(({ app: main }) =>
    main
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map((metric) => metric.sandboxed),
  );
  expect(new Set(sandboxed)).toEqual(new Set([true]));
});

test('Chromium resolves no name, not even this machine’s own', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.names);
  const app = await electron.start();
  await ready(app);
  const outcome = await app.evaluate(async ({ session }) => {
    try {
      await session.defaultSession.resolveHost('localhost');
      return 'resolved';
    } catch {
      return 'not found';
    }
  });
  expect(outcome).toBe('not found');
});

test('a window whose page hangs is noticed', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.hang);
  test.slow();
  const app = await electron.start();
  await ready(app);
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = () => new Promise(() => {});
    const [window] = BrowserWindow.getAllWindows();
    void window?.webContents.executeJavaScript('for (;;);');
    // Chromium looks whether an answer comes only after something that wants one.
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'A' });
  });
  await expect.poll(electron.log, { timeout: 60_000 }).toContain('The window does not answer.');
});

test('the menu’s keys reach it', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.accelerators);
  const app = await electron.start();
  await ready(app);
  const accelerators = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ submenu }) => submenu?.items ?? [])
      .flatMap(({ label, accelerator }) => (accelerator ? [`${label} ${accelerator}`] : [])),
  );
  expect(accelerators).toEqual(expect.arrayContaining(['Settings… CmdOrCtrl+,', 'Guide F1']));
});

test('a page learns that its window is hidden', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.visibility);
  const app = await electron.start();
  await ready(app);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.hide();
  });
  await expect.poll(() => app.page.evaluate<string>('document.visibilityState')).toBe('hidden');
});

test('a permission is denied when a page asks for it', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.permissions);
  const app = await electron.start();
  await ready(app);
  const outcome = await app.page.evaluate(
    'navigator.clipboard.readText().catch(({ name }) => name)',
  );
  expect(outcome).toBe('NotAllowedError');
});

test('the scheme is a secure context with an origin', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.scheme);
  const app = await electron.start();
  await ready(app);
  const context = await app.page.evaluate('[location.origin, isSecureContext]');
  expect(context).toEqual(['app://window', true]);
});

test('what Chromium keeps lies below the data folder', async ({ electron }, info) => {
  skipOn(info, 'electron-stand-in', notImitated.cookies);
  const app = await electron.start();
  await ready(app);
  expect(readdirSync(path.join(electron.dataFolder, 'browser'))).not.toEqual([]);
});

test('a window that is drawn off screen has as many pixels as it was asked for', async ({
  electron,
}, info) => {
  skipOn(info, 'electron-stand-in', notImitated.pixels);
  const app = await electron.start();
  await ready(app);
  const size = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      frame: false,
      useContentSize: true,
      width: 300,
      height: 200,
      webPreferences: { offscreen: { deviceScaleFactor: 3 } },
    });
    await window.loadURL('app://preview/');
    const painted = Promise.withResolvers<{ width: number; height: number }>();
    window.webContents.once('paint', (_event, _area, image) => {
      const scale = Math.max(...image.getScaleFactors());
      const { width, height } = image.getSize(scale);
      painted.resolve({ width: width * scale, height: height * scale });
    });
    window.webContents.invalidate();
    const seen = await painted.promise;
    window.destroy();
    return seen;
  });
  expect(size).toEqual({ width: 900, height: 600 });
});
