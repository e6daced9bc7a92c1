import path from 'node:path';
import type { Browser, Route } from 'playwright';
import { distIn, parts } from '../../build/parts.ts';
import { withBrowser } from './browser.ts';
import { type FedWindow, openFedWindow } from './fed-window.ts';
import { type PageMeter, openPageMeter } from './page-meter.ts';

/** The built window in a page of its own, fed by hand. */
export interface WindowPage extends FedWindow, PageMeter {}

const root = path.resolve(import.meta.dirname, '..', '..', '..', '..');
const address = 'http://127.0.0.1/';

/** A laptop's window. */
const size = { width: 1_280, height: 720 } as const;

/** As many frames as it can draw: else a step would wait for the screen, which there is none of. */
const unhurried = ['--disable-frame-rate-limit', '--disable-gpu-vsync'] as const;

/** Gives the window its files; everything else it asks for is not there. */
const answerFrom =
  (folder: string) =>
  async (route: Route): Promise<void> => {
    const { href, pathname } = new URL(route.request().url());
    if (!href.startsWith(address)) await route.abort();
    else
      await route.fulfill({ path: path.join(folder, pathname === '/' ? 'index.html' : pathname) });
  };

const openPage = async (browser: Browser, folder: string): Promise<WindowPage> => {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  await context.route(() => true, answerFrom(folder));
  const fed = await openFedWindow(await context.newPage(), address);
  return { ...fed, ...(await openPageMeter(fed.page)) };
};

/** Opens the built window in a real browser, as often as it is asked for; all are closed afterwards. */
export const withWindowPages = async (
  use: (open: () => Promise<WindowPage>) => Promise<void>,
): Promise<void> => {
  const folder = path.join(distIn(root), parts.window.output);
  await withBrowser((browser) => use(() => openPage(browser, folder)), ...unhurried);
};
