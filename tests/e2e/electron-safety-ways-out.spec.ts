/** What leads out of the app: items 13, 14 and 15 of Electron's security checklist, and more. */
import { framePreview, ready, run } from './support/electron-page.ts';
import { expect, test } from './support/electron-test.ts';

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
