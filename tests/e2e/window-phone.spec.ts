import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appPhoneOf, freePort } from './support/app-phone.ts';
import { expect, test } from './support/app-test.ts';
import { expectAccessible } from './support/axe.ts';

test('a phone is served on the port that is chosen, and the bar says so until it is stopped', async ({
  app: { window },
}) => {
  const { page } = window;
  const phone = appPhoneOf(page);
  const port = await freePort();
  await phone.open();
  await expect(phone.toggle).not.toBeChecked();
  await phone.dialog.getByRole('textbox', { name: 'Port' }).fill('nowhere');
  await expect(phone.dialog.getByRole('alert')).toHaveText('A whole number from 1 to 65535.');
  await phone.dialog.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await phone.toggle.click();
  const url = `http://localhost:${port}`;
  await expect(phone.dialog.getByLabel(url, { exact: true })).toHaveText(url);
  await expect(phone.dialog).toContainText('Nobody has asked yet.');
  // This machine only: a phone's camera has nothing to look for.
  await expect(phone.dialog.getByRole('img', { name: /^QR code/ })).toHaveCount(0);
  const answer = await fetch(`${url}/v1/subscribers/bo/offerings`, {
    headers: { Authorization: 'Bearer k' },
  });
  expect(answer.status).toBe(200);
  await expect(phone.dialog).toContainText('GET for the offerings, answered 200');
  await phone.dialog.getByRole('button', { name: `Copy ${url}` }).click();
  await expect(phone.dialog.getByRole('status')).toHaveText(`Copied: ${url}`);
  await page.keyboard.press('Escape');
  await expect(phone.button).toHaveAccessibleName(`Serve a phone: on, port ${port}`);
  await phone.open();
  await phone.toggle.click();
  await expect(phone.toggle).not.toBeChecked();
  await expect(fetch(url)).rejects.toThrow();
});

test('the network is served only to who has confirmed what others could see', async ({
  app: { window },
}) => {
  const { page } = window;
  const phone = appPhoneOf(page);
  const port = await freePort();
  await phone.open();
  await phone.dialog.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await phone.dialog.getByText('The network, too', { exact: true }).click();
  await phone.toggle.click();
  const warning = page.getByRole('dialog', { name: 'Serve the network, too?' });
  await expect(warning).toContainText('also what is not published yet');
  await warning.getByRole('button', { name: 'Cancel' }).click();
  await expect(phone.toggle).not.toBeChecked();
  await phone.toggle.click();
  await warning.getByRole('button', { name: 'Serve the network' }).click();
  await expect(phone.toggle).toBeChecked();
  await expect(phone.dialog.getByRole('img', { name: /^QR code of http:/ })).toBeVisible();
  await phone.toggle.click();
  await expect(phone.toggle).not.toBeChecked();
});

test('a port that is taken is told, with what to do', async ({ app: { window } }) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const phone = appPhoneOf(window.page);
  await phone.open();
  await phone.dialog.getByRole('textbox', { name: 'Port' }).fill(String(port));
  await phone.toggle.click();
  await expect(phone.dialog.getByRole('alert')).toContainText(
    `Port ${port} is taken by another program: choose another port, or end that program.`,
  );
  await expect(phone.toggle).not.toBeChecked();
  other.close();
});

test('after a restart the port is remembered, and nothing is served', async ({ app }) => {
  const phone = appPhoneOf(app.window.page);
  const port = await freePort();
  const url = await phone.serve(port);
  await app.restart();
  await phone.open();
  await expect(phone.toggle).not.toBeChecked();
  await expect(phone.dialog.getByRole('textbox', { name: 'Port' })).toHaveValue(String(port));
  await expect(fetch(url)).rejects.toThrow();
});

test('the palette leads there', async ({ app: { window } }) => {
  const { page } = window;
  await expect(appPhoneOf(page).button).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await palette.getByRole('combobox').fill('serve a phone');
  await page.keyboard.press('Enter');
  await expect(appPhoneOf(page).dialog).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  test(`serving phones is accessible, off and on, by keyboard: ${scheme}`, async ({
    app: { window },
  }) => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: scheme });
    const phone = appPhoneOf(page);
    await phone.open();
    await expectAccessible(page, 'off');
    await phone.dialog.getByRole('textbox', { name: 'Port' }).fill(String(await freePort()));
    await phone.dialog.getByText('The network, too', { exact: true }).click();
    await phone.toggle.focus();
    await page.keyboard.press('Space');
    await expectAccessible(page, 'the warning');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(phone.toggle).toBeChecked();
    await expectAccessible(page, 'on');
    for (const sdk of ['iOS', 'Web']) {
      await phone.dialog.getByRole('radio', { name: sdk }).check();
      await expectAccessible(page, sdk);
    }
    await phone.toggle.click();
  });
