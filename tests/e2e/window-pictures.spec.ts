/** A sheet of pictures, ordered in the window: devices, languages, light and dark. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright/test';
import { appStageOf } from './support/app-stage.ts';
import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';

test.describe.configure({ timeout: 120_000 });

/** Opens the menu of the paywall “crew”, which has two screens. */
const openMenu = async (window: AppWindow): Promise<Locator> => {
  const { page } = window;
  const stage = appStageOf(page);
  await window.expectStatus('crew', 'fresh');
  await window.row('crew').click();
  await expect(stage.steps).toContainText('Step 1 of 2');
  await stage.expectSettled();
  await stage.button('Pictures').click();
  return page.getByRole('dialog', { name: 'Pictures' });
};

/** Whether pictures can be taken here; where not, it is told in one sentence. */
const isPossible = async (panel: Locator): Promise<boolean> => {
  const hindrance = panel.getByText(/Chromium/);
  await expect(panel.getByRole('button', { name: 'This screen' }).or(hindrance)).toBeVisible();
  return !(await hindrance.isVisible());
};

const chooseLooks = async (panel: Locator, ...looks: readonly string[]): Promise<void> => {
  for (const look of looks) await panel.getByRole('checkbox', { name: look, exact: true }).check();
};

const picturesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .map((name) => path.join(folder, name));

const sizeOf = (file: string): readonly number[] => {
  const png = readFileSync(file);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

test('every screen is taken on each device, in each language, light and dark, and all are on a sheet', async ({
  app: { window, dataFolder },
}, testInfo) => {
  const panel = await openMenu(window);
  if (!(await isPossible(panel))) return;
  await chooseLooks(panel, 'iPhone SE', 'German (Germany)');
  await panel.getByRole('button', { name: 'Take 16 pictures' }).click();
  await expect(panel.getByRole('progressbar')).toBeVisible();
  await expect(panel.getByText(/^\d+ of 16/)).toBeVisible();
  const ended = panel.getByRole('status');
  await expect(ended).toContainText('16 pictures taken.', { timeout: 90_000 });
  const taken = picturesIn(dataFolder);
  const sheet = taken.find((file) => path.basename(file).startsWith('sheet')) ?? '';
  await testInfo.attach('sheet.png', { path: sheet });
  expect(taken).toHaveLength(17);
  // Six beside each other, each 320 wide.
  const [width = 0, height = 0] = sizeOf(sheet);
  expect(width).toBeGreaterThan(6 * 320);
  expect(height).toBeGreaterThan(3 * 400);
});

test('pictures that nobody wants any more are given up', async ({
  app: { window, dataFolder },
}) => {
  const panel = await openMenu(window);
  if (!(await isPossible(panel))) return;
  await chooseLooks(panel, 'iPhone SE', 'Pixel 8', 'German (Germany)', 'Arabic');
  await panel.getByRole('button', { name: 'Take 36 pictures' }).click();
  await expect(panel.getByText(/^[1-9]\d* of 36/)).toBeVisible({ timeout: 30_000 });
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('status')).toContainText('Cancelled.');
  expect(picturesIn(dataFolder).length).toBeLessThan(36);
  // The next order is taken at once.
  await panel.getByRole('button', { name: 'This screen' }).click();
  await expect(panel.getByRole('status')).toContainText('1 picture taken.', { timeout: 30_000 });
});
