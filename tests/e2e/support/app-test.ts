import { type AppWindow, appWindowOf } from './app-window.ts';
import { collectComplaints } from './complaints.ts';
import { test as base } from './host-test.ts';
import { livePage } from './live-page.ts';
import { startsOn } from './open-app.ts';
import { makeDataFolder } from './temp-data-folder.ts';

/** The app on any host, as the specs use it. */
interface AppUnderTest {
  readonly window: AppWindow;
  readonly dataFolder: string;
  /** What its pages have asked for, and where. */
  readonly requests: readonly string[];
  /** Wiping takes away what a paywall on the stage may still be loading, and its frame says so. */
  wipe(): Promise<void>;
  /** Ends the app and starts it again on what it left on disk. */
  restart(): Promise<void>;
}

interface Fixtures {
  /** Null: the demo project. */
  readonly projectFolder: string | null;
  readonly app: AppUnderTest;
}

/** Opens the app in a folder of its own; page errors fail the spec. */
export const test = base.extend<Fixtures>({
  projectFolder: [null, { option: true }],
  app: async ({ appHost, program, openBrowser, projectFolder }, use) => {
    const dataFolder = makeDataFolder();
    const complaints = collectComplaints();
    const requests: string[] = [];
    const start = await startsOn({
      host: appHost,
      program,
      dataFolder: dataFolder.path,
      projectFolder,
      browser: openBrowser,
      onPage: (page) => {
        complaints.watch(page);
        page.on('request', (request) => requests.push(request.url()));
      },
    });

    let running = await start();
    const page = livePage(() => running.page);
    await use({
      window: appWindowOf(page),
      dataFolder: dataFolder.path,
      requests,
      wipe: async () => {
        await page.keyboard.press('ControlOrMeta+,');
        await page.getByRole('button', { name: /^Wipe/ }).first().click();
        complaints.forgive(/^Failed to load resource: .* 404 /);
        await page.getByRole('dialog').last().getByRole('button', { name: /^Wipe/ }).click();
      },
      restart: async () => {
        await running.close();
        running = await start();
      },
    });
    await running.close();
    dataFolder.remove();
    if (complaints.all.length > 0)
      throw new Error(`The page complained: ${complaints.all.join('; ')}`);
  },
});

export { expect } from './host-test.ts';
