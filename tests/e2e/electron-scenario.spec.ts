/** The ways by which a scenario file comes to the app where it is Electron. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestInfo } from 'playwright/test';
import { texts } from '../../main/hosts/electron/texts.ts';
import { ready } from './support/electron-page.ts';
import { type StartedElectron, expect, skipOn, test } from './support/electron-test.ts';
import { root } from './support/open-app.ts';
import { endless, holding } from './support/scenario-texts.ts';

const put = (info: TestInfo, name: string, text = holding): string => {
  const folder = info.outputPath('files');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const dialogOf = ({ page }: StartedElectron) => page.getByRole('dialog', { name: 'Scenario' });

const expectOpen = (app: StartedElectron, file: string): Promise<void> =>
  expect(dialogOf(app).getByText(file, { exact: true })).toBeVisible();

const openByMenu = (app: StartedElectron): Promise<void> =>
  app.evaluate(({ Menu }, label) => {
    const items = Menu.getApplicationMenu()?.items ?? [];
    const all = items.flatMap(({ submenu }) => submenu?.items ?? []);
    all.find((item) => item.label === label)?.click();
  }, texts.menu.openScenario);

test('an argument is opened, the last of several', async ({ electron }, info) => {
  const [first, last] = [put(info, 'a.pwscenario'), put(info, 'b.pwscenario')];
  const app = await electron.start({ arguments: [first, last] });
  await ready(app);
  await expectOpen(app, last);
});

test('a file that is not there is told of in the window', async ({ electron }) => {
  const app = await electron.start({ arguments: ['/nowhere/a.pwscenario'] });
  await ready(app);
  await expect(dialogOf(app)).toContainText('The file cannot be read: it is not there.');
});

test('a second start hands its file over, and the project beside it is found', async ({
  electron,
}, info) => {
  const file = put(info, 'a.pwscenario', holding.replace(/project: .*/, 'project: shop'));
  cpSync(path.join(root, 'main/project/demo'), path.join(path.dirname(file), 'shop'), {
    recursive: true,
  });
  const first = await electron.start();
  await ready(first);
  const second = await electron.start({ arguments: [file] });
  expect(await second.ended).toBe(0);
  await expectOpen(first, file);
  await expect(dialogOf(first)).not.toContainText('there is no folder');
});

test('macOS tells what was double-clicked, before the app is ready and later', async ({
  electron,
}, info) => {
  skipOn(info, 'electron', 'Only macOS itself tells it before the app is ready.');
  const [first, second] = [put(info, 'a.pwscenario'), put(info, 'b.pwscenario')];
  const app = await electron.start({ standIn: { openFile: first } });
  await ready(app);
  await expectOpen(app, first);
  const isPrevented = await app.evaluate(({ app: main }, file) => {
    let isDefaultPrevented = false;
    main.emit('open-file', { preventDefault: () => (isDefaultPrevented = true) }, file);
    return isDefaultPrevented;
  }, second);
  expect(isPrevented).toBe(true);
  await expectOpen(app, second);
});

test('the menu lets people choose one, or none', async ({ electron }, info) => {
  skipOn(info, 'electron', 'Real Electron would open a dialog that nobody is there to answer.');
  const file = put(info, 'a.yaml');
  const app = await electron.start();
  await ready(app);
  await openByMenu(app);
  await app.recorder.choose();
  await openByMenu(app);
  await app.recorder.choose(file);
  await expectOpen(app, file);
  expect(app.recorder.of('showOpenDialog')).toHaveLength(2);
});

test('while one is played, another is refused in a box', async ({ electron }, info) => {
  skipOn(info, 'electron', 'Real Electron would open a dialog that nobody is there to answer.');
  const file = put(info, 'a.pwscenario', endless);
  const app = await electron.start({ arguments: [file] });
  await ready(app);
  await dialogOf(app).getByRole('button', { name: 'Check only' }).click();
  await expect(dialogOf(app).getByRole('progressbar')).toBeVisible();
  await openByMenu(app);
  await app.recorder.choose(put(info, 'b.pwscenario'));
  expect(await app.recorder.waitFor('showMessageBox')).toEqual([
    {
      message: texts.scenarioNotOpened,
      detail: `${file} is being played. Wait for its end, or close it first.`,
      buttons: [texts.ok],
    },
  ]);
  await app.recorder.press(texts.ok);
});

test('an app that is quit while one is played ends, and nothing is left of it', async ({
  electron,
}, info) => {
  const temporary = info.outputPath('temporary');
  mkdirSync(temporary, { recursive: true });
  const app = await electron.start({ arguments: [put(info, 'a.pwscenario', endless)] });
  await ready(app);
  await app.evaluate((_modules, folder) => {
    process.env['TMPDIR'] = folder;
  }, temporary);
  await dialogOf(app).getByRole('button', { name: 'Check only' }).click();
  await expect(dialogOf(app).getByRole('progressbar')).toBeVisible();
  expect(await app.quit()).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});
