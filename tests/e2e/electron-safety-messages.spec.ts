/** Who is heard by main, and what: item 17 of Electron's security checklist. */
import { framePreview, ready, run } from './support/electron-page.ts';
import { type StartedElectron, expect, skipOn, test } from './support/electron-test.ts';
import { makeHostileApp } from './support/hostile-app.ts';

const refused = { ok: false, problem: { code: 'refused', message: expect.any(String) } };

/** Asks for something as the page of a window that main names. */
const askIn = (app: StartedElectron, which: 'first' | 'last'): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, place) => {
    const windows = BrowserWindow.getAllWindows();
    // Electron lists the newest first or last: what counts is the number.
    const sorted = windows.toSorted((one, other) => one.id - other.id);
    const window = place === 'first' ? sorted[0] : sorted.at(-1);
    return window?.webContents.executeJavaScript('paywallPreview.getOfferings(null)') as unknown;
  }, which);

test.describe('17: who is heard', () => {
  test('a window that the app did not open is not', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    await app.evaluate(async ({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      const contents = first?.webContents as unknown as {
        getLastWebPreferences(): { readonly preload: string };
      };
      const { preload } = contents.getLastWebPreferences();
      const webPreferences = { preload, sandbox: true, contextIsolation: true };
      await new BrowserWindow({ show: false, webPreferences }).loadURL('app://window/');
    });
    expect(await askIn(app, 'last')).toEqual(refused);
    expect(electron.log()).toContain('It does not come from a window of the app.');
  });

  test('a page of another origin in the app’s own window is not', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.loadURL('app://preview/index.html'),
    );
    expect(await askIn(app, 'first')).toEqual(refused);
    expect(electron.log()).toContain('It comes from app://preview.');
  });

  test('a frame that took hold of the messages is not', async ({ electron }, info) => {
    skipOn(
      info,
      'electron',
      'A frame of the real Electron has nothing that it could take hold of.',
    );
    const app = await electron.start();
    const page = await ready(app);
    const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
    const outcome = await preview.evaluate<unknown>(
      `__ipc({ kind: 'invoke', channel: 'call', values: ['getOfferings', null] })`,
    );
    expect(outcome).toEqual({ ok: true, value: refused });
    await preview.evaluate(`__ipc({ kind: 'send', channel: 'listen', values: [] })`);
    await expect
      .poll(electron.log)
      .toContain('A message on listen was not heard. It comes from a frame inside of the window.');
  });

  test('only calls of the contract are made, and only as it says', async ({ electron }, info) => {
    const app = await electron.start({ appPath: makeHostileApp(info.outputPath()) });
    const page = await ready(app);
    const codes = await run<string[]>(
      page,
      `(async () => {
        const made = [
          ['shutDown', null],
          ['__proto__', null],
          ['constructor', null],
          ['toString', null],
          ['hasOwnProperty', 'getOfferings'],
          [null, null],
          [],
          [['getOfferings'], null],
          [7, null],
          ['getOfferings', { more: true }],
          ['getWorkflow', { id: 7 }],
          ['getWorkflow', { id: 'a'.repeat(5000) }],
          ['getWorkflow', { id: 'default', more: true }],
          ['setOnline', { isOnline: 'no' }],
          ['openLink', { url: ['https://example.com/'] }],
          ['changeSettings', { fileCacheBytes: -1 }],
          ['report', { message: 'a'.repeat(30000) }],
          ['fail', { target: { what: '__proto__' }, kind: 'timeout' }],
        ];
        const codes = [];
        for (const values of made) {
          const outcome = await raw.invoke('call', ...values);
          codes.push(outcome.ok ? 'done: ' + JSON.stringify(values) : outcome.problem.code);
        }
        return codes;
      })()`,
    );
    expect(new Set(codes)).toEqual(new Set(['bad-argument']));
    // Messages that make no sense leave everything as it was.
    await run(
      page,
      `[NaN, -1, Infinity, '1', null, {}, []].forEach((value) => raw.send('acknowledge', value))`,
    );
    await app.window.press('Cold start');
    await app.window.expectStatus('default', 'fresh');
  });

  test('there are no channels but the contract’s', async ({ electron }, info) => {
    const app = await electron.start({ appPath: makeHostileApp(info.outputPath()) });
    const page = await ready(app);
    const errors = await run(
      page,
      `Promise.all(['electron-store-get-data', 'stream', 'command', '__proto__', 'anything'].map(
        (channel) => raw.invoke(channel).then(() => 'answered', ({ message }) => message.split(': ').at(-1)),
      ))`,
    );
    const heard = await app.evaluate(({ ipcMain }) =>
      // Electron itself listens for errors.
      ipcMain.eventNames().filter((name) => name !== 'error'),
    );
    expect([errors, heard]).toEqual([
      ['electron-store-get-data', 'stream', 'command', '__proto__', 'anything'].map(
        (channel) => `No handler registered for '${channel}'`,
      ),
      ['listen', 'acknowledge'],
    ]);
  });
});
