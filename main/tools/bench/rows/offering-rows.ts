import { type WindowPage, withWindowPages } from '../kit/window-pages.ts';
import { snapshotWith } from '../kit/window-snapshot.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const few = 20;
const now = Date.UTC(2026, 5, 15, 12);

/** Row by row around the middle, further than which 20 rows could not be scrolled. */
const scrolling = (steps: number): string => `(() => {
  const list = document.querySelector('.offering-list');
  const [rowHeight, reach] = [52, 7];
  const middle = (list.scrollHeight - list.clientHeight) / 2;
  const placeAt = (step) => reach - Math.abs(((step + 3 * reach) % (4 * reach)) - 2 * reach);
  return Array.from({ length: ${steps} }, (_, step) => () => {
    list.scrollTop = middle + placeAt(step + 1) * rowHeight;
  });
})()`;

/**
 * A window that has no offerings is told of so many; then its list is scrolled. Telling is measured
 * with what the window does to check and keep it, but not with how it comes into the page.
 */
const look = async (window: WindowPage, count: number, steps: number): Promise<number> => {
  await window.begin(snapshotWith(0, now));
  await window.hold(snapshotWith(count, now));
  const show = await window.measure('[window.tellHeld]');
  return show + (await window.measure(scrolling(steps)));
};

const measure = async (bench: Bench): Promise<void> => {
  const [many, steps] = [bench.size(2_000, 2 * few), bench.size(28, 2)];
  await withWindowPages(async (open) => {
    const window = await open();
    await bench.inTurn({ rounds: 15, warmUps: 4 }, async () => {
      const against = await look(window, few, steps);
      return [{ ours: await look(window, many, steps), against }];
    });
  });
};

/** Whether a large project's list is as quick as a small one's. */
export const offeringRows: Row = {
  name: 'rows',
  about: 'time to show and to scroll the list with 2,000 offerings ÷ with 20',
  unit: 'ms',
  figures: onlyFigure(1.5),
  measure,
};
