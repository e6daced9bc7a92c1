// `npm run portrait`: takes the picture of the window that the README shows.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { openBrowserHost } from '../hosts/browser/open-browser-host.ts';
import { complain, endWithOutput, say } from '../scenario/output.ts';
import { launch } from './browser/launch.ts';
import { pictureBrowser } from './browser/picture-browser.ts';
import { ensureBuilt } from './build/ensure-built.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const file = path.join(root, '.github', 'pictures', 'window.png');
const form = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const;

/** The backend goes down and the app is started cold: what was prefetched is there all the same. */
const tellTheStory = async (page: Page): Promise<void> => {
  const row = page.getByRole('option', { name: /^default/ });
  const paywall = page.locator('iframe').first().contentFrame().getByText('Continue');
  await paywall.waitFor();
  await page.keyboard.press('Control+Shift+B');
  await page.keyboard.press('Control+Shift+K');
  await row.and(page.locator('[data-status="restored"]')).waitFor();
  await paywall.waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
};

const portray = async (dataFolder: string): Promise<string | null> => {
  const built = await ensureBuilt(root, ['window', 'preview', 'licences']);
  if (!built.ok) return built.message;
  const launched = await launch(process.env);
  if (!launched.ok) return launched.message;
  const { browser } = launched;
  const opened = await openBrowserHost({
    root,
    dataFolder,
    projectFolder: null,
    opener: null,
    pictureBrowser: pictureBrowser(process.env),
  });
  try {
    if (!opened.ok) return opened.message;
    const page = await browser.newPage(form);
    await page.goto(opened.host.address);
    await tellTheStory(page);
    await page.screenshot({ path: file });
    return null;
  } finally {
    await browser.close();
    if (opened.ok) await opened.host.close();
  }
};

const main = async (): Promise<0 | 2> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'paywall-preview-portrait-'));
  try {
    const problem = await portray(dataFolder);
    if (problem === null) say(path.relative(root, file));
    else complain(problem);
    return problem === null ? 0 : 2;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

endWithOutput();
process.exitCode = await main();
