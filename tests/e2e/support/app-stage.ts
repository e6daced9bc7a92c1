import { type FrameLocator, type Locator, type Page, expect } from 'playwright/test';

/** The stage, as a person finds their way on it. */
export interface AppStage {
  readonly area: Locator;
  /** The page that the paywall is drawn on. */
  readonly paywall: FrameLocator;
  readonly frame: Locator;
  readonly note: Locator;
  readonly steps: Locator;
  readonly problems: Locator;
  select(label: string, option: string): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Resolves when the demo's first screen is there; a machine that has much to do takes its time. */
  expectOpened(): Promise<void>;
  /** Presses a button of the paywall. */
  press(name: string | RegExp): Promise<void>;
  /** Presses the cross of the demo's paywalls, which has no name. */
  close(): Promise<void>;
  /** Resolves when this step is on the stage. */
  expectStep(name: string): Promise<void>;
  /** Resolves when what is wanted is seen, with all that had to be loaded. */
  expectSettled(): Promise<void>;
}

export const appStageOf = (page: Page): AppStage => {
  const area = page.getByRole('region', { name: 'Paywall', exact: true });
  const paywall = page.frameLocator('iframe[title^="Paywall"]');
  const steps = page.getByRole('navigation', { name: 'Steps' });
  return Object.freeze<AppStage>({
    area,
    paywall,
    frame: page.locator('iframe[title^="Paywall"]'),
    note: page.getByRole('status', { name: 'What would happen on a phone' }),
    steps,
    problems: page.getByRole('list', { name: 'Problems' }),
    select: async (label, option) => {
      await area.getByRole('combobox', { name: label }).selectOption(option);
    },
    button: (name) => area.getByRole('button', { name, exact: typeof name === 'string' }),
    expectOpened: async () => {
      const button = paywall.getByRole('button', { name: 'Continue' });
      await expect(button).toBeVisible({ timeout: 15_000 });
    },
    // By keyboard: Playwright does not know that the frame is scaled, and would press beside it.
    press: async (name) => {
      await paywall.getByRole('button', { name }).first().press('Enter');
    },
    close: async () => {
      const nameless = paywall.getByRole('button').filter({ hasNotText: /\w/ });
      await nameless.first().press('Enter');
    },
    expectStep: async (name) => {
      await expect(steps.getByRole('listitem').last()).toHaveText(name);
    },
    expectSettled: async () => {
      const frame = page.locator('iframe[title^="Paywall"]');
      await expect(frame).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
    },
  });
};
