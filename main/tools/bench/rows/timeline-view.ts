import { manyEvents } from '../kit/many-events.ts';
import { type WindowPage, withWindowPages } from '../kit/window-pages.ts';
import { snapshotWith } from '../kit/window-snapshot.ts';
import { type Bench, type Row, onlyFigure } from '../row.ts';

const few = 1_000;
const wide = { width: 1_280, height: 720 } as const;
/** Here lanes and events have no room beside each other, and each is shown by pressing its name. */
const narrow = { width: 840, height: 720 } as const;

/** Steps of which the second half undoes the first: `there` is 1, then -1. */
const thereAndBack = (steps: number, step: string): string =>
  `Array.from({ length: ${steps} }, (_, number) => number < ${steps / 2} ? 1 : -1)
    .map((there) => () => { ${step} })`;

/** A wheel that is turned over the middle of the lanes. */
const wheel = (how: string): string => `
  const lanes = document.querySelector('.lanes__canvas');
  const { left, width, top } = lanes.getBoundingClientRect();
  const over = { clientX: left + width / 2, clientY: top + 30, cancelable: true };
  lanes.dispatchEvent(new WheelEvent('wheel', { ...over, ${how} }));
`;

/** All there is, or what happened last. */
const go = (where: 'all' | 'latest'): string =>
  where === 'all'
    ? `document.querySelector('.lanes').dispatchEvent(
        new KeyboardEvent('keydown', { key: '0', bubbles: true }))`
    : `[...document.querySelectorAll('.timeline__zoom button')].at(-1).click()`;

const showing = (steps: number): string => `(() => {
  const tabs = document.querySelectorAll('.timeline__head input[type="radio"]');
  return Array.from({ length: ${steps} }, (_, step) => () => tabs[step % 2].click());
})()`;

const listScrolling = (steps: number): string => `(() => {
  const list = document.querySelector('.events__list');
  list.scrollTop = list.scrollHeight / 2;
  return ${thereAndBack(steps, `list.scrollTop += there * 72;`)};
})()`;

/** Pressing the name of what is not shown, each time the other one. */
const show = async ({ page, measure }: WindowPage, steps: number): Promise<number> => {
  await page.setViewportSize(narrow);
  const taken = await measure(showing(steps));
  await page.setViewportSize(wide);
  return taken;
};

/** From what happened last and from all there is, closer and back. */
const zoom = async ({ page, measure }: WindowPage, steps: number): Promise<number> => {
  await page.evaluate(`${go('latest')}; ${go('latest')};`);
  const nearLatest = await measure(thereAndBack(steps, wheel('deltaY: -300 * there')));
  await page.evaluate(go('all'));
  return nearLatest + (await measure(thereAndBack(steps, wheel('deltaY: -300 * there'))));
};

/** Along the lanes where all there is fills four widths, and along the list. */
const scroll = async ({ page, measure }: WindowPage, steps: number): Promise<number> => {
  await page.evaluate(go('all'));
  for (let notch = 0; notch < 3; notch += 1)
    await page.evaluate(`(() => {${wheel('deltaY: -300')}})()`);
  const lanes = await measure(thereAndBack(steps, wheel('deltaY: 30 * there, shiftKey: true')));
  return lanes + (await measure(listScrolling(steps)));
};

const look = async (window: WindowPage, steps: number): Promise<number> =>
  (await show(window, steps)) + (await zoom(window, steps)) + (await scroll(window, steps));

const openWith = async (open: () => Promise<WindowPage>, count: number): Promise<WindowPage> => {
  const events = manyEvents(count);
  const window = await open();
  await window.begin(snapshotWith(20, events.at(-1)?.at ?? 0));
  await window.feed(events);
  return window;
};

const measure = async (bench: Bench): Promise<void> => {
  const steps = bench.size(24, 2);
  await withWindowPages(async (open) => {
    const small = await openWith(open, few);
    const large = await openWith(open, bench.size(100_000, 2 * few));
    await bench.inTurn({ rounds: 9, warmUps: 3 }, async () => {
      const against = await look(small, steps);
      return [{ ours: await look(large, steps), against }];
    });
  });
};

/** Whether a long session is looked at as quickly as a short one; the window has its events before. */
export const timelineView: Row = {
  name: 'timeline-view',
  about: 'time to show, zoom and scroll the timeline with 100,000 events ÷ with 1,000',
  unit: 'ms',
  figures: onlyFigure(1.5),
  measure,
};
