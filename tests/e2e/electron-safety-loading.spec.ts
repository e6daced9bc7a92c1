/** What is loaded, and from where: items 1, 7 and 18 of Electron's security checklist. */
import { framePreview, ready, run } from './support/electron-page.ts';
import { expect, test } from './support/electron-test.ts';
import { openLoopbackSite } from './support/loopback-site.ts';

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
