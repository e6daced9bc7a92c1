import { type AppWindow, appWindowOf } from './app-window.ts';
import { collectComplaints } from './complaints.ts';
import { test as base } from './host-test.ts';
import { livePage } from './live-page.ts';
import { startsOn } from './open-app.ts';
import { makeDataFolder } from './temp-data-folder.ts';

/** The app on any host, as the specs use it. */
interface AppUnderTest {
  readonly window: AppWindow;
  /** Ends the app and starts it again on what it left on disk. */
  restart(): Promise<void>;
}

interface Fixtures {
  readonly app: AppUnderTest;
}

/** Opens the app in a folder of its own; page errors fail the spec. */
export const test = base.extend<Fixtures>({
  app: async ({ appHost, program, openBrowser }, use) => {
    const dataFolder = makeDataFolder();
    const complaints = collectComplaints();
    const start = await startsOn({
      host: appHost,
      program,
      dataFolder: dataFolder.path,
      browser: openBrowser,
      onPage: complaints.watch,
    });

    let running = await start();
    await use({
      window: appWindowOf(livePage(() => running.page)),
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
