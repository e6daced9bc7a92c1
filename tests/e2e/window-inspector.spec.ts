import { rmSync } from 'node:fs';
import type { Locator } from 'playwright/test';
import { expect, test } from './support/app-test.ts';
import { appStageOf } from './support/app-stage.ts';
import type { AppWindow } from './support/app-window.ts';
import { makeBrokenProject } from './support/broken-project.ts';

const open = async (window: AppWindow): Promise<Locator> => {
  await appStageOf(window.page).expectOpened();
  for (const id of ['default', 'sale', 'swim', 'crew', 'winback'])
    await window.expectStatus(id, 'fresh');
  return window.page.getByRole('region', { name: 'Details', exact: true });
};

const show = async ({ page }: AppWindow, tab: string | RegExp): Promise<void> => {
  await page.getByRole('radio', { name: tab }).check();
};

test('why: the decision in a sentence, what is on purpose, and the way into the timeline', async ({
  app: { window },
}) => {
  const { page } = window;
  const details = await open(window);
  await expect(details).toContainText(/Served from memory, fresh for another \d:\d\d\./);
  await window.choose(window.backend, 'Down');
  await window.moveClock('+5 min');
  await window.moveClock('+1 min');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(details).toContainText(
    /Served from memory, stale for .+; a refresh failed: the backend answered 503\./,
  );
  const meant = details.getByRole('region', { name: 'On purpose' });
  await expect(meant).toContainText('Backend: answers 503');

  const sentence = details.getByRole('list', { name: 'What led to it' }).getByRole('button').last();
  await sentence.click();
  const chosen = window.timeline.getByRole('region', { name: 'Chosen event' });
  await expect(chosen).toContainText('could not be had');

  await meant.getByRole('button', { name: /^Heal/ }).click();
  await expect(meant).toContainText('It is healed by now.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(meant).toHaveCount(0);
});

test('JSON: the screen on the stage as a tree, by keyboard, searched and copied', async ({
  app: { window },
}) => {
  const { page } = window;
  const details = await open(window);
  await show(window, 'JSON');
  await expect(details).toContainText(/Envelope\s*inline/);
  const tree = details.getByRole('tree', { name: 'JSON' });
  const row = (key: string): Locator => tree.getByRole('treeitem').filter({ hasText: key }).first();
  await tree.focus();
  await expect(row('name')).toHaveAttribute('aria-selected', 'true');
  await expect(row('components_config')).toHaveAttribute('aria-expanded', 'true');

  const search = details.getByRole('searchbox', { name: 'Search the JSON' });
  await search.fill('Continue');
  const found = details.getByRole('status').filter({ hasText: / of \d/ });
  await expect(found).toContainText('1 of');
  await search.press('Enter');
  await expect(found).toContainText('2 of');
  await search.press('Shift+Enter');
  await expect(found).toContainText('1 of');
  const selected = tree.getByRole('treeitem', { selected: true });
  await expect(selected).toContainText(/continue/i);

  await details.getByRole('button', { name: 'Copy path' }).click();
  await expect(details).toContainText('The path is on the clipboard.');
  const place = (await selected.getAttribute('data-place')) ?? '';
  await search.fill('');
  await search.press('ControlOrMeta+V');
  await expect(search).toHaveValue(place);

  await search.fill('');
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('End');
  const last = tree.getByRole('treeitem', { selected: true });
  await expect(last).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(tree.getByRole('treeitem', { selected: true })).toContainText('template_name');

  await page.getByRole('radio', { name: 'Workflow', exact: true }).check();
  await expect(row('initialStepId')).toBeVisible();
  await row('steps').dblclick();
  await expect(row('steps')).toHaveAttribute('aria-expanded', 'true');
});

const brokenProject = test.extend<{ readonly projectFolder: string | null }>({
  projectFolder: async ({}, use) => {
    const folder = makeBrokenProject();
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

brokenProject('a problem leads to its place in the JSON', async ({ app: { window } }) => {
  const { page } = window;
  const { paywall, problems } = appStageOf(page);
  await expect(paywall.getByText('This is First').first()).toBeVisible();
  await show(window, /^Problems/);
  const missing = problems.getByRole('listitem').filter({ hasText: 'nobody_wrote_this' }).first();
  await missing.getByRole('button', { name: /^components_config/ }).click();
  const selected = page.getByRole('tree').getByRole('treeitem', { selected: true });
  await expect(selected).toContainText('nobody_wrote_this');
  await expect(selected).toContainText('Problem');
  // What is above it says so, too.
  const above = page
    .getByRole('tree')
    .getByRole('treeitem')
    .filter({ hasText: 'components_config' });
  await expect(above).toContainText('Problem');
});

test('disk: what would be there after a cold start, and what would not', async ({
  app: { window },
}) => {
  const { page } = window;
  const details = await open(window);
  await show(window, 'Disk');
  const lines = details.getByRole('listitem');
  await expect(lines.filter({ hasText: 'Envelope' })).toContainText(/On disk.*prefetched · inline/);
  await expect(lines.filter({ hasText: 'Workflows list' })).toContainText('On disk');
  await expect(details).toContainText(/CDN files: (\d+) of \1 on disk/);
  await expect(details).toContainText('No damaged file was put aside.');
  await window.row('plans').click();
  await window.expectStatus('plans', 'fresh');
  await expect(lines.filter({ hasText: 'Envelope' })).toContainText('Missing');
  await window.row('support').click();
  await expect(details).toContainText('It maps to no workflow');
  await expect(page.getByRole('radio', { name: 'Disk' })).toBeChecked();
});

test('a row of the JSON is shown on the stage, and a press on the paywall leads to its row', async ({
  app: { window },
}) => {
  const { page } = window;
  await open(window);
  const stage = appStageOf(page);
  await stage.expectOpened();
  await stage.expectSettled();
  await page.getByRole('radio', { name: 'JSON' }).check();
  const row = page.getByRole('treeitem', { selected: true });
  const outline = stage.paywall.locator('.outline--sought');
  await stage.paywall.getByText('Tides to the minute').dispatchEvent('click', { altKey: true });
  await expect(row).toHaveAttribute('data-place', /components\.1\.components\.0$/);
  await expect(row).toContainText('text');
  await expect(outline).toBeVisible();
  const around = async (): Promise<number> => (await outline.boundingBox())?.height ?? 0;
  const ofText = await around();
  // One of its siblings’ parent is larger than a line of text.
  await page.getByRole('tree').press('ArrowUp');
  await expect.poll(around).toBeGreaterThan(ofText);
  // Nothing was pressed by that.
  await stage.expectStep('Hello');
});

test('the palette finds every action and every offering by a few letters', async ({
  app: { window },
}) => {
  const { page } = window;
  await open(window);
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const field = palette.getByRole('combobox');
  const button = page.getByRole('button', { name: 'Command palette' });
  await expect(button).toContainText('K');
  await button.click();
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  // It opens from a field, too, and its own keys close it.
  const search = page.getByRole('searchbox', { name: 'Search offerings' });
  await search.press('ControlOrMeta+K');
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+K');
  await expect(palette).toHaveCount(0);
  await expect(search).toBeFocused();
  await window.offerings.focus();

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('back down');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Backend: Down');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(window.backend).toHaveAccessibleName('Backend: Down');
  await expect(window.offerings).toBeFocused();

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('healevery');
  await expect(palette.getByRole('option').first()).toContainText('Heal everything');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(window.broken).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('winback');
  await page.keyboard.press('Enter');
  await expect(window.row('winback')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('ControlOrMeta+K');
  await field.fill('no such thing');
  await expect(palette).toContainText('Nothing is called “no such thing”.');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
});

test('how the window is laid out is there again after a restart, until all is wiped', async ({
  app,
}) => {
  const { window } = app;
  const { page } = window;
  const details = await open(window);
  const line = page.getByRole('separator', { name: 'Width of the offerings' });
  const sort = page.getByRole('combobox', { name: 'Order' });
  const hint = page.getByRole('complementary', { name: 'Hint' });
  await expect(hint).toContainText('Cold start');
  await hint.getByRole('button', { name: 'No more hints' }).click();
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', '416');
  await sort.selectOption('Name');
  await window.row('sale').click();
  await page.getByRole('button', { name: /^Fresh \d/ }).click();
  await show(window, 'Disk');
  await expect(details).toContainText('This workflow');

  await app.restart();
  await expect(page.getByRole('radio', { name: 'Disk' })).toBeChecked();
  await expect(line).toHaveAttribute('aria-valuenow', '416');
  await expect(sort).toHaveValue('name');
  await window.expectStatus('sale', 'fresh');
  await expect(window.row('sale')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: /^Fresh \d/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await show(window, 'Why');
  await expect(hint).toHaveCount(0);

  await app.wipe();
  await expect(line).toHaveAttribute('aria-valuenow', '400');
});
