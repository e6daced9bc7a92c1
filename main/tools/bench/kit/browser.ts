import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright';
import { openBrowserHost } from '../../../hosts/browser/open-browser-host.ts';
import { launch } from '../../browser/launch.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';

const root = path.join(import.meta.dirname, '../../../..');

/** Runs in every page, before its own scripts: notes when another paywall than before is painted. */
const watchPaint = `(() => {
  globalThis.told = [];
  let painted = Promise.withResolvers();
  // A paywall may have been mounted before: what counts is when it is the one that is seen.
  const seen = () => document.querySelector('.layer:not(.is-coming, .is-ahead)');
  let former = null;
  globalThis.forgetPaint = () => { painted = Promise.withResolvers(); former = seen(); };
  globalThis.whenPainted = () => painted.promise;
  const now = () => performance.timeOrigin + performance.now();
  // A frame is painted after its callbacks, and what is posted in one is heard after that.
  const notePaint = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => painted.resolve(now());
    port2.postMessage(null);
  });
  const look = () => {
    const paywall = seen();
    if (paywall === null || paywall === former) return;
    former = paywall;
    notePaint();
  };
  const attributeFilter = ['class'];
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributeFilter });
  addEventListener('message', ({ data }) => globalThis.told.push(data));
})()`;

/** When a paywall was first painted in this page. */
export const paintIn = (page: Page | Frame): Promise<number> =>
  page.evaluate<number>('globalThis.whenPainted()');

/** From now on the next paint counts. */
export const forgetPaint = (page: Page | Frame): Promise<void> =>
  page.evaluate<undefined>('globalThis.forgetPaint()');

/** The time in a page, and here: milliseconds since 1970, with parts. */
export const nowInPage = 'performance.timeOrigin + performance.now()';
export const nowHere = (): number => performance.timeOrigin + performance.now();

/** Opens the Chromium that is there on pages that are built, and measures in it. */
export const withBrowser = async (
  use: (browser: Browser) => Promise<void>,
  ...flags: readonly string[]
): Promise<void> => {
  const built = await ensureBuilt(root, ['window', 'preview']);
  if (!built.ok) throw new Error(built.message);
  const launched = await launch(process.env, ...flags);
  if (!launched.ok) throw new Error(launched.message.replace(/\.$/, ''));
  try {
    await use(launched.browser);
  } finally {
    await launched.browser.close();
  }
};

/** Pages that know nothing of each other, on a screen where every device is seen as a whole. */
export const openContext = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1_600, height: 1_200 } });
  await context.addInitScript(watchPaint);
  return context;
};

/** Starts the app with the demo project, served to browsers. */
export const startHost = async (dataFolder: string) => {
  const opened = await openBrowserHost({
    root,
    dataFolder,
    projectFolder: null,
    opener: null,
    pictureBrowser: { hindrance: 'Nobody takes pictures in a bench.' },
  });
  if (!opened.ok) throw new Error(opened.message);
  return opened.host;
};
