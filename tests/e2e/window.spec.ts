import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';

const prefetched = ['default', 'sale', 'swim', 'crew', 'winback'];
const onDemand = ['plans', 'lifetime', 'harbours'];

/** The first answers are there, and so is what the list prefetches. */
const expectReady = async (window: AppWindow): Promise<void> => {
  for (const id of prefetched) await window.expectStatus(id, 'fresh');
};

test('a new user sees the demo’s offerings with their workflows and how fresh each is', async ({
  app: { window },
}) => {
  await expectReady(window);
  for (const id of onDemand) await window.expectStatus(id, 'missing');
  await window.expectStatus('classic', 'legacy');
  for (const id of ['gift', 'support']) await window.expectStatus(id, 'none');
  await expect(window.row('default')).toHaveAccessibleName(/current.*Welcome.*Fresh/);
  await expect(window.row('default')).toContainText(/Fresh\s*\d:\d\d/);
  await expect(window.broken).toHaveCount(0);
});

test('with the backend down, a cold start brings back what was prefetched', async ({
  app: { window },
}) => {
  await expectReady(window);
  await window.choose(window.backend, 'Down');
  await expect(window.broken).toContainText('503');
  await window.press('Cold start');
  for (const id of prefetched) await window.expectStatus(id, 'restored');
  for (const id of onDemand) await window.expectStatus(id, 'missing');
  await window.press('Heal everything');
  await expect(window.broken).toHaveCount(0);
  await expect(window.backend).toHaveAccessibleName('Backend: Up');
});

test('offline with nothing cached, it says what a customer sees and why', async ({
  app: { window },
}) => {
  await expectReady(window);
  await window.network.click();
  await window.switchTo('ben');
  const said = window.page.getByRole('status').filter({ hasText: 'No offerings' });
  await expect(said).toContainText('the app is offline');
  await expect(said).toContainText('a customer would see no paywall');
  await window.network.click();
  await window.page.getByRole('button', { name: 'Ask for offerings' }).click();
  await expectReady(window);
});

test('another user sees nothing of the one before', async ({ app: { window } }) => {
  await expectReady(window);
  await window.row('plans').click();
  await window.expectStatus('plans', 'fresh');
  await window.logIn('cleo');
  await expectReady(window);
  await window.expectStatus('plans', 'missing');
});

test('what was set up, and what was on disk, is there again after a restart', async ({ app }) => {
  const { window } = app;
  // So that the rules are in the bar, and not folded away.
  const wide = { width: 1_600, height: 900 };
  await window.page.setViewportSize(wide);
  await expectReady(window);
  await window.logIn('dora');
  await expectReady(window);
  await window.choose(window.rules, 'iOS SDK');
  await window.network.click();
  await expect(window.broken).toBeVisible();
  await app.restart();
  await window.page.setViewportSize(wide);
  await expect(window.page.getByRole('button', { name: 'User: dora' })).toBeVisible();
  await expect(window.rules).toHaveAccessibleName('Rules: iOS SDK');
  // Faults are not: the app starts healthy.
  await expect(window.broken).toHaveCount(0);
  await expectReady(window);
});

test('the keyboard alone is enough to ask for a workflow and to break the network', async ({
  app: { window },
}) => {
  await expectReady(window);
  await window.offerings.focus();
  await window.page.keyboard.press('ArrowDown');
  await window.page.keyboard.press('ArrowDown');
  await expect(window.row('plans')).toHaveAttribute('aria-selected', 'true');
  await window.page.keyboard.press('Enter');
  await window.expectStatus('plans', 'fresh');
  await window.page.keyboard.press('ControlOrMeta+Shift+X');
  await expect(window.network).not.toBeChecked();
  await window.page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(window.network).toBeChecked();
});

test('settings hold after a restart and can be taken back', async ({ app }) => {
  const { window } = app;
  const { page } = window;
  const root = page.locator('html');
  await expectReady(window);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('dialog', { name: 'Settings' }).getByText('Dark', { exact: true }).click();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await app.restart();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Reset all settings' }).click();
  await expect(root).not.toHaveAttribute('data-theme', 'dark');
});

test('wiping removes what was cached and who was here', async ({ app }) => {
  const { window } = app;
  const { page } = window;
  await expectReady(window);
  await window.logIn('emil');
  await expectReady(window);
  await app.wipe();
  await expect(page.getByRole('button', { name: 'User: ana' })).toBeAttached();
});

