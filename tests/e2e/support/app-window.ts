import { type Locator, type Page, expect } from 'playwright/test';

/** What a row of the list says about its workflow, as the list itself knows it. */
export type RowStatus =
  | 'fresh'
  | 'stale'
  | 'refreshing'
  | 'loading'
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
  readonly cdn: Locator;
  readonly clock: Locator;
  readonly rules: Locator;
  readonly broken: Locator;
  readonly offerings: Locator;
  readonly timeline: Locator;
  /** The row of an offering, or of a workflow without one. */
  row(id: string): Locator;
  /** Resolves when the row says so. */
  expectStatus(id: string, status: RowStatus): Promise<void>;
  press(name: string): Promise<void>;
  /** Opens one of the menus in the bar, and chooses. */
  choose(menu: Locator, choice: string): Promise<void>;
  /** The drawer with everything that can be broken. */
  openFaults(): Promise<Locator>;
  /** By one of the steps that are there, such as `+5 min`. */
  moveClock(step: string): Promise<void>;
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
    backend: page.getByRole('button', { name: /^Backend: / }),
    cdn: page.getByRole('button', { name: /^CDN: / }),
    clock: page.getByRole('button', { name: /^Clock: / }),
    rules: page.getByRole('button', { name: /^Rules: / }),
    choose: async (menu: Locator, choice: string) => {
      await menu.click();
      await page.getByRole('menuitemradio', { name: choice, exact: true }).click();
    },
    openFaults: async () => {
      await page.getByRole('button', { name: /^Faults: / }).click();
      return page.getByRole('complementary', { name: 'Faults' });
    },
    moveClock: async (step: string) => {
      await page.getByRole('button', { name: /^Clock: / }).click();
      const panel = page.getByRole('dialog', { name: 'The app’s clock' });
      await panel.getByRole('button', { name: step, exact: true }).click();
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    },
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
