/** Paywalls that mean ill, in a project of their own. */
import { rmSync } from 'node:fs';
import { appStageOf } from './support/app-stage.ts';
import { expect, test as base } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { makeHostileProject } from './support/hostile-project.ts';
import { longestTaskMs } from './support/longest-task.ts';
import { outsideOf } from './support/outside.ts';

const test = base.extend<{ readonly projectFolder: string | null }>({
  projectFolder: async ({}, use) => {
    const folder = makeHostileProject();
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

test.describe.configure({ timeout: 120_000 });

const fetched = { timeout: 30_000 };

/** Selects an offering, and waits until its paywall is there as a whole. */
const open = async (window: AppWindow, id: string): Promise<void> => {
  await expect(window.row(id)).toHaveAttribute('data-status', 'fresh', fetched);
  await window.row(id).click();
  const stage = appStageOf(window.page);
  await expect(stage.steps).toContainText(/One step|Step 1 of/);
  await stage.expectSettled();
};

const showProblems = async ({ page }: AppWindow): Promise<void> =>
  page.getByRole('radio', { name: /^Problems/ }).check();

/** What must not be there, in a page of ours. */
const traces = `({
  hacked: globalThis.hacked ?? null,
  inherited: ({}).hacked ?? null,
})`;
const none = { hacked: null, inherited: null };

/** What a script in the frame would find. */
const reach = `(() => {
  const tried = (attempt) => { try { attempt(); return true; } catch { return false; } };
  return {
    hasBridge: 'paywallPreview' in globalThis,
    hasNode: 'require' in globalThis || 'process' in globalThis,
    reachesWindow: tried(() => parent.document.title) || tried(() => parent.paywallPreview),
  };
})()`;

test('scripts in texts, addresses, ids and pictures run nowhere and reach nothing', async ({
  app,
}) => {
  const { window, requests } = app;
  const { page } = window;
  const stage = appStageOf(page);
  const surprises: string[] = [];
  page.on('dialog', (dialog) => {
    surprises.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => surprises.push(`page ${popup.url()}`));
  for (const id of ['scripts', '__proto__', 'cycle', 'scripts']) await open(window, id);
  await expect(stage.paywall.getByText('globalThis.hacked').first()).toBeAttached();
  for (const button of await stage.paywall.getByRole('button').all()) await button.press('Enter');
  for (const anchor of await stage.paywall.getByRole('link').all()) await anchor.press('Enter');
  const frame = stage.paywall.locator('html');
  expect(await page.evaluate(traces)).toEqual(none);
  expect(await frame.evaluate(traces)).toEqual(none);
  expect(await frame.evaluate(reach)).toEqual({
    hasBridge: false,
    hasNode: false,
    reachesWindow: false,
  });
  expect(
    await frame.locator('script:not([src]), iframe, object, [onerror], [onload]').count(),
  ).toBe(0);
  expect(surprises).toEqual([]);
  expect(outsideOf(requests)).toEqual([]);
  await expect(window.broken).toBeHidden();
});

test('what is wrong with it is reported', async ({ app: { window } }) => {
  const { problems } = appStageOf(window.page);
  await showProblems(window);
  await open(window, 'scripts');
  await expect(problems.getByRole('listitem').first()).toBeVisible();
  await expect(problems).toContainText('javascript:');
  await expect(problems).toContainText('evil.invalid');
  await open(window, 'huge');
  await expect(problems.getByRole('listitem').first()).toBeVisible();
  await open(window, 'many');
  await expect(problems).toContainText(/this has more texts than are looked at|more components/);
});

test('names that every object has are names like others', async ({ app: { window } }) => {
  const stage = appStageOf(window.page);
  await open(window, '__proto__');
  await expect(stage.paywall.getByText('This is proto')).toBeVisible();
  await stage.press('On to the constructor');
  await expect(stage.paywall.getByText('This is constructor')).toBeVisible();
  await stage.button('Back').click();
  await expect(stage.paywall.getByText('This is proto')).toBeVisible();
});

test('a workflow that goes round has an end for the window, and none for who walks it', async ({
  app: { window },
}) => {
  const stage = appStageOf(window.page);
  await open(window, 'cycle');
  for (const name of ['two', 'three', 'one', 'two']) {
    await stage.press(/On to/);
    await expect(stage.paywall.getByText(`This is ${name}`)).toBeVisible();
  }
  await stage.button('Back').click();
  await expect(stage.paywall.getByText('This is one')).toBeVisible();
});

/** Measured in time of the processor: a machine that has much else to do makes nobody slow. */
const mostMs = 100;

for (const [id, what] of [
  ['huge', 'enormous sizes'],
  ['many', '10,000 components'],
  ['heavy', 'nearly 5 MB'],
] as const)
  test(`a paywall of ${what} does not hold up the window`, async ({ app: { window } }) => {
    const { page } = window;
    const stage = appStageOf(page);
    await expect(window.row(id)).toHaveAttribute('data-status', 'fresh', fetched);
    await open(window, 'cycle');
    await showProblems(window);
    const longest = await longestTaskMs(page, async () => {
      await open(window, id);
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('ControlOrMeta+Shift+D');
      await stage.expectSettled();
    });
    expect(longest).toBeLessThan(mostMs);
  });
