/** What a page has and may do: items 2 to 6, 8 to 12 and 20 of Electron's security checklist. */
import { callNames } from '../../shared/contract/calls.ts';
import { framePreview, ready, run } from './support/electron-page.ts';
import { expect, test } from './support/electron-test.ts';

test.describe('2, 3, 4, 20: what a page has', () => {
  test('a page has nothing of Node', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'];
    const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
    const code = `${JSON.stringify(names)}.filter((name) => name in globalThis)`;
    expect([await run(page, code), await preview.evaluate<string[]>(code)]).toEqual([[], []]);
  });

  test('the bridge is named methods that nobody can change, and no frame has it', async ({
    electron,
  }) => {
    const app = await electron.start();
    const page = await ready(app);
    const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
    const bridge = await run(
      page,
      `(() => {
        const { paywallPreview } = globalThis;
        try { globalThis.paywallPreview = {}; } catch {}
        try { paywallPreview.openLink = null; } catch {}
        const { configurable } = Object.getOwnPropertyDescriptor(globalThis, 'paywallPreview');
        return {
          names: Object.keys(globalThis.paywallPreview).sort(),
          kinds: [...new Set(Object.values(globalThis.paywallPreview).map((one) => typeof one))],
          isFrozen: Object.isFrozen(globalThis.paywallPreview),
          configurable,
        };
      })()`,
    );
    expect(bridge).toEqual({
      names: [...callNames, 'listen', 'acknowledge', 'onCommand', 'pathOf'].sort(),
      kinds: ['function'],
      isFrozen: true,
      configurable: false,
    });
    expect(await preview.evaluate<string>('typeof globalThis.paywallPreview')).toBe('undefined');
  });

  test('a listener gets the message and never the event', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const heard = run(
      page,
      `new Promise((resolve) => paywallPreview.onCommand((...values) => resolve(values)))`,
    );
    await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? [];
      const all = items.flatMap(({ submenu }) => submenu?.items ?? []);
      all.find(({ label }) => label === 'Guide')?.click();
    });
    expect(await heard).toEqual(['open-guide']);
  });
});

test('3, 4, 6, 8 to 12: the window is made with every wall', async ({ electron }) => {
  const app = await electron.start();
  await ready(app);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron has it, and does not declare it.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, boolean | string | undefined>;
    };
    const all = contents.getLastWebPreferences();
    const names = [
      'sandbox',
      'contextIsolation',
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'webviewTag',
      'navigateOnDragDrop',
    ];
    // An older name for it, and nothing at all, are both off.
    return names.filter((name) => Boolean(all[name]));
  });
  expect(preferences).toEqual(['sandbox', 'contextIsolation', 'webSecurity']);
});

test('5: permissions are denied', async ({ electron }) => {
  const app = await electron.start();
  const page = await ready(app);
  const outcomes = await run(
    page,
    `(async () => {
      const state = async (name) => [name, (await navigator.permissions.query({ name })).state];
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'];
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given', (error) => error.name);
      const place = await new Promise((resolve) => navigator.geolocation.getCurrentPosition(
        () => resolve('given'), ({ code }) => resolve(code)));
      return {
        ...Object.fromEntries(await Promise.all(names.map(state))),
        media,
        place,
        asked: await Notification.requestPermission(),
      };
    })()`,
  );
  expect(outcomes).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    midi: 'denied',
    // Where there is no device, that is what is said first.
    media: expect.stringMatching(/^Not(Allowed|Found)Error$/),
    place: 1,
    asked: 'denied',
  });
});

test.describe('11, 12: webviews', () => {
  test('are no elements, and attaching one is prevented', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const isWebview = await run(page, `'getWebContentsId' in document.createElement('webview')`);
    const isPrevented = await app.evaluate(({ BrowserWindow }) => {
      let isDefaultPrevented = false;
      const event = { preventDefault: () => (isDefaultPrevented = true) };
      BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
      return isDefaultPrevented;
    });
    expect({ isWebview, isPrevented }).toEqual({ isWebview: false, isPrevented: true });
  });
});
