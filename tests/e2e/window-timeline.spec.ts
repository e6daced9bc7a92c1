import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright/test';
import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';

interface TimelineParts {
  readonly lanes: Locator;
  readonly picture: Locator;
  readonly list: Locator;
  readonly chosen: Locator;
  readonly details: Locator;
  event(what: string | RegExp): Locator;
  button(name: string | RegExp): Locator;
}

const partsOf = ({ timeline }: AppWindow): TimelineParts => {
  const list = timeline.getByRole('listbox', { name: 'Events' });
  return {
    lanes: timeline.getByRole('group', { name: 'Lanes' }),
    picture: timeline.getByRole('img'),
    list,
    chosen: list.getByRole('option', { selected: true }),
    details: timeline.getByRole('region', { name: 'Chosen event' }),
    event: (what) => list.getByRole('option').filter({ hasText: what }),
    button: (name) => timeline.getByRole('button', { name, exact: typeof name === 'string' }),
  };
};

/** What the list prefetches is there, and nothing is under way any more. */
const open = async (window: AppWindow): Promise<TimelineParts> => {
  await window.page.setViewportSize({ width: 1_400, height: 900 });
  for (const id of ['default', 'sale', 'swim', 'crew', 'winback'])
    await window.expectStatus(id, 'fresh');
  return partsOf(window);
};

const filterBy = async (timeline: Locator, field: string, option: string): Promise<void> => {
  await timeline.getByRole('button', { name: /^Filter/ }).click();
  await timeline.getByRole('combobox', { name: field }).selectOption({ label: option });
  await timeline.page().keyboard.press('Escape');
};

test('the lanes show a prefetch in its slot, and what was decided about it', async ({
  app: { window },
}) => {
  const parts = await open(window);
  await filterBy(window.timeline, 'Lane', 'Prefetch 1–4');
  await expect(parts.event('Prefetched').first()).toBeVisible();
  await parts.event('Prefetched').first().click();
  await expect(parts.details).toContainText(/Prefetch [1-4]/);
  await expect(parts.picture).toHaveAccessibleName(/^Workflow wf_\w+ was prefetched\.$/);
});

test('an event shows its cause, and the caches before and after it', async ({
  app: { window },
}) => {
  const parts = await open(window);
  await window.timeline.getByRole('searchbox', { name: 'Filter by id' }).fill('wf_welcome');
  await filterBy(window.timeline, 'Event', 'Refreshed');
  await parts.event('Refreshed').click();
  const { details } = parts;
  await expect(details).toContainText('Workflow wf_welcome came from the network.');
  const memory = details.getByRole('table').filter({ hasText: 'Memory' });
  const row = memory.getByRole('row', { name: /^wf_welcome/ });
  await expect(row.getByRole('cell').nth(0)).toHaveText('Nothing');
  await expect(row.getByRole('cell').nth(1)).toContainText('Fresh');
  const cause = details.getByRole('list', { name: 'Cause' }).getByRole('button').last();
  await expect(cause).toContainText('The workflows list came from the network.');
  await cause.click();
  // It is chosen, though the filter leaves it out of the list.
  await expect(details).toContainText('The list does not show it');
  await parts.button('Close the event').click();
  await expect(details).toHaveCount(0);
});

test('a filter leaves only what is wanted, and says how many', async ({ app: { window } }) => {
  const parts = await open(window);
  await window.timeline.getByRole('searchbox', { name: 'Filter by id' }).fill('no such id');
  await expect(window.timeline.getByText('No event passes the filter')).toBeVisible();
  await window.timeline.getByRole('button', { name: 'Clear filter' }).last().click();
  await expect(parts.event(/./).last()).toBeVisible();
  await window.network.click();
  await window.press('Cold start');
  await parts.button(/^Problems/).click();
  await expect(parts.event('Failed').first()).toBeVisible();
  await expect(parts.event('Saved')).toHaveCount(0);
  await expect(window.timeline).toContainText(/\d+ of [\d,]+ events/);
});

