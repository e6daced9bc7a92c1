import { type Locator, type Page, expect } from 'playwright/test';

/** What a row of the list says about its workflow, as the list itself knows it. */
export type RowStatus =
  | 'fresh'
  | 'stale'
  | 'refreshing'
  | 'restored'
  | 'rejected'
  | 'failed'
  | 'missing'
  | 'legacy'
  | 'none';

/** The app's window, as a person finds their way in it. */
export interface AppWindow {
  readonly page: Page;
  readonly network: Locator;
  readonly backend: Locator;
  readonly broken: Locator;
  readonly offerings: Locator;
  readonly timeline: Locator;
  /** The row of an offering, or of a workflow without one. */
  row(id: string): Locator;
  /** Resolves when the row says so. */
  expectStatus(id: string, status: RowStatus): Promise<void>;
  press(name: string): Promise<void>;
  openUsers(): Promise<Locator>;
  switchTo(user: string): Promise<void>;
  logIn(user: string): Promise<void>;
}

/** Everything is found by role and name, as a screen reader finds it. */
export const appWindowOf = (page: Page): AppWindow => {
  const offerings = page.getByRole('listbox', { name: 'Offerings' });
  const row = (id: string): Locator =>
    offerings.getByRole('option', { name: new RegExp(`^${id}(,|$)`) });
  const users = page.getByRole('button', { name: /^User: / });

  const openUsers = async (): Promise<Locator> => {
    await users.click();
    return page.getByLabel('Users', { exact: true });
  };

  return Object.freeze({
    page,
    network: page.getByRole('switch', { name: 'Network' }),
    backend: page.getByRole('switch', { name: 'Backend' }),
    broken: page.getByRole('status').filter({ hasText: 'Broken on purpose' }),
    offerings,
    timeline: page.getByRole('region', { name: 'Timeline' }),
    row,
    expectStatus: (id: string, status: RowStatus) =>
      expect(row(id)).toHaveAttribute('data-status', status),
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    openUsers,
    switchTo: async (user: string) => {
      await (await openUsers()).getByRole('button', { name: user, exact: true }).click();
      await expect(users).toHaveAccessibleName(`User: ${user}`);
    },
    logIn: async (user: string) => {
      const menu = await openUsers();
      await menu.getByRole('textbox', { name: 'App user id' }).fill(user);
      await menu.getByRole('button', { name: 'Log in' }).click();
      await expect(users).toHaveAccessibleName(`User: ${user}`);
    },
  });
};
