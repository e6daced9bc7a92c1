import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright/test';
import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { drag } from './support/drop.ts';
import { root } from './support/open-app.ts';
import { failing } from './support/scenario-texts.ts';

const run = promisify(execFile);

/** Chooses one of those that came with the app, by keyboard. */
const choose = async ({ page }: AppWindow, name: RegExp): Promise<Locator> => {
  await page.keyboard.press('ControlOrMeta+Shift+G');
  const library = page.getByRole('dialog', { name: 'Scenarios' });
  await library.getByRole('button', { name }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Scenario', exact: true });
  await expect(dialog.getByRole('button', { name: 'Play', exact: true })).toBeFocused();
  return dialog;
};

const barOf = ({ page }: AppWindow): Locator =>
  page.getByRole('region', { name: 'Scenario on the desk' });
const stepsOf = ({ page }: AppWindow): Locator =>
  page.getByRole('list', { name: 'Steps' }).locator(':scope > li');
const current = (window: AppWindow): Locator =>
  stepsOf(window).and(window.page.locator('[aria-current="step"]'));

test('a scenario of the app is stepped through by keyboard, and afterwards all is as it was', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await window.logIn('dora');
  await window.expectStatus('default', 'fresh');
  await window.network.click();
  const dialog = await choose(window, /The backend goes down/);
  await dialog.getByRole('button', { name: 'Step through' }).press('Enter');
  const bar = barOf(window);
  await expect(bar).toContainText('The backend goes down, the app is restarted');
  await expect(bar.getByRole('button', { name: 'Play' })).toBeFocused();
  // Another session, which nobody asked for anything yet.
  await expect(page.getByRole('button', { name: 'User: ana' })).toBeVisible();
  await expect(window.network).toBeChecked();
  await expect(window.broken).toHaveCount(0);
  await expect(stepsOf(window)).toHaveCount(15);
  await expect(current(window)).toContainText('Ask for the offerings');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await window.expectStatus('default', 'fresh');
  await expect(current(window)).toContainText('Ask for the workflow of default');
  await page.keyboard.press('Enter');
  await expect(current(window)).toContainText('Check first, welcome, map, disk');
  await page.keyboard.press('Enter');
  await expect(stepsOf(window).nth(2)).toHaveAttribute('data-state', 'done');
  await expect(stepsOf(window).nth(2)).toContainText('12 checks hold');
  await expect(stepsOf(window).nth(2)).toContainText('welcome.workflow: wf_welcome');
  await page.keyboard.press('Enter');
  await expect(window.broken).toBeVisible();
  // Its steps change the world, and nobody else.
  await window.network.click();
  await expect(page.getByRole('status').filter({ hasText: 'only its own steps' })).toBeVisible();
  await expect(window.network).toBeChecked();
  await bar.getByRole('switch', { name: 'Fast' }).click();
  await bar.getByRole('button', { name: 'Play' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Everything holds: 32 checks.' }),
  ).toBeVisible();
  await bar.getByRole('button', { name: 'Start again' }).click();
  await expect(current(window)).toContainText('Ask for the offerings');
  await bar.getByRole('button', { name: 'Leave' }).press('Enter');
  await expect(bar).toHaveCount(0);
  await expect(window.network).toBeFocused();
  await expect(page.getByText('only its own steps')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'User: dora' })).toBeVisible();
  await expect(window.network).not.toBeChecked();
  await window.expectStatus('default', 'fresh');
});

test('where something does not hold it stops, says what was found, and goes on by hand', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await drag(page, 'drop', { files: [{ name: 'a.pwscenario', text: failing }] });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  const summary = page.getByRole('status').filter({ hasText: 'Stopped' });
  await expect(summary).toHaveText('Stopped: 1 of 3 checks does not hold.');
  await expect(stepsOf(window).nth(2)).toHaveAttribute('data-state', 'failed');
  await expect(stepsOf(window).nth(2)).toContainText(
    'paywall.source: expected disk, found network',
  );
  await barOf(window).getByRole('button', { name: 'Go on' }).click();
  await expect(barOf(window)).toHaveAttribute('data-status', 'ended');
  await expect(
    page.getByRole('status').filter({ hasText: '1 of 3 checks does not hold.' }),
  ).toBeVisible();
});

