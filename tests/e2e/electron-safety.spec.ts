/**
 * Electron's security checklist (main/hosts/electron/SECURITY.md), as a page and as main find the app
 * when it runs. Of its twenty items two are nobody's to test here:
 * - 16, a current version: it is pinned in package.json, and a new one is a change like any other;
 * - 19, fuses: they are set when the app is packaged (tests/packaging).
 */
import type { Page } from 'playwright/test';
import { callNames } from '../../shared/contract/calls.ts';
import { expect, skipOn, test } from './support/electron-test.ts';
import { makeHostileApp } from './support/hostile-app.ts';
import { openLoopbackSite } from './support/loopback-site.ts';
import type { StartedElectron } from './support/electron-test.ts';

// What runs in a page is text here: the compiler knows nothing of the DOM.

const run = <Value>(page: Page, code: string): Promise<Value> => page.evaluate<Value>(code);

const refused = { ok: false, problem: { code: 'refused', message: expect.any(String) } };

/** Puts the preview into the window, as the app does, and gives its frame. */
const framePreview = async (page: Page, url: string) => {
  await run(
    page,
    `new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(url)};
      frame.addEventListener('load', () => resolve(null), { once: true });
      document.body.append(frame);
    })`,
  );
  const frame = page.frame({ url });
  if (frame === null) throw new Error('The preview is not framed.');
  return frame;
};

const ready = async (app: StartedElectron): Promise<Page> => {
  await app.firstPage();
  await app.window.expectStatus('default', 'fresh');
  return app.page;
};

/** Asks for something as the page of a window that main names. */
const askIn = (app: StartedElectron, which: 'first' | 'last'): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, place) => {
    const windows = BrowserWindow.getAllWindows();
    // Electron lists the newest first or last: what counts is the number.
    const sorted = windows.toSorted((one, other) => one.id - other.id);
    const window = place === 'first' ? sorted[0] : sorted.at(-1);
    return window?.webContents.executeJavaScript('paywallPreview.getOfferings(null)') as unknown;
  }, which);

test.describe('1, 18: what is loaded', () => {
  test('nothing is loaded from elsewhere, whoever asks', async ({ electron }) => {
    const site = await openLoopbackSite();
    const app = await electron.start();
    const page = await ready(app);
    const directives = await run<string[]>(
      page,
      `new Promise((resolve) => {
        const violated = new Set();
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          violated.add(effectiveDirective);
          if (violated.size === 4) resolve([...violated].sort());
        });
        const add = (name, more) =>
          document.body.append(Object.assign(document.createElement(name), more));
        add('img', { src: '${site.origin}/image' });
        add('script', { src: '${site.origin}/script' });
        add('iframe', { src: '${site.origin}/frame' });
        add('link', { rel: 'stylesheet', href: '${site.origin}/style' });
      })`,
    );
    const byMain = await app.evaluate(async ({ BrowserWindow }, url) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.loadURL(url).then(
        () => 'loaded',
        () => 'refused',
      );
    }, `${site.origin}/by-main`);
    expect({ directives, byMain, visits: site.visits }).toEqual({
      directives: ['frame-src', 'img-src', 'script-src-elem', 'style-src-elem'],
      byMain: 'refused',
      visits: [],
    });
    expect(electron.log()).toContain(`A page asked for ${site.origin}/by-main, which was refused.`);
    site.close();
  });

  test('addresses that lead out of what was built are not there', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    const statuses = await app.evaluate(
      async ({ net }, urls) => {
        const answers = urls.map(async (url) => [url, (await net.fetch(url)).status] as const);
        return Object.fromEntries(await Promise.all(answers));
      },
      [
        'app://window/index.html',
        'app://window/../electron/main.js',
        'app://window/%2e%2e/electron/main.js',
        'app://window/..%2felectron%2fmain.js',
        'app://window/%2e%2e%5celectron%5cmain.js',
        'app://window//etc/passwd',
        'app://window/%00',
        'app://window/index.html%00.js',
        'app://window/.inputs',
        'app://electron/main.js',
        'app://preview/assets/../../licences.json',
        `app://window/${'a'.repeat(5_000)}`,
      ],
    );
    const { 'app://window/index.html': own, ...others } = statuses;
    expect([own, new Set(Object.values(others))]).toEqual([200, new Set([404])]);
  });

  test('a file of the machine is not shown', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    const outcome = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.loadURL('file:///etc/hostname').then(
        () => 'loaded',
        () => 'refused',
      );
    });
    expect(outcome).toBe('refused');
  });
});

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
      names: [...callNames, 'listen', 'acknowledge', 'onCommand'].sort(),
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

