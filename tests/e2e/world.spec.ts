import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';

const prefetched = ['default', 'sale', 'swim', 'crew', 'winback'];

/** The first answers are there, and so is what the list prefetches. */
const expectReady = async (window: AppWindow): Promise<void> => {
  for (const id of prefetched) await window.expectStatus(id, 'fresh');
};

/** Stops the clock and moves it by five minutes: no test waits for what it is about. */
const makeStale = async (window: AppWindow): Promise<void> => {
  await window.moveClock('+5 min');
  for (const id of prefetched) await window.expectStatus(id, 'stale');
};

test('with the backend down and the app warm, what is stale is shown all the same', async ({
  app: { window },
}) => {
  await expectReady(window);
  await makeStale(window);
  await window.choose(window.backend, 'Down');
  await expect(window.broken).toContainText('Backend: answers 503');
  await window.row('default').click();
  await expect(window.row('default')).toContainText('Request failed on purpose');
  await window.expectStatus('default', 'stale');
  // Amber, not red: something is shown.
  await expect(window.row('default').locator('[data-problem]')).toHaveAttribute(
    'data-problem',
    'on-purpose',
  );
  await window.press('Heal everything');
  await expect(window.broken).toHaveCount(0);
  // What was on purpose does not become a real problem by being healed.
  await expect(window.row('default')).toContainText('on purpose');
  await window.row('default').click();
  await window.expectStatus('default', 'fresh');
});

test('with the backend down and the app cold, what was saved is restored', async ({
  app: { window },
}) => {
  await expectReady(window);
  await window.choose(window.backend, 'Refusing');
  await window.press('Cold start');
  for (const id of prefetched) await window.expectStatus(id, 'restored');
  await window.row('plans').click();
  await window.expectStatus('plans', 'failed');
  await expect(window.row('plans')).toContainText('on purpose');
});

test('a 403 empties memory, as the recommended rules say, and is told as rejected', async ({
  app: { window },
}) => {
  await expectReady(window);
  await makeStale(window);
  await window.choose(window.backend, 'Rejecting');
  await window.row('sale').click();
  await window.expectStatus('sale', 'rejected');
  await expect(window.row('sale')).toHaveAccessibleName(/Rejected, on purpose/);
});

test('the clock stands still, jumps by hand, and goes back to real time', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  await window.clock.click();
  const panel = page.getByRole('dialog', { name: 'The app’s clock' });
  await panel.getByText('Virtual', { exact: true }).click();
  await expect(window.clock).toHaveAccessibleName(/^Clock: Virtual, /);
  const time = panel.getByRole('time');
  const before = await time.textContent();
  const left = await window.row('default').textContent();
  await panel.getByRole('textbox', { name: 'Move by' }).fill('soon');
  await panel.getByRole('button', { name: 'Move' }).click();
  await expect(panel).toContainText('An amount is needed');
  await expect(time).toHaveText(before ?? '');
  expect(await window.row('default').textContent()).toBe(left);
  await panel.getByRole('textbox', { name: 'Move by' }).fill('4m');
  await page.keyboard.press('Enter');
  await expect(time).not.toHaveText(before ?? '');
  await window.expectStatus('default', 'fresh');
  await panel.getByRole('textbox', { name: 'Move by' }).fill('1 min');
  await page.keyboard.press('Enter');
  await window.expectStatus('default', 'stale');
  await page.keyboard.press('Escape');
  await expect(window.clock).toBeFocused();
  await window.row('default').click();
  await window.expectStatus('default', 'fresh');
  // It was stored in a time that has not come yet.
  await window.clock.click();
  await panel.getByText('Real', { exact: true }).click();
  await window.expectStatus('default', 'stale');
});

