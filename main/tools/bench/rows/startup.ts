import type { Browser, Frame, Page } from 'playwright';
import {
  nowHere,
  nowInPage,
  openContext,
  paintIn,
  startHost,
  withBrowser,
} from '../kit/browser.ts';
import { inEmptyFolder } from '../kit/round-folder.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

type Host = Awaited<ReturnType<typeof startHost>>;
/** Shows something, and says when it was there. */
type Show = (page: Page, host: Host) => Promise<number>;

const previewIn = async (page: Page, { previewAddress }: Host): Promise<Frame> => {
  await page.locator('iframe[title^="Paywall"]').waitFor({ state: 'attached' });
  const find = (): Frame | undefined =>
    page.frames().find((frame) => frame.url().startsWith(previewAddress));
  return find() ?? page.waitForEvent('framenavigated', { predicate: () => find() !== undefined });
};

const showPaywall: Show = async (page, host) => {
  await page.goto(host.address);
  return paintIn(await previewIn(page, host));
};

/** What is not there is answered with a page of a few words. */
const showNothing: Show = async (page, { windowOrigin }) => {
  await page.goto(`${windowOrigin}/nothing`);
  return page.evaluate<number>(
    `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(${nowInPage}))))`,
  );
};

/** From the start of the host until something of it is seen. */
const start = (bench: Bench, browser: Browser, show: Show): Promise<number> =>
  inEmptyFolder(bench.folder, async (folder) => {
    const context = await openContext(browser);
    const page = await context.newPage();
    const startedAt = nowHere();
    const host = await startHost(folder);
    const shownAt = await show(page, host);
    await context.close();
    await host.close();
    return shownAt - startedAt;
  });

const measure = (bench: Bench): Promise<void> =>
  withBrowser((browser) =>
    bench.inTurn({ rounds: 11, warmUps: 3 }, async () => {
      const against = await start(bench, browser, showNothing);
      return [{ against, ours: await start(bench, browser, showPaywall) }];
    }),
  );

/** What somebody waits who opens the app. */
export const startup: Row = {
  name: 'startup',
  about:
    'host start to first paywall on the screen, in a real browser ÷ to an empty page of the same host',
  unit: 'ms',
  figures: onlyFigure(null),
  measure,
};
