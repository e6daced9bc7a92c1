import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright/test';
import { appStageOf } from './support/app-stage.ts';
import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { expectAccessible } from './support/axe.ts';
import { drag } from './support/drop.ts';

const dialogOf = ({ page }: AppWindow): Locator =>
  page.getByRole('dialog', { name: 'Export and open' });

const barOf = ({ page }: AppWindow): Locator =>
  page.getByRole('region', { name: 'Report', exact: true }).filter({ hasText: 'Leave' });

const open = async (window: AppWindow): Promise<Locator> => {
  await window.press('Export and open');
  return dialogOf(window);
};

/** Resolves with where it is. */
const save = async (window: AppWindow): Promise<string> => {
  const dialog = await open(window);
  await dialog.getByRole('button', { name: 'Save report' }).click();
  await expect(dialog).toContainText('Saved: ');
  const file = await dialog.locator('code').innerText();
  await window.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return file;
};

const dropZip = ({ page }: AppWindow, name: string, bytes: Buffer): Promise<void> =>
  drag(page, 'drop', { files: [{ name, text: bytes.toString('base64'), isBase64: true }] });

/** The bar of a report takes the room of a row or two. */
const rowsInSight = 7;

/** The rows as they are read, but for what counts down, and what is broken. */
const shownIn = async ({ offerings, broken }: AppWindow) => {
  const rows = await offerings.getByRole('option').allInnerTexts();
  return {
    rows: rows.slice(0, rowsInSight).map((row) => row.replace(/\d:\d\d/, 'left')),
    broken: await broken.innerText(),
  };
};

test('a report of a broken world shows it to others, lets nothing be changed, and is left again', async ({
  app,
}) => {
  test.slow();
  const { window } = app;
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await window.choose(window.backend, 'Down');
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await window.expectStatus('default', 'restored');
  await expect(window.broken).toBeVisible();
  const before = await shownIn(window);
  const file = await save(window);

  await app.restart();
  await window.expectStatus('default', 'fresh');
  await expect(window.broken).toHaveCount(0);
  await dropZip(window, 'bug-1234.zip', readFileSync(file));
  const bar = barOf(window);
  await expect(bar).toContainText('bug-1234.zip');
  await expect(bar).toContainText('Nothing can be changed in it.');
  await window.expectStatus('default', 'restored');
  expect(await shownIn(window)).toEqual(before);
  await expect(window.timeline).toContainText('Workflow wf_welcome was restored from disk.');
  await appStageOf(page).expectOpened();

  await window.network.click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('This is a report: nothing can be changed in it.');
  await expect(window.network).toBeChecked();
  await expectAccessible(page, 'a report');
  await bar.getByRole('button', { name: 'About this report' }).click();
  await expect(page.getByLabel('About this report').getByText('bug-1234.zip')).toBeVisible();
  await page.keyboard.press('Escape');

  await bar.getByRole('button', { name: 'Leave' }).click();
  await expect(bar).toHaveCount(0);
  await window.expectStatus('default', 'fresh');
  await expect(window.broken).toHaveCount(0);
});

test('before it is saved it says that app user ids are in it, and it can be had by the keyboard', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await window.logIn('maria@example.com');
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('save a report');
  await page.keyboard.press('Enter');
  const dialog = dialogOf(window);
  await expect(dialog).toContainText('App user ids are in it');
  await expect(dialog).toContainText('maria@example.com');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `what can be exported: ${colorScheme}`);
  }
  await expect(dialog.getByRole('button', { name: 'Save report' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Saved: ');
});

test('a zip that is no report is refused in words, and what is shown stays', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await dropZip(window, 'holiday.zip', Buffer.from('PK\u0003\u0004 and then nothing'));
  await expect(window.page.getByRole('region', { name: 'Notices' })).toContainText(
    'holiday.zip is no zip file, or was cut off.',
  );
  await expect(barOf(window)).toHaveCount(0);
  await window.expectStatus('default', 'fresh');
});
