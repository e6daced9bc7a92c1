import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ConsoleMessage, type Page, test as base, expect } from 'playwright/test';
import { type BrowserHost, openBrowserHost } from '../../main/hosts/browser/open-browser-host.ts';
import { pictureBrowser } from '../../main/tools/browser/picture-browser.ts';
import { ensureBuilt } from '../../main/tools/build/ensure-built.ts';

const root = path.join(import.meta.dirname, '../..');

interface Fixtures {
  readonly host: BrowserHost;
  /** The origin of a page on this machine that has nothing to do with the app, but frames its preview. */
  readonly stranger: string;
  /** What the page complains about. */
  readonly complaints: readonly string[];
}

const test = base.extend<Fixtures>({
  // Playwright reads from the pattern which fixtures this one needs.
  host: async ({}, use) => {
    const built = await ensureBuilt(root, ['licences', 'window', 'preview']);
    if (!built.ok) throw new Error(built.message);
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-'));
    const opened = await openBrowserHost({
      root,
      dataFolder,
      projectFolder: null,
      opener: null,
      pictureBrowser: pictureBrowser(process.env),
    });
    if (!opened.ok) throw new Error(opened.message);
    await use(opened.host);
    await opened.host.close();
    rmSync(dataFolder, { recursive: true, force: true });
  },
  stranger: async ({ host }, use) => {
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<title>Somebody else</title><iframe src="${host.previewAddress}/"></iframe>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(site.address() as AddressInfo).port}`);
    site.closeAllConnections();
    site.close();
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message: ConsoleMessage) => {
      // Of each font that it has loaded, the paywall renderer tells those who debug it.
      if (!['log', 'debug'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(complaints);
  },
});

const offline = (page: Page) => page.getByText('Offline', { exact: true });
const ready = async (page: Page): Promise<void> => {
  await expect(page.getByText('Fresh').first()).toBeVisible();
};

test.describe('the window in a browser', () => {
  test('opens, and keeps its token out of the address', async ({ page, host, complaints }) => {
    await page.goto(host.address);
    await ready(page);
    await page.reload();
    await ready(page);
    expect({ url: page.url(), complaints }).toEqual({
      url: `${host.windowOrigin}/`,
      complaints: [],
    });
  });

  test('opens with an address for once, and lives on after a reload', async ({ page, host }) => {
    await page.goto(host.makeAddressForOnce());
    await ready(page);
    await page.reload();
    await ready(page);
  });

  test('shows nothing of the app without the token', async ({ page, host }) => {
    await page.goto(host.windowOrigin);
    await expect(page.getByText('does not lead to a running app')).toBeVisible();
    expect(await page.getByText('Fresh').count()).toBe(0);
  });

  test('follows a new address that is put into the same tab', async ({ page, host }) => {
    await page.goto(`${host.windowOrigin}/#token=of-before`);
    await expect(page.getByText('does not lead to a running app')).toBeVisible();
    await page.goto(host.address);
    await ready(page);
  });

  test('is told what another window does', async ({ page, host, context }) => {
    const other = await context.newPage();
    for (const one of [page, other]) {
      await one.goto(host.address);
      await ready(one);
    }
    await page.keyboard.press('ControlOrMeta+Shift+X');
    await expect(offline(page)).toBeVisible();
    await expect(offline(other)).toBeVisible();
  });
});

/** What becomes of a socket that a page opens. */
const knockFrom = (page: Page, url: string, protocols: readonly string[]): Promise<string> =>
  page.evaluate(
    async ([to, names]) => {
      try {
        const socket = new WebSocket(to, [...names]);
        return await new Promise<string>((resolve) => {
          socket.onmessage = () => resolve('a message came');
          socket.onerror = () => resolve('refused');
          socket.onclose = () => resolve('closed');
        });
      } catch (error) {
        return `thrown: ${String(error)}`;
      }
    },
    [url, protocols] as const,
  );

test.describe('the bridge', () => {
  const bridgeOf = (host: BrowserHost): readonly [string, readonly string[]] => {
    const token = new URL(host.address).hash.replace('#token=', '');
    const url = `${host.windowOrigin.replace(/^http/, 'ws')}/bridge`;
    return [url, ['paywall-preview', `token.${token}`]];
  };

  test('is reached from the window, and with the token', async ({ page, host }) => {
    await page.goto(host.windowOrigin);
    expect(await knockFrom(page, ...bridgeOf(host))).toBe('a message came');
  });

  test('is not reached from the page that shows paywalls, even with the token', async ({
    page,
    host,
  }) => {
    await page.goto(`${host.previewAddress}/`);
    expect(await knockFrom(page, ...bridgeOf(host))).toBe('refused');
  });

  test('is not reached from a page of somebody else, even with the token', async ({
    page,
    host,
    stranger,
  }) => {
    await page.goto(stranger);
    expect(await knockFrom(page, ...bridgeOf(host))).toBe('refused');
  });
});

test.describe('the page that shows paywalls', () => {
  test('is framed by nobody but the window', async ({ page, stranger, complaints }) => {
    await page.goto(stranger);
    await expect.poll(() => complaints.join()).toContain('frame-ancestors');
  });

  test('does not hold up the window while it is busy', async ({ page, host }) => {
    await page.goto(host.address);
    await ready(page);
    // As text: the compiler knows nothing of a page here.
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts', 'allow-same-origin');
      frame.src = ${JSON.stringify(`${host.previewAddress}/index.html`)};
      frame.addEventListener('load', () => resolve());
      document.body.append(frame);
    })`);
    const paywall = page.frame({ url: (url) => url.href.startsWith(host.previewAddress) });
    if (paywall === null) throw new Error('The page is not framed.');
    const longestPause = page.evaluate(async () => {
      let [last, longest] = [performance.now(), 0];
      const end = last + 1_500;
      while (last < end) {
        await new Promise((resolve) => setTimeout(resolve));
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
      }
      return longest;
    });
    await paywall.evaluate(() => {
      const end = performance.now() + 1_000;
      while (performance.now() < end);
    });
    expect(await longestPause).toBeLessThan(500);
  });
});
