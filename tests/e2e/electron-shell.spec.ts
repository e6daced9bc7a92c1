import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { texts } from '../../main/hosts/electron/texts.ts';
import { type StartedElectron, expect, skipOn, test } from './support/electron-test.ts';

/** The page has something to show, and the window was shown with it. */
const ready = async (app: StartedElectron): Promise<void> => {
  await app.firstPage();
  await app.window.expectStatus('default', 'fresh');
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined || window.isVisible()) return undefined;
    return new Promise<void>((resolve) => window.once('show', () => resolve()));
  });
};

const clickMenu = (app: StartedElectron, label: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items ?? [];
    const all = items.flatMap(({ submenu }) => submenu?.items ?? []);
    all.find((item) => item.label === wanted)?.click();
  }, label);

/** Does something with the window, and resolves when the system has told of it. */
const act = (
  app: StartedElectron,
  how: 'minimize' | 'restore' | 'maximize' | 'hide' | 'show',
): Promise<void> =>
  app.evaluate(({ BrowserWindow }, name) => {
    const [window] = BrowserWindow.getAllWindows();
    return new Promise<void>((resolve) => {
      // Each of them is an overload of its own.
      window?.once(name as 'show', () => resolve());
      window?.[name]();
    });
  }, how);

const dialogsAreOurs =
  'Real Electron would open a dialog of the system, which nobody is there to answer.';

test('the window is shown when it has something to show, with the app’s own version', async ({
  electron,
}) => {
  const app = await electron.start();
  await ready(app);
  const shown = await app.evaluate(({ app: main, BrowserWindow }) => ({
    version: main.getVersion(),
    windows: BrowserWindow.getAllWindows().map((window) => [
      window.isVisible(),
      window.webContents.getURL(),
    ]),
  }));
  expect(shown).toEqual({ version: '0.1.0', windows: [[true, 'app://window/']] });
});

test('the window opens where it was left, as it was left', async ({ electron }) => {
  const bounds = { x: 120, y: 90, width: 1_010, height: 710 };
  const first = await electron.start();
  await ready(first);
  await first.evaluate(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    return new Promise<void>((resolve) => {
      window?.once('resize', () => resolve());
      window?.setBounds(wanted);
    });
  }, bounds);
  await act(first, 'maximize');
  expect(await first.quit()).toBe(0);

  const second = await electron.start();
  await ready(second);
  const now = await second.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.getNormalBounds(), window.isMaximized()]),
  );
  expect(now).toEqual([[bounds, true]]);
});

test('a window that was left where no screen is any more opens on the one that is there', async ({
  electron,
}) => {
  const bounds = { x: 5_000, y: 5_000, width: 1_000, height: 700 };
  const state = { bounds, isMaximized: false, isFullScreen: false };
  writeFileSync(path.join(electron.dataFolder, 'window.json'), JSON.stringify(state));
  const app = await electron.start();
  await ready(app);
  const isOnScreen = await app.evaluate(({ BrowserWindow, screen }) => {
    const { workArea } = screen.getPrimaryDisplay();
    return BrowserWindow.getAllWindows().map((window) => {
      const { x, y } = window.getBounds();
      return x < workArea.x + workArea.width && y < workArea.y + workArea.height;
    });
  });
  expect(isOnScreen).toEqual([true]);
});

test('the menu opens settings, help and licences in the window', async ({ electron }) => {
  const app = await electron.start();
  await ready(app);
  const { page } = app;
  await clickMenu(app, texts.menu.settings);
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  // Right after it was closed, the next one is asked for.
  for (const label of [texts.menu.guide, texts.menu.shortcuts, texts.menu.licences]) {
    await page.keyboard.press('Escape');
    await clickMenu(app, label);
    await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  }
});

test('the menu shows the logs by the system’s file manager', async ({ electron }) => {
  mkdirSync(path.join(electron.dataFolder, 'logs'), { recursive: true });
  const app = await electron.start();
  await ready(app);
  const opened = await app.evaluate(async ({ Menu, shell }, label) => {
    const asked = new Promise<string>((resolve) => {
      shell.openPath = async (folder) => {
        resolve(folder);
        return '';
      };
    });
    const items = Menu.getApplicationMenu()?.items ?? [];
    const all = items.flatMap(({ submenu }) => submenu?.items ?? []);
    all.find((item) => item.label === label)?.click();
    return asked;
  }, texts.menu.logs);
  expect(opened).toBe(path.join(electron.dataFolder, 'logs'));
});

test('a second start hands over to the first, and ends', async ({ electron }, info) => {
  skipOn(info, 'electron', dialogsAreOurs);
  const first = await electron.start();
  await ready(first);
  await act(first, 'minimize');
  const second = await electron.start({ arguments: ['--project', '/some/project'] });
  expect(await second.ended).toBe(0);
  const [asked] = await first.recorder.waitFor('showMessageBox');
  const isMinimized = await first.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.isMinimized(),
  );
  expect([asked, isMinimized]).toEqual([
    {
      message: texts.projectNotOpened,
      detail: 'There is no folder /some/project.',
      buttons: [texts.ok],
    },
    false,
  ]);
  await first.recorder.press(texts.ok);
});

test.describe('the app is in the background', () => {
  const stage = (app: StartedElectron, word: 'Foreground' | 'Background') =>
    expect(app.page.getByRole('radio', { name: word })).toBeChecked();

  for (const [title, away, back] of [
    ['the machine sleeps', 'suspend', 'resume'],
    ['the screen is locked', 'lock-screen', 'unlock-screen'],
  ] as const)
    test(`while ${title}`, async ({ electron }) => {
      const app = await electron.start();
      await ready(app);
      await stage(app, 'Foreground');
      for (const [event, word] of [
        [away, 'Background'],
        [back, 'Foreground'],
      ] as const) {
        await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
        await stage(app, word);
      }
    });

  for (const [title, away, back] of [
    ['minimised', 'minimize', 'restore'],
    ['hidden', 'hide', 'show'],
  ] as const)
    test(`while its window is ${title}`, async ({ electron }) => {
      const app = await electron.start();
      await ready(app);
      await act(app, away);
      await stage(app, 'Background');
      await act(app, back);
      await stage(app, 'Foreground');
    });
});

