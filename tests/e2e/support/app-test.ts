import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from 'playwright/test';
import { openBrowserHost } from '../../../main/hosts/browser/open-browser-host.ts';
import { ensureBuilt } from '../../../main/tools/build/ensure-built.ts';
import { type AppWindow, appWindowOf } from './app-window.ts';

const root = path.join(import.meta.dirname, '../../..');

/** The app on any host, as the specs use it. */
interface AppUnderTest {
  readonly window: AppWindow;
  /** Ends the app and starts it again on what it left on disk. */
  restart(): Promise<void>;
}

interface Fixtures {
  readonly app: AppUnderTest;
}

/** Opens the app in a folder of its own; page errors fail the spec. */
export const test = base.extend<Fixtures>({
  app: async ({ page }, use) => {
    const built = await ensureBuilt(root, ['licences', 'window', 'preview']);
    if (!built.ok) throw new Error(built.message);
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-'));
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });

    const open = async () => {
      const opened = await openBrowserHost({ root, dataFolder, projectFolder: null, opener: null });
      if (!opened.ok) throw new Error(opened.message);
      await page.goto(opened.host.address);
      return opened.host;
    };

    let host = await open();
    await use({
      window: appWindowOf(page),
      restart: async () => {
        // First the page: what it says about a lost app is another spec's.
        await page.goto('about:blank');
        await host.close();
        host = await open();
      },
    });
    await page.goto('about:blank');
    await host.close();
    rmSync(dataFolder, { recursive: true, force: true });
    if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join('; ')}`);
  },
});

export { expect } from 'playwright/test';
