import type { Page } from 'playwright/test';
import { appStageOf } from './support/app-stage.ts';
import { expect, test as base } from './support/app-test.ts';
import { expectAccessible } from './support/axe.ts';
import { type LiveHost, openLiveHost } from './support/live-host.ts';

const apiKey = 'appl_canary7QzLive';

const test = base.extend<{ readonly host: LiveHost }>({
  host: async ({}, use) => {
    const host = await openLiveHost();
    await use(host);
    await host.close();
  },
});

const menuOf = (page: Page) => page.getByRole('button', { name: /^Project: / });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: /RevenueCat|connection/ });
const field = (page: Page, name: string) => dialogOf(page).getByLabel(new RegExp(`^${name}\\.`));
const bannerOf = (page: Page) => page.getByRole('alert').filter({ hasText: 'RevenueCat' });
const connectIn = (page: Page) => dialogOf(page).getByRole('button', { name: 'Connect' });

const choose = async (page: Page, item: string): Promise<void> => {
  await appStageOf(page).expectOpened();
  await menuOf(page).click();
  await page.getByRole('menuitem', { name: item }).click();
};

const connect = async (page: Page, host: LiveHost): Promise<void> => {
  await choose(page, 'Connect to RevenueCat…');
  await field(page, 'Public API key').fill(apiKey);
  await field(page, 'Name').fill('Shop');
  await field(page, 'Host').fill(host.origin);
  await connectIn(page).click();
  await expect(menuOf(page)).toHaveAccessibleName('Project: Shop');
};

test('a real project is connected to, and its paywalls are shown', async ({
  app: { window },
  host,
}) => {
  const { page } = window;
  await connect(page, host);
  await expect(dialogOf(page)).toBeHidden();
  await window.expectStatus('default', 'fresh');
  await appStageOf(page).expectOpened();
  expect(new Set(host.keys)).toEqual(new Set([`Bearer ${apiKey}`]));
  // What is broken here is broken for the real project, too.
  await window.network.click();
  await expect(window.broken).toBeVisible();
});

test('what is typed is checked as it is typed', async ({ app: { window } }) => {
  const { page } = window;
  await choose(page, 'Connect to RevenueCat…');
  await expect(field(page, 'Public API key')).toBeFocused();
  await expect(field(page, 'Host')).toHaveValue('https://api.revenuecat.com');
  await expect(connectIn(page)).toBeDisabled();
  await field(page, 'Public API key').fill('sk_canary0123456789');
  await expect(dialogOf(page).getByRole('alert')).toContainText('secret key');
  await field(page, 'Public API key').fill(apiKey);
  await field(page, 'Host').fill('http://api.revenuecat.com');
  await expect(dialogOf(page).getByRole('alert')).toContainText('Only https');
  await expectAccessible(page, 'the dialog for a RevenueCat project');
  await expect(connectIn(page)).toBeDisabled();
});

test('a key that is not taken is told in words, and can be entered again', async ({
  app: { window },
  host,
}) => {
  const { page } = window;
  host.refuses = true;
  await connect(page, host);
  await expect(bannerOf(page)).toContainText('RevenueCat does not take the API key');
  await expect(bannerOf(page)).toContainText('“Invalid API Key.” (code 7225)');
  await expectAccessible(page, 'a key that is not taken');
  await expect(page.getByText('Ask again once that is mended.')).toBeVisible();
  host.refuses = false;
  await bannerOf(page).getByRole('button', { name: 'Change the connection…' }).click();
  await expect(field(page, 'Public API key')).toHaveValue('');
  await expect(field(page, 'Host')).toHaveValue(host.origin);
  await field(page, 'Public API key').fill(`${apiKey}2`);
  await connectIn(page).click();
  await window.expectStatus('default', 'fresh');
  await expect(bannerOf(page)).toBeHidden();
  expect(host.keys.at(-1)).toBe(`Bearer ${apiKey}2`);
});