test.describe('the app ends', () => {
  test('with what was done last on disk', async ({ electron }) => {
    const first = await electron.start();
    await ready(first);
    await first.window.logIn('dora');
    expect(await first.quit()).toBe(0);
    const second = await electron.start();
    await ready(second);
    await expect(second.page.getByRole('button', { name: 'User: dora' })).toBeVisible();
  });

  test('when its window is closed', async ({ electron }) => {
    test.skip(process.platform === 'darwin', 'On macOS, an app may stay without its window.');
    const app = await electron.start();
    await ready(app);
    await app.evaluate(({ BrowserWindow }) => {
      // Not in this turn: the answer would not come.
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    });
    expect(await app.ended).toBe(0);
  });

  test('with a report where nobody caught a fault', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start();
    await ready(app);
    await app.evaluate(() => {
      setImmediate(() => {
        throw new Error('a fault of the app');
      });
    });
    expect(await app.ended).toBe(1);
    expect(app.recorder.of('showErrorBox')).toEqual([
      { title: texts.broken, content: texts.brokenDetail(path.join(electron.dataFolder, 'logs')) },
    ]);
    expect(electron.log()).toContain('a fault of the app');
  });
});

test.describe('a window whose page ended', () => {
  const crash = (app: StartedElectron): Promise<void> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );

  test('is offered to be loaded again, and the session still runs', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start();
    await ready(app);
    await app.window.logIn('emil');
    const another = app.nextPage();
    await crash(app);
    await app.recorder.press(texts.reload);
    await another;
    await app.window.expectStatus('default', 'fresh');
    await expect(app.page.getByRole('button', { name: 'User: emil' })).toBeVisible();
    expect(app.recorder.of('showMessageBox')).toEqual([
      {
        message: texts.windowGone,
        detail: texts.windowGoneDetail,
        buttons: [texts.reload, texts.quit],
      },
    ]);
  });

  test('may as well be the end of the app', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start();
    await ready(app);
    await crash(app);
    await app.recorder.press(texts.quit);
    expect(await app.ended).toBe(0);
  });

  test('and one that hangs is ended before it is loaded again', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start();
    await ready(app);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
    });
    const another = app.nextPage();
    await app.recorder.press(texts.reload);
    await another;
    await expect.poll(electron.log).toContain("The window's page is gone");
    await app.window.expectStatus('default', 'fresh');
    expect(app.recorder.of('showMessageBox')).toHaveLength(1);
  });
});

test.describe('what the app cannot start with', () => {
  const expectRefusal = async (app: StartedElectron, code: number, sentence: RegExp) => {
    expect(await app.ended).toBe(code);
    expect(app.recorder.of('showErrorBox')).toEqual([
      { title: texts.cannotStart, content: expect.stringMatching(sentence) },
    ]);
  };

  test('is told: a project that is none', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const missing = path.join(electron.dataFolder, 'no-project');
    const app = await electron.start({ arguments: ['--project', missing] });
    await expectRefusal(app, 2, /no-project/);
  });

  test('is told: a data folder that is a file', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const file = path.join(electron.dataFolder, 'a-file');
    writeFileSync(file, '');
    const app = await electron.start({ dataFolder: file });
    await expectRefusal(app, 1, /The data folder .*a-file cannot be used/);
  });

  test('is told: an installed app without a sandbox', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start({
      arguments: ['--no-sandbox'],
      standIn: { isPackaged: true },
    });
    await expectRefusal(app, 1, /--no-sandbox.*Start it without|Install the \.deb/);
    expect(readdirSync(electron.dataFolder)).toEqual([]);
  });

  test('is told: a switch without its folder', async ({ electron }, info) => {
    skipOn(info, 'electron', dialogsAreOurs);
    const app = await electron.start({ arguments: ['--project'] });
    await expectRefusal(app, 2, /`--project` needs the path of a folder/);
  });
});

test('where the system has no key ring, the window is told that keys are not kept', async ({
  electron,
}, info) => {
  skipOn(info, 'electron', 'Which key ring real Electron finds is the machine’s.');
  const app = await electron.start({ standIn: { storageBackend: 'basic_text' } });
  await ready(app);
  await clickMenu(app, texts.menu.settings);
  await expect(app.page.getByRole('dialog')).toContainText(texts.keptForSession.basicText);
});

test('an app of one’s own may run without a sandbox, as tests as root do', async ({
  electron,
}, info) => {
  skipOn(info, 'electron', 'Tests start real Electron so anyway.');
  const app = await electron.start({ arguments: ['--no-sandbox'] });
  await ready(app);
});

test('menus and dialogs follow the appearance that was set, also after a restart', async ({
  electron,
}) => {
  const sourceOf = (app: StartedElectron): Promise<string> =>
    app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  const first = await electron.start();
  await ready(first);
  await first.page.evaluate(`paywallPreview.changeSettings({ appearance: 'dark' })`);
  expect(await sourceOf(first)).toBe('dark');
  await first.quit();
  const second = await electron.start();
  await ready(second);
  expect(await sourceOf(second)).toBe('dark');
  expect(
    await second.page.evaluate<boolean>(`matchMedia('(prefers-color-scheme: dark)').matches`),
  ).toBe(true);
});
