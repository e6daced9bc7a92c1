import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { appStageOf } from './support/app-stage.ts';
import { expect, test as base } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { expectAccessible } from './support/axe.ts';
import { drag } from './support/drop.ts';
import { makeProject, screenOf, stepOf, textOf } from './support/project-folder.ts';

const bodySaying = (text: string) => ({
  initial_step_id: 'only',
  single_step_fallback_id: 'only',
  steps: { only: stepOf('only') },
  screens: { only: screenOf('Only', [textOf('words')], { words: text }) },
});

const test = base.extend<{ readonly shop: string }>({
  shop: async ({}, use) => {
    const shop = makeProject([{ offering: 'first', id: 'wf_shop', body: bodySaying('One') }]);
    await use(shop);
    rmSync(shop, { recursive: true, force: true });
  },
});

const menuOf = (page: Page) => page.getByRole('button', { name: /^Project: / });
const bannerOf = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The project is broken on disk' });

const choose = async (page: Page, item: string): Promise<void> => {
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** As it is done in a browser, by keys alone. */
const openByPath = async ({ page }: AppWindow, folder: string): Promise<void> => {
  await menuOf(page).press('Enter');
  await page.getByRole('menuitem', { name: 'Demo' }).press('ArrowDown');
  await page.getByRole('menuitem', { name: 'Open folder…' }).press('Enter');
  const field = page.getByRole('combobox', { name: 'Path of the folder' });
  await expect(field).toBeFocused();
  await field.fill(folder.slice(0, -1));
  await expect(page.getByRole('option', { name: path.basename(folder) })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(folder);
  await field.press('Enter');
  await expect(menuOf(page)).toHaveAccessibleName(`Project: ${path.basename(folder)}`);
};

test.describe('in a browser', () => {
  test.skip(({ appHost }) => appHost !== 'browser', 'Electron has a dialog of the system for it.');

  test('a folder is opened, what is saved in it is shown, and what is broken is told until it is mended', async ({
    app: { window, restart },
    shop,
  }) => {
    const { page } = window;
    const stage = appStageOf(page);
    const file = path.join(shop, 'workflows/wf_shop.json');
    await stage.expectOpened();
    await openByPath(window, shop);
    await expect(stage.paywall.getByText('One')).toBeVisible();

    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('"One"', '"Two"'));
    await expect(stage.paywall.getByText('Two')).toBeVisible();

    writeFileSync(file, good.replace('"One"', '"Two",,'));
    await expect(bannerOf(page)).toContainText('workflows/wf_shop.json is not JSON: line 1');
    await expect(stage.paywall.getByText('Two')).toBeVisible();
    await expectAccessible(page, 'a project that is broken on disk');

    writeFileSync(file, good.replace('"One"', '"Three"'));
    await expect(stage.paywall.getByText('Three')).toBeVisible();
    await expect(bannerOf(page)).toBeHidden();

    await restart();
    await expect(menuOf(page)).toHaveAccessibleName(`Project: ${path.basename(shop)}`);
    await expect(stage.paywall.getByText('Three')).toBeVisible();
    await choose(page, 'Forget this project…');
    await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
    await expect(menuOf(page)).toHaveAccessibleName('Project: Demo');
  });

  test('the project is saved as a folder, and opened there', async ({ app: { window } }) => {
    const { page } = window;
    const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-saved-'));
    await appStageOf(page).expectOpened();
    await choose(page, 'Save as folder…');
    const dialog = page.getByRole('dialog', { name: 'Save the project as a folder' });
    const field = dialog.getByRole('combobox');
    await expect(field).toBeFocused();
    await field.fill(path.join(folder, 'tides'));
    await expectAccessible(page, 'where a project is saved');
    await field.press('Enter');
    await field.press('Enter');
    await expect(menuOf(page)).toHaveAccessibleName('Project: tides');
    await appStageOf(page).expectOpened();
    await menuOf(page).click();
    await expectAccessible(page, 'the menu of projects');
    rmSync(folder, { recursive: true, force: true });
  });
});

test('a JSON file that is dropped is shown, or told what it is not', async ({
  app: { window },
}) => {
  const { page } = window;
  const stage = appStageOf(page);
  await stage.expectOpened();
  const body = { id: 'wf_dropped', display_name: 'Dropped', ...bodySaying('Dropped words') };
  await drag(page, 'drop', { files: [{ name: 'one.json', text: JSON.stringify(body) }] });
  await expect(menuOf(page)).toHaveAccessibleName('Project: one.json');
  await expect(stage.paywall.getByText('Dropped words')).toBeVisible();
  await drag(page, 'drop', { files: [{ name: 'other.json', text: '{"a": 1}' }] });
  await expect(page.getByText('nothing in it was recognised')).toBeVisible();
  // A dialog tells what came since it was opened; this waits behind it.
  await choose(page, 'Save as folder…');
  await expect(page.getByRole('dialog', { name: 'Save the project' })).toBeVisible();
  await expect(page.getByText('nothing in it was recognised')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText('nothing in it was recognised')).toBeVisible();
  await expect(menuOf(page)).toHaveAccessibleName('Project: one.json');
});
