import type { Page } from 'playwright/test';
import { expect, test } from './support/app-test.ts';
import { appStageOf } from './support/app-stage.ts';
import type { AppWindow } from './support/app-window.ts';
import { expectAccessible } from './support/axe.ts';

/** By what the app itself is set to: a person need not change their system. */
const themes = ['Light', 'Dark'] as const;
type Theme = (typeof themes)[number];

const wear = async ({ page }: AppWindow, theme: Theme): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByText(theme, { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
};

const opened = async (window: AppWindow, theme: Theme): Promise<Page> => {
  await appStageOf(window.page).expectOpened();
  await wear(window, theme);
  return window.page;
};

const dialogs = [
  { name: 'Settings', keys: 'ControlOrMeta+,' },
  { name: 'Help', keys: '?' },
  { name: 'Scenarios', keys: 'ControlOrMeta+Shift+G' },
  { name: 'Command palette', keys: 'ControlOrMeta+K' },
] as const;

for (const theme of themes) {
  test(`every view of the window is accessible: ${theme}`, async ({ app: { window } }) => {
    test.slow();
    const page = await opened(window, theme);
    await expectAccessible(page, 'as it starts');
    for (const tab of ['JSON', 'Disk', /^Problems/, 'Why']) {
      await page.getByRole('radio', { name: tab }).check();
      await expectAccessible(page, `the inspector: ${String(tab)}`);
    }
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await expectAccessible(page, 'the filmstrip');
    await page.keyboard.press('ControlOrMeta+Shift+Y');
    await window.openFaults();
    await window.choose(window.backend, 'Down');
    await page.keyboard.press('ControlOrMeta+Shift+K');
    await window.expectStatus('default', 'restored');
    await expectAccessible(page, 'broken on purpose');
    // It lies over what is beside it where there is little room.
    await page.keyboard.press('ControlOrMeta+Shift+U');
    await page.setViewportSize({ width: 900, height: 700 });
    for (const tab of ['JSON', 'Paywall']) {
      await page.getByRole('radio', { name: tab }).check();
      await expectAccessible(page, `a narrow window: ${tab}`);
    }
  });

  test(`every dialog and every menu is accessible: ${theme}`, async ({ app: { window } }) => {
    test.slow();
    const page = await opened(window, theme);
    for (const { name, keys } of dialogs) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      await expectAccessible(page, name);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    for (const menu of [window.backend, window.cdn, window.clock, window.rules]) {
      if (!(await menu.isVisible())) continue;
      await menu.click();
      await expectAccessible(page, `a menu of the bar: ${String(menu)}`);
      await page.keyboard.press('Escape');
    }
    await window.openUsers();
    await expectAccessible(page, 'users');
    await page.keyboard.press('Escape');
    await window.network.click();
    await window.switchTo('ben');
    await expect(page.getByRole('status').filter({ hasText: 'No offerings' })).toBeVisible();
    await expectAccessible(page, 'with nothing to show');
  });
}
