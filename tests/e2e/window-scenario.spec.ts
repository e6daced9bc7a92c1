import { expect, test } from './support/app-test.ts';
import type { AppWindow } from './support/app-window.ts';
import { drag } from './support/drop.ts';
import { endless, failing, holding } from './support/scenario-texts.ts';

const dropFile = ({ page }: AppWindow, text: string, name = 'a.pwscenario'): Promise<void> =>
  drag(page, 'drop', { files: [{ name, text }] });

const dialogOf = ({ page }: AppWindow) => page.getByRole('dialog', { name: 'Scenario' });

test('a scenario file that is dropped says what it is, is played, and touches nothing here', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await window.network.click();
  await dropFile(window, holding);
  const dialog = dialogOf(window);
  for (const words of [
    'One workflow',
    'It is fetched once.',
    'a.pwscenario',
    '2 steps, 2 checks. Rules: Recommended.',
    'nothing that is yours is touched',
  ])
    await expect(dialog).toContainText(words);
  await dialog.getByRole('button', { name: 'Check only' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Everything holds: 2 checks.');
  await expect(dialog.getByRole('list', { name: 'Steps' })).toContainText('paywall.workflow: wf_a');
  await window.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(window.network).not.toBeChecked();
  await expect(window.page.getByRole('button', { name: 'User: ana' })).toBeVisible();
});

test('where it does not hold, it says what was found instead, and what was not played', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await dropFile(window, failing);
  const dialog = dialogOf(window);
  await dialog.getByRole('button', { name: 'Check only' }).click();
  await expect(dialog.getByRole('status')).toContainText('It does not hold.');
  await expect(dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem').last()).toHaveText(
    'paywall.source: expected disk, found network',
  );
  await expect(dialog).toContainText('1 step behind it was not played.');
  await expect(dialog.getByRole('button', { name: 'Check again' })).toBeFocused();
});

test('what is wrong with a file is told with its place, and there is nothing to play', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await dropFile(window, holding.replace('expect:', 'expects:'), 'broken.yaml');
  const dialog = dialogOf(window);
  await expect(dialog).toContainText('This file cannot be played');
  await expect(dialog).toContainText(/Line 7, column \d+: steps\[1\].*did you mean `expect`\?/);
  await expect(dialog.getByRole('button', { name: 'Play' })).toHaveCount(0);
});

test('a dropped file whose project lies beside it is told to be opened from disk', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await dropFile(window, holding.replace(/project: .*/, 'project: ./shop'));
  await expect(dialogOf(window)).toContainText(
    'a file that was dropped does not say where it lies, so the folder ./shop beside it cannot be found',
  );
});

test('one that is being played can be closed, and stays alone until then', async ({
  app: { window },
}) => {
  await window.expectStatus('default', 'fresh');
  await dropFile(window, endless);
  const dialog = dialogOf(window);
  await dialog.getByRole('button', { name: 'Check only' }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Steps played' })).toBeVisible();
  await dropFile(window, holding, 'b.pwscenario');
  await expect(dialog.getByRole('alert')).toContainText(
    'a.pwscenario is being played. Wait for its end, or close it first.',
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await dropFile(window, holding, 'b.pwscenario');
  await expect(dialog).toContainText('One workflow');
});

test('it opens above a dialog that was open, and leaves that one as it was', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await dropFile(window, holding);
  await expect(dialogOf(window).getByRole('button', { name: 'Play' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialogOf(window)).toHaveCount(0);
  await expect(settings).toBeVisible();
});

test('what is dragged over the window is told where to go, for as long as it is there', async ({
  app: { window },
}) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  const hint = page.getByText('Drop it here to open it');
  const file = { files: [{ name: 'a.pwscenario', text: holding }] };
  await drag(page, 'dragover', file);
  await expect(hint).toBeVisible();
  await drag(page, 'dragleave', file);
  await expect(hint).toHaveCount(0);
  await drag(page, 'dragover', file);
  await drag(page, 'drop', file);
  await expect(dialogOf(window)).toBeVisible();
  await expect(hint).toHaveCount(0);
});

test('anything else that is dropped is answered with what can be', async ({ app: { window } }) => {
  const { page } = window;
  await window.expectStatus('default', 'fresh');
  const address = page.url();
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'What can be dropped here is one file' });
  const files = ['a.yaml', 'b.yaml'].map((name) => ({ name, text: holding }));
  for (const dragged of [{ files: [{ name: 'paywall.png', text: 'png' }] }, { files }, 'words']) {
    await drag(page, 'drop', dragged);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
  }
  await expect(dialogOf(window)).toHaveCount(0);
  expect(page.url()).toBe(address);
});