test('help tells the shortcuts, versions and licences', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toContainText('Network on or off');
  await expect(help).toContainText('0.1.0');
  await help
    .getByText(/licences/i)
    .first()
    .click();
  await expect(help).toContainText('react');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('in a small or magnified window nothing is out of reach', async ({ app: { window } }) => {
  const { page } = window;
  await page.setViewportSize({ width: 700, height: 500 });
  await expectReady(window);
  await window.network.click();
  await expect(window.broken).toBeVisible();
  for (const name of ['Heal everything', 'Help', 'Ask for workflow', 'Pause'])
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  const overflow = await page.evaluate<{ readonly right: number; readonly below: number }>(`
    ({ right: root.scrollWidth - root.clientWidth, below: root.scrollHeight - root.clientHeight })
  `);
  expect(overflow).toEqual({ right: 0, below: 0 });
});

test('what takes a focused button away gives the focus to its neighbour', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  await window.network.click();
  await page.getByRole('button', { name: 'Heal everything' }).focus();
  await page.keyboard.press('Enter');
  await expect(window.broken).toHaveCount(0);
  await expect(window.network).toBeFocused();
});

test('what is typed wrongly into a setting goes with a reset, and the focus stays', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  await page.keyboard.press('ControlOrMeta+,');
  const cache = page.getByRole('textbox', { name: 'File cache' });
  const space = page.getByRole('textbox', { name: 'Space for them' });
  const reset = page.getByRole('button', { name: 'Reset File cache' });
  await expect(reset).toBeDisabled();
  await cache.fill('abc');
  await reset.focus();
  await page.keyboard.press('Enter');
  await expect(cache).toHaveValue('500 MB');
  await expect(reset).toBeFocused();
  await space.fill('much');
  await page.getByRole('button', { name: 'Reset all settings' }).click();
  await expect(space).toHaveValue('50 MB');
});

test('what is asked for in the moment in which a dialog closes is not lost', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  const open = page.getByRole('button', { name: 'Settings' });
  await open.click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  // The browser tells that a dialog was closed only some time after it has closed it.
  await page.evaluate(`(async () => {
    const dialog = document.querySelector('dialog');
    const closed = new Promise((resolve) => dialog.addEventListener('close', resolve));
    dialog.requestClose();
    await null;
    const held = /Mac/.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
    dispatchEvent(new KeyboardEvent('keydown', { key: ',', ...held }));
    await closed;
  })()`);
  await expect(settings).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(open).toBeFocused();
});

test('settings say where API keys are kept', async ({ app: { window } }) => {
  await expectReady(window);
  await window.page.keyboard.press('ControlOrMeta+,');
  const keys = window.page.getByRole('dialog').locator('.setting', { hasText: 'API keys' });
  // What is said is the host's: a browser keeps them for the session, Electron where it can.
  await expect(keys).toContainText(/kept (for this session only|in the system’s key store)/);
});

test('closing the question before wiping leaves the settings open', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: /^Wipe/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Wipe all data?' })).toBeHidden();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('what was half typed for another user is not there the next time', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  const field = (await window.openUsers()).getByRole('textbox', { name: 'App user id' });
  await field.fill('half');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await window.openUsers();
  await expect(field).toHaveValue('');
});

test('the timeline stays at its end when it is made lower', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await page.getByRole('separator', { name: 'Height of the timeline' }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  await window.press('Cold start');
  await expectReady(window);
  const last = window.timeline.getByRole('option').last();
  await expect(last).toBeInViewport();
  const count = (await last.getAttribute('aria-setsize')) ?? '';
  await expect(last).toHaveAttribute('aria-posinset', count);
});

test('what was selected far down is in sight again after a reload', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await window.offerings.focus();
  await page.keyboard.press('End');
  const selected = window.offerings.getByRole('option', { selected: true });
  await expect(selected).toHaveAccessibleName(/workflow without an offering/);
  // What is cut off while it loads is a complaint of the page.
  await page.waitForLoadState('networkidle');
  await page.reload();
  await expect(selected).toHaveAccessibleName(/workflow without an offering/);
  await expect(selected).toBeInViewport({ ratio: 1 });
});

test('what is chosen is told in forced colours, too', async ({ app: { window } }) => {
  const { page } = window;
  await page.emulateMedia({ forcedColors: 'active' });
  await expectReady(window);
  const plain = await page.evaluate<string>(
    'getComputedStyle(document.querySelector(`[role="option"][aria-selected="false"]`)).backgroundColor',
  );
  await expect(window.row('default')).not.toHaveCSS('background-color', plain);
});
