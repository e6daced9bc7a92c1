import { appPhoneOf, freePort } from './support/app-phone.ts';
import { expect, test as base } from './support/app-test.ts';
import { type WebShop, openWebShop, shopKey } from './support/web-shop.ts';

interface Fixtures {
  /** Its SDK's proxy URL is where this app serves phones. */
  readonly shop: WebShop;
}

const test = base.extend<Fixtures>({
  shop: async ({ app: { window }, openBrowser }, use) => {
    const proxyUrl = await appPhoneOf(window.page).serve(await freePort());
    const shop = await openWebShop(await openBrowser(), proxyUrl);
    await use(shop);
    await shop.close();
  },
});

test('RevenueCat’s web SDK gets offerings, products and customer from here, and shows the paywall', async ({
  shop,
}) => {
  expect([await shop.offerings(), await shop.customer()]).toEqual(['default', 'bo']);
  await shop.present();
  const paywall = shop.page.locator('#paywall');
  await expect(paywall.getByText('Know the sea before you go')).toBeVisible();
  await paywall.getByRole('button', { name: 'Continue' }).click();
  expect(await shop.identify('cy')).toBe(false);
  expect(shop.asked).toEqual(
    expect.arrayContaining([
      '/v1/subscribers/bo/offerings',
      '/rcbilling/v1/subscribers/bo/products',
      '/rcbilling/v1/branding',
      '/v1/subscribers/bo',
      '/v1/subscribers/bo/workflows',
      '/v1/subscribers/bo/workflows/wf_welcome',
      '/cdn/assets/icons/close.webp',
      '/v1/subscribers/identify',
    ]),
  );
});

test('it meets what is broken on purpose, and what is mended', async ({
  app: { window },
  shop,
}) => {
  expect(await shop.offerings()).toBe('default');
  await window.choose(window.backend, 'Down');
  expect(await shop.offerings()).toContain('Unknown backend error');
  await window.choose(window.backend, 'Up');
  expect(await shop.offerings()).toBe('default');
  await window.network.click();
  await expect(window.page.getByRole('button', { name: /refused on purpose/ })).toBeVisible();
  expect(await shop.offerings()).toContain('network connection');
  await window.network.click();
  await expect.poll(() => shop.offerings()).toBe('default');
});

test('what it asks for is held, and let go by hand', async ({ app: { window }, shop }) => {
  const faults = await window.openFaults();
  const form = faults.getByRole('form', { name: 'Break something' });
  await form.getByRole('combobox', { name: 'What', exact: true }).selectOption('offerings');
  await form.getByRole('combobox', { name: 'How', exact: true }).selectOption('hold');
  await form.getByRole('button', { name: 'Break it' }).click();
  const answer = shop.offerings();
  const waiting = faults.getByRole('list', { name: 'Requests that wait' }).getByRole('listitem');
  await expect(waiting).toHaveCount(1);
  await faults.getByRole('button', { name: 'Release all' }).click();
  expect(await answer).toBe('default');
});

test('its requests stand in a lane of their own, and its key stands nowhere', async ({
  app: { window },
  shop,
}) => {
  await window.choose(window.backend, 'Down');
  await shop.offerings();
  const { page } = window;
  await expect(window.timeline.getByRole('list', { name: 'Lanes' })).toContainText('Phone');
  const phone = appPhoneOf(page);
  await phone.open();
  await expect(phone.dialog).toContainText('GET for the offerings, answered 503, on purpose: 503');
  await page.keyboard.press('Escape');
  expect(await page.content()).not.toContain(shopKey);
});