test('what is done is recorded, saved, listed, and holds on the command line', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await page.keyboard.press('ControlOrMeta+Shift+G');
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Recording' });
  await expect(bar).toContainText('What you do now becomes a step.');
  await window.expectStatus('default', 'fresh');
  await window.network.click();
  await expect(stepsOf(window)).toHaveCount(2);
  await window.press('Cold start');
  await expect(stepsOf(window)).toHaveCount(4);
  await window.expectStatus('default', 'restored');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(stepsOf(window).last()).toContainText('Ask for the workflow of default');
  await bar.getByRole('button', { name: 'Add a check' }).click();
  await expect(stepsOf(window).last()).toContainText('Check default-1, memory, disk, requests');
  await bar.getByRole('button', { name: 'Count from here' }).click();
  await expect(stepsOf(window).last()).toContainText('Count requests from here');
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect(stepsOf(window)).toHaveCount(6);
  await window.expectStatus('default', 'restored');
  await bar.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('textbox', { name: 'What happens, in one sentence' })).toBeFocused();
  await expect(page.getByRole('group', { name: 'The file' })).toContainText('- cold-start:');
  await page.keyboard.type('Offline after a restart');
  await page.keyboard.press('Enter');
  await expect(bar).toHaveCount(0);
  const notice = page.getByRole('status').filter({ hasText: 'Scenario saved' });
  await expect(notice).toContainText(path.join('scenarios', 'offline-after-a-restart.pwscenario'));
  const [file = ''] =
    /\S+\.pwscenario/.exec((await notice.innerText()).replaceAll('\n', ' ')) ?? [];
  expect(readFileSync(file, 'utf8')).toContain(
    '- get-workflow: { offering: default, as: default-1 }',
  );
  const cli = path.join(root, 'main/scenario/cli.ts');
  const { stdout } = await run(process.execPath, [cli, file]);
  expect(stdout).toMatch(/^ok Offline after a restart \(\d+ checks\)\n1 passed, 0 failed\n$/);
  await choose(window, /Offline after a restart/);
});

test('a scenario that was saved is renamed and deleted by keyboard, those of the app are not', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  for (const name of ['The first', 'The second']) {
    await page.keyboard.press('ControlOrMeta+Shift+G');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('region', { name: 'Recording' }).getByText('Stop').click();
    await page.getByRole('textbox', { name: 'What happens, in one sentence' }).fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Recording' })).toHaveCount(0);
  }
  await page.keyboard.press('ControlOrMeta+Shift+G');
  const library = page.getByRole('dialog', { name: 'Scenarios' });
  const own = library.getByRole('region', { name: 'Yours' }).getByRole('listitem');
  await expect(own).toHaveCount(2);
  await expect(
    library.getByRole('region', { name: 'Stories' }).getByRole('button', { name: 'Delete' }),
  ).toHaveCount(0);

  await own.nth(0).getByRole('button').first().press('F2');
  const renaming = page.getByRole('dialog', { name: 'Rename the scenario' });
  await expect(renaming.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('The former');
  await page.keyboard.press('Enter');
  await expect(renaming).toHaveCount(0);
  await expect(own.nth(0)).toContainText('The former');

  await own.nth(0).getByRole('button').first().press('Delete');
  const asking = page.getByRole('dialog', { name: 'Delete this scenario?' });
  await expect(asking).toContainText('“The former”');
  await expect(asking.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(own).toHaveCount(2);
  await own
    .nth(0)
    .getByRole('button', { name: 'Delete', description: 'The former' })
    .press('Enter');
  await asking.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await expect(asking).toHaveCount(0);
  await expect(own).toHaveCount(1);
  await expect(own).toContainText('The second');
  await expect(library.getByRole('button', { name: 'Record', exact: true })).toBeFocused();
});

test('two sets of rules are compared side by side, and where they part is shown', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  const dialog = await choose(window, /A list that is refused/);
  await dialog.getByRole('button', { name: 'Compare rules' }).press('Enter');
  const compare = page.getByRole('dialog', { name: 'Compare rules' });
  await expect(compare.getByRole('button', { name: 'Compare', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const said = compare.getByRole('status').filter({ hasText: 'They part at 0:05:00' });
  await expect(said).toContainText('Recommended: The stale copy of the workflows list');
  await expect(said).toContainText('Android SDK: There was no copy of the workflows list');
  await expect(compare.getByRole('region', { name: 'Recommended' })).toContainText(
    '10 checks, all hold',
  );
  await expect(compare.getByRole('region', { name: 'Android SDK' })).toContainText(
    '5 of 10 checks do not hold',
  );
  const parting = compare.locator('tr[data-different="true"]').first();
  await expect(parting).toBeInViewport();
  await compare.getByRole('button', { name: 'Show where they part' }).press('Enter');
  await expect(parting).toBeFocused();
  await compare.getByRole('combobox', { name: 'Right rules' }).selectOption('Recommended');
  await expect(compare).toContainText('Choose two that differ.');
  await compare.getByRole('button', { name: 'Back to the scenario' }).click();
  await expect(page.getByRole('dialog', { name: 'Scenario', exact: true })).toBeVisible();
});