test('a pause holds the list still, and tells how much came meanwhile', async ({
  app: { window },
}) => {
  const parts = await open(window);
  await parts.button('Pause').click();
  const last = await parts.event(/./).last().textContent();
  await window.press('Cold start');
  await expect(window.timeline.getByText(/^\d+ new$/)).toBeVisible();
  expect(await parts.event(/./).last().textContent()).toBe(last);
  await parts.button('Resume').click();
  await expect(parts.event(/./).last()).not.toHaveText(last ?? '');
});

test('an event that is looked at stays in sight while others come', async ({ app: { window } }) => {
  const parts = await open(window);
  await window.timeline.getByRole('searchbox', { name: 'Filter by id' }).fill('wf_welcome');
  await parts.list.focus();
  await window.page.keyboard.press('Home');
  const first = (await parts.chosen.textContent()) ?? '';
  const before = await parts.event(/./).count();
  for (let start = 0; start < 5; start += 1) {
    await window.press('Cold start');
    await window.expectStatus('default', 'fresh');
  }
  await expect(window.timeline).toContainText(/\d+ of [\d,]+ events/);
  await expect(parts.chosen).toHaveText(first);
  await expect(parts.chosen).toBeInViewport();
  await window.page.keyboard.press('End');
  await expect(parts.chosen).toHaveAttribute('aria-setsize', /./);
  expect(Number(await parts.chosen.getAttribute('aria-setsize'))).toBeGreaterThan(before);
});

test('clearing hides what was so far, and gives it back', async ({ app: { window } }) => {
  const parts = await open(window);
  await parts.button('Clear: hide what was so far').click();
  await expect(parts.event(/./)).toHaveCount(0);
  await window.press('Cold start');
  await expect(parts.event(/./).first()).toBeVisible();
  await parts.list.focus();
  await window.page.keyboard.press('Home');
  await expect(parts.chosen).toContainText('The app was killed and started again.');
  await parts.button('Show what was cleared').click();
  await parts.list.focus();
  await window.page.keyboard.press('Home');
  await expect(parts.chosen).toContainText('The app asks for the offerings.');
});

test('the keyboard goes from event to event in the list and in the lanes, and zooms', async ({
  app: { window },
}) => {
  const { page } = window;
  const parts = await open(window);
  await parts.list.focus();
  await page.keyboard.press('Home');
  await expect(parts.chosen).toContainText('The app asks for the offerings.');
  await page.keyboard.press('ArrowDown');
  await expect(parts.chosen).toContainText('There was no copy of the offerings');
  await parts.lanes.focus();
  await page.keyboard.press('ArrowDown');
  await expect(parts.chosen).toContainText('The offerings are asked for.');
  await expect(parts.picture).toHaveAccessibleName('The offerings are asked for.');
  for (const key of ['0', '+', '+', '-', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])
    await page.keyboard.press(key);
  await expect(parts.button('Go to now')).toBeVisible();
  await parts.list.focus();
  await page.keyboard.press('Escape');
  await expect(parts.details).toHaveCount(0);
});

test('pressing a mark in the lanes chooses it', async ({ app: { window } }) => {
  const parts = await open(window);
  await window.press('Cold start');
  const picture = await parts.picture.boundingBox();
  if (picture === null) throw new Error('there is no picture');
  // The newest burst begins with the cold start; its lane is the last one.
  await window.page.evaluate("document.querySelector('.lanes').scrollTop = 10_000");
  const lanes = await parts.lanes.boundingBox();
  const bottom = (lanes?.y ?? 0) + (lanes?.height ?? 0);
  for (let x = 4; x < picture.width && (await parts.details.count()) === 0; x += 6)
    await window.page.mouse.click(picture.x + x, bottom - 6);
  await expect(parts.details).toContainText('The app was killed and started again.');
});

test('the events that are shown go into a file, one a line', async ({ app: { window } }) => {
  const parts = await open(window);
  await filterBy(window.timeline, 'Event', 'Prefetched');
  await parts.button('Export events…').click();
  await parts.button(/^The 5 events shown$/).click();
  const notice = window.page.getByText(/5 events in .*\.jsonl/);
  await expect(notice).toBeVisible();
  const file = /in (\S+\.jsonl)\./.exec((await notice.textContent()) ?? '')?.[1] ?? '';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const types = lines.map((line) => (JSON.parse(line) as { readonly type: string }).type);
  expect(types).toEqual(Array.from({ length: 5 }, () => 'prefetched'));
});
