import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type Locator, type Page, expect } from 'playwright/test';

/** The dialog in which phones are served, as a person finds their way in it. */
export interface AppPhone {
  readonly dialog: Locator;
  readonly button: Locator;
  readonly toggle: Locator;
  open(): Promise<void>;
  /** Serves this machine on that port, and closes the dialog; returns the address. */
  serve(port: number): Promise<string>;
}

export const appPhoneOf = (page: Page): AppPhone => {
  const dialog = page.getByRole('dialog', { name: 'Serve a phone', exact: true });
  const button = page.getByRole('button', { name: /^Serve a phone/ });
  const toggle = dialog.getByRole('switch', { name: 'Serve phones' });

  const open = async (): Promise<void> => {
    await button.click();
    await expect(dialog).toBeVisible();
  };

  return Object.freeze({
    dialog,
    button,
    toggle,
    open,
    serve: async (port: number) => {
      await open();
      await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port));
      await toggle.click();
      await expect(toggle).toBeChecked();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      // Chromium knows no other name here.
      return `http://127.0.0.1:${port}`;
    },
  });
};

/** One that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
