import type { CDPSession, Page } from 'playwright';
import type { Pair } from '../row.ts';

/** What the steps of a series took together, in milliseconds. */
export interface Taken {
  /** The page's main thread: scripts, styles, layout, painting. */
  readonly workMs: number;
  /** From the first step until the last one was painted. */
  readonly paintedMs: number;
}

/** Measures what is done in a page. */
export interface PageMeter {
  /** Takes a series of steps, which is what this expression yields in the page: functions. */
  readonly measure: (steps: string) => Promise<Taken>;
}

/** Each step waits until the one before is painted: a frame later than that in which it was drawn. */
const kit = `
  window.paint = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  window.take = async (steps) => {
    const startedAt = performance.now();
    for (const step of steps) {
      await step();
      await paint();
    }
    return performance.now() - startedAt;
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
      const paintedMs: number = await page.evaluate(`take(${steps})`);
      return { workMs: (await workMsOf(session)) - before, paintedMs };
    },
  };
};

/** Several series as one. */
export const sumOf = (all: readonly Taken[]): Taken => ({
  workMs: all.reduce((sum, { workMs }) => sum + workMs, 0),
  paintedMs: all.reduce((sum, { paintedMs }) => sum + paintedMs, 0),
});

/** The work of each series, then the time until all of them were painted. */
export const pairsOf = (ours: readonly Taken[], against: readonly Taken[]): readonly Pair[] => [
  ...ours.map(({ workMs }, series) => ({ ours: workMs, against: against[series]?.workMs ?? NaN })),
  { ours: sumOf(ours).paintedMs, against: sumOf(against).paintedMs },
];