test.describe('7: content security policies', () => {
  test('are headers of both origins, refusals included', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    const policies = await app.evaluate(
      async ({ net }, urls) => {
        const answers = urls.map(async (url) => (await net.fetch(url)).headers);
        const all = await Promise.all(answers);
        return all.map((headers) => headers.get('content-security-policy'));
      },
      [
        'app://window/',
        'app://window/none.js',
        'app://preview/index.html',
        'app://preview/none.js',
      ],
    );
    const window =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; frame-src app://preview; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    const preview =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors app://window";
    expect(policies).toEqual([window, window, preview, preview]);
  });

  test('hold: no script in the page, no connection', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const attack = `new Promise((resolve) => {
      const violated = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
        if (violated.length === 3) resolve([violated.sort(), globalThis.hasRun ?? false]);
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.hasRun = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="globalThis.hasRun = true">');
      fetch('/index.html').catch(() => {});
    })`;
    const window = await run(page, attack);
    const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
    const framed = await preview.evaluate<unknown>(attack);
    expect({ window, framed }).toEqual({
      window: [expect.arrayContaining(['connect-src', 'script-src-elem']), false],
      framed: [expect.arrayContaining(['connect-src', 'script-src-elem']), false],
    });
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

test.describe('13: navigation', () => {
  test('the window stays where it is, and reloads itself', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const before = page.url();
    for (const to of [
      'https://example.com/',
      'app://preview/index.html',
      'app://window/other.html',
    ])
      await run(page, `void (location.href = ${JSON.stringify(electron.inPage(to))})`).then(() =>
        expect.poll(electron.log).toContain(`A page wanted to show ${to}, which was`),
      );
    expect(page.url()).toBe(before);
    const reloaded = page.waitForEvent('load');
    await run(page, 'void location.reload()');
    await reloaded;
    await app.window.expectStatus('default', 'fresh');
  });

  test('a frame shows the preview, and nothing else', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
    const violated = run<string>(
      page,
      `new Promise((resolve) => document.addEventListener('securitypolicyviolation',
        ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }))`,
    );
    await preview.evaluate(`void (location.href = 'https://example.com/')`);
    expect(await violated).toBe('frame-src');
  });

  test('a frame shows nothing else even where no policy says so', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    await app.evaluate(({ protocol }) => {
      protocol.unhandle('app');
      const headers = { 'content-type': 'text/html' };
      protocol.handle('app', () => new Response('<!doctype html><title>Bare</title>', { headers }));
    });
    const reloaded = page.waitForEvent('load');
    await run(page, 'void location.reload()');
    await reloaded;
    for (const to of ['https://example.com/', 'app://window/other.html']) {
      await run(
        page,
        `void document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(electron.inPage(to))} }))`,
      );
      await expect.poll(electron.log).toContain(`A page wanted to show ${to}, which was refused.`);
    }
  });

  test('a redirect leads nowhere', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    const before = page.url();
    await app.evaluate(({ protocol }) => {
      protocol.unhandle('app');
      protocol.handle('app', () => Response.redirect('https://example.com/', 302));
    });
    await run(page, 'void location.reload()');
    await expect
      .poll(electron.log)
      .toContain('A page wanted to show https://example.com/, which was refused.');
    expect(page.url()).toBe(before);
    await app.window.expectStatus('default', 'fresh');
  });
});

test('14: no page opens a window', async ({ electron }) => {
  const app = await electron.start();
  const page = await ready(app);
  const preview = await framePreview(page, electron.inPage('app://preview/index.html'));
  const opened = [
    await run(page, `window.open('https://example.com/1')`),
    await preview.evaluate<unknown>(`window.open('https://example.com/2', 'name', 'popup')`),
  ];
  await run(
    page,
    `(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/3';
      link.target = '_blank';
      link.textContent = 'elsewhere';
      document.body.append(link);
      link.click();
    })()`,
  );
  for (const number of [1, 2, 3])
    await expect
      .poll(electron.log)
      .toContain(`A page wanted to open https://example.com/${number}, which was refused.`);
  const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect([opened, count]).toEqual([[null, null], 1]);
});

test('15: only https addresses reach the system’s browser', async ({ electron }) => {
  const app = await electron.start();
  const page = await ready(app);
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const codes = await run(
    page,
    `Promise.all([
      'https://example.com/terms',
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user:password@example.com/',
      'app://window/',
      'smb://example.com/share',
      'not an address',
    ].map(async (url) => {
      const outcome = await paywallPreview.openLink({ url });
      return outcome.ok ? 'opened' : outcome.problem.code;
    }))`,
  );
  const opened = await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
  expect([codes, opened]).toEqual([
    ['opened', ...Array.from({ length: 7 }, () => 'refused')],
    ['https://example.com/terms'],
  ]);
});

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

test.describe('beyond the list', () => {
  test('nothing is downloaded', async ({ electron }) => {
    const app = await electron.start();
    const page = await ready(app);
    await run(
      page,
      `(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['secret']));
        link.download = 'taken.txt';
        document.body.append(link);
        link.click();
      })()`,
    );
    await expect.poll(electron.log).toMatch(/A page wanted to download blob:.*which was refused/);
  });

  test('Chromium resolves no names, and WebRTC has no way out', async ({ electron }) => {
    const app = await electron.start();
    await ready(app);
    const walls = await app.evaluate(({ app: main, BrowserWindow, session }) => ({
      rules: main.commandLine.getSwitchValue('host-resolver-rules'),
      rtc: BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
      hasSpellChecker: session.defaultSession.isSpellCheckerEnabled(),
    }));
    expect(walls).toEqual({
      rules: 'MAP * ~NOTFOUND',
      rtc: 'disable_non_proxied_udp',
      hasSpellChecker: false,
    });
  });
});
