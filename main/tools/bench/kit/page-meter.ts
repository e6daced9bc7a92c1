import type { CDPSession, Page } from 'playwright';

/** Measures what is done in a page. */
export interface PageMeter {
  /**
   * Takes a series of steps, which is what this expression yields in the page: functions. What they
   * cost the page's main thread, in milliseconds: scripts, styles, layout, painting.
   */
  readonly measure: (steps: string) => Promise<number>;
}

/** Each step waits until the one before is painted: a frame later than that in which it was drawn. */
const kit = `
  window.paint = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.take = async (steps) => {
    for (const step of steps) {
      await step();
      await paint();
    }
  };
`;

const workMsOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const task = metrics.find(({ name }) => name === 'TaskDuration');
  if (task === undefined) throw new Error('Chromium does not tell how much its pages work');
  return task.value * 1_000;
};

/**
 * A step is drawn with the next frame however little it costs, so the time until it is painted alone
 * would call a window fast that works through most of a frame, and differ most by what else the
 * machine does. What the main thread works is counted by its own clock, which stands while others
 * run; a frame in which nothing happens costs it something, too, and is part of both sides.
 */
export const openPageMeter = async (page: Page): Promise<PageMeter> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(kit);
  return {
    measure: async (steps) => {
      // Of several pages only the one in front is drawn.
      await page.bringToFront();
      await page.evaluate('paint()');
      const before = await workMsOf(session);
      await page.evaluate(`take(${steps})`);
      return (await workMsOf(session)) - before;
    },
  };
};