test('a user who is switched in the middle of a prefetch sees nothing of the one before', async ({
  app: { window },
}) => {
  const { page } = window;
  await expectReady(window);
  const faults = await window.openFaults();
  const form = faults.getByRole('form', { name: 'Break something' });
  await form.getByRole('combobox', { name: 'How', exact: true }).selectOption('hold');
  await form.getByRole('button', { name: 'Break it' }).click();
  const waiting = faults.getByRole('list', { name: 'Requests that wait' }).getByRole('listitem');
  await window.switchTo('ben');
  await expect(waiting).toHaveCount(4);
  await window.logIn('cleo');
  await expect(waiting).toHaveCount(8);
  // One of the former user's: it brings nothing that anybody is shown.
  await faults
    .getByRole('button', { name: /^Release Workflow/ })
    .first()
    .click();
  await expect(waiting).toHaveCount(7);
  await window.expectStatus('default', 'loading');
  await faults.getByRole('button', { name: 'Release all' }).press('Enter');
  await expectReady(window);
  await expect(faults.getByRole('heading', { name: 'Faults' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(faults).toHaveCount(0);
  await expect(window.broken).toHaveCount(0);
  await expect(page.getByText(/\d leak/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'User: cleo' })).toBeVisible();
});

test('with the CDN down, what comes inline is shown and what does not is an error', async ({
  app: { window },
}) => {
  await expectReady(window);
  await window.choose(window.cdn, 'Down');
  await expect(window.broken).toContainText('CDN: answers 503');
  await expect(window.broken.getByRole('listitem')).toHaveCount(1);
  await window.row('plans').click();
  await window.expectStatus('plans', 'fresh');
  await window.row('lifetime').click();
  await window.expectStatus('lifetime', 'failed');
  await expect(window.row('lifetime')).toContainText('on purpose');
});

test('wrong bytes are not taken for a paywall', async ({ app: { window } }) => {
  await expectReady(window);
  await window.choose(window.cdn, 'Wrong bytes');
  // Its body comes from the CDN, and is not what was announced.
  await window.row('lifetime').click();
  await window.expectStatus('lifetime', 'failed');
  await expect(window.row('lifetime')).toContainText('on purpose');
  await window.choose(window.cdn, 'Up');
  await window.row('lifetime').click();
  await window.expectStatus('lifetime', 'fresh');
});

test('on a full disk everything is shown, and nothing is saved', async ({ app: { window } }) => {
  await expectReady(window);
  const faults = await window.openFaults();
  await faults.getByRole('switch', { name: 'Disk' }).click();
  await expect(window.broken).toContainText('Disk: full');
  await window.logIn('ben');
  await expectReady(window);
  await expect(window.row('default')).not.toContainText('Saved');
  await faults.getByRole('button', { name: 'Heal Disk: full' }).click();
  await expect(window.broken).toHaveCount(0);
});

test('each fault is healed alone, and all of them by one press', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await window.network.click();
  await window.choose(window.backend, 'Malformed');
  const faults = await window.openFaults();
  const form = faults.getByRole('form', { name: 'Break something' });
  await form.getByRole('combobox', { name: 'Which one' }).fill('harb');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await form.getByRole('textbox', { name: 'Status' }).fill('200');
  await form.getByRole('button', { name: 'Break it' }).click();
  await expect(form).toContainText('From 400 to 599');
  await form.getByRole('textbox', { name: 'Status' }).fill('418');
  await form.getByRole('textbox', { name: 'How often' }).fill('2');
  await form.getByRole('button', { name: 'Break it' }).click();
  const on = faults.getByRole('list', { name: 'Faults' }).getByRole('listitem');
  await expect(on).toHaveText([
    /Network: offline/,
    /Backend: broken JSON/,
    /Workflow wf_harbours: answers 418, 2 more times/,
  ]);
  await faults.getByRole('button', { name: 'Heal Network: offline' }).click();
  await expect(on).toHaveCount(2);
  await expect(window.network).toBeChecked();
  // By its number of times it heals by itself.
  for (const left of [1, 0]) {
    await window.row('harbours').click();
    await expect(on.filter({ hasText: '418' })).toHaveCount(left);
  }
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(faults).toContainText('Nothing is broken on purpose.');
  await page.keyboard.press('ControlOrMeta+Shift+U');
  await expect(faults).toHaveCount(0);
});

test('rows are filtered, searched for and put in order, and what is selected stays so', async ({
  app: { window },
}) => {
  const { page, offerings } = window;
  await expectReady(window);
  const rows = offerings.getByRole('option');
  await page.getByRole('button', { name: 'Fresh 5' }).click();
  await expect(rows).toHaveCount(5);
  await page.keyboard.press('/');
  await page.keyboard.type('SWIM');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(offerings).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(window.row('swim')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('/');
  await page.keyboard.type('nowhere');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
  const pane = page.getByRole('region', { name: 'Offerings' });
  await pane.getByRole('button', { name: 'Show all' }).last().click();
  await expect(window.row('swim')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('name');
  await expect(rows.first()).toHaveAccessibleName(/^classic/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('name');
});

test('the bar is gone through by keyboard, and every menu gives the focus back', async ({
  app: { window },
}) => {
  const { page } = window;
  // So that the whole world is in the bar, and nothing of it folded away.
  await page.setViewportSize({ width: 1_600, height: 900 });
  await expectReady(window);
  await window.backend.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Up' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('h');
  await expect(page.getByRole('menuitemradio', { name: 'Hanging' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(window.backend).toBeFocused();
  await expect(window.backend).toHaveAccessibleName('Backend: Up');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(window.backend).toHaveAccessibleName('Backend: Slow');
  await expect(window.backend).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+H');
  const stages = page.getByRole('radiogroup', { name: 'App' });
  await stages.getByRole('radio', { name: 'Foreground' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(stages.getByRole('radio', { name: 'Background' })).toBeChecked();
  const button = page.getByRole('button', { name: /^Faults: / });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Faults' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('in the list, letters lead to names', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await window.offerings.focus();
  await page.keyboard.type('li');
  await expect(window.row('lifetime')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await window.expectStatus('lifetime', 'fresh');
});

test('what a narrow bar has no room for stands under More', async ({ app: { window } }) => {
  const { page } = window;
  await expectReady(window);
  await page.setViewportSize({ width: 900, height: 700 });
  const more = page.getByRole('button', { name: /^More: Foreground · Recommended/ });
  await more.click();
  await page.getByRole('dialog', { name: 'More' }).getByText('Background', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^More: Background · Recommended/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1_600, height: 700 });
  await expect(more).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Background' })).toBeChecked();
});
