import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { toChromium } from '../../electron/addresses.ts';
import type { StandInOptions } from '../../electron/calls.ts';
import { startRealElectron } from '../../electron/real-electron.ts';
import type { Recorder } from '../../electron/recorder.ts';
import type { RunningElectron } from '../../electron/running-electron.ts';
import { type StandInApp, type StandInStart, startStandIn } from '../../electron/stand-in-app.ts';
import { type AppWindow, appWindowOf } from './app-window.ts';
import { test as base } from './host-test.ts';
import { livePage } from './live-page.ts';
import { root } from './open-app.ts';
import { makeDataFolder } from './temp-data-folder.ts';

export interface StartOptions {
  /** Null: none is named. */
  readonly dataFolder?: string;
  readonly appPath?: string;
  readonly arguments?: readonly string[];
  /** What only the stand-in can be told. */
  readonly standIn?: Partial<StandInOptions>;
}

export interface StartedElectron extends RunningElectron {
  /** The page of the window that was opened last. */
  readonly page: Page;
  readonly window: AppWindow;
  /** The page that the window shows next: after a crash it is another one. */
  nextPage(): Promise<Page>;
  /** What was asked of the system; there is one on the stand-in only. */
  readonly recorder: Recorder;
}

export interface ElectronUnderTest {
  /** Where the app keeps what it keeps, unless another folder is named. */
  readonly dataFolder: string;
  /** The app's log, as far as it is written. */
  log(): string;
  /** An address of main's, as the page has it. */
  inPage(url: string): string;
  start(options?: StartOptions): Promise<StartedElectron>;
}

interface Fixtures {
  readonly electron: ElectronUnderTest;
}

/** Skips on one of the hosts, and says why. */
export const skipOn = (
  { project }: { readonly project: { readonly name: string } },
  name: 'electron' | 'electron-stand-in',
  why: string,
): void => {
  test.skip(project.name === name, why);
};

const pagesOf = () => {
  const pages: Page[] = [];
  let next = Promise.withResolvers<Page>();
  return {
    add: (page: Page) => {
      pages.push(page);
      next.resolve(page);
      next = Promise.withResolvers();
    },
    next: () => next.promise,
    /** The one that was opened last of those that are left. */
    last: (): Page => {
      const page = pages.findLast((one) => !one.isClosed());
      if (page === undefined) throw new Error('The app has no window.');
      return page;
    },
  };
};

/** Starts the app in Electron, as often as a spec wants, on one data folder. */
export const test = base.extend<Fixtures>({
  electron: async ({ appHost, program, openBrowser }, use) => {
    const dataFolder = makeDataFolder();
    const started: (RunningElectron | StandInApp)[] = [];
    /** What Chromium keeps; two apps at once have one each. */
    const contexts: { readonly context: BrowserContext; isFree: boolean }[] = [];

    const takeContext = async () => {
      const free = contexts.find(({ isFree }) => isFree);
      if (free !== undefined) return free;
      const context = await (await openBrowser()).newContext();
      const added = { context, isFree: true };
      contexts.push(added);
      return added;
    };

    const runStandIn = async (start: Omit<StandInStart, 'context'>): Promise<StandInApp> => {
      const taken = await takeContext();
      taken.isFree = false;
      const app = await startStandIn({ ...start, context: taken.context });
      void app.ended.finally(() => {
        taken.isFree = true;
      });
      return app;
    };

    const run = async (
      options: StartOptions,
      onPage: (page: Page) => void,
    ): Promise<RunningElectron | StandInApp> => {
      const { appPath = root, arguments: more = [] } = options;
      const given = ['--data', options.dataFolder ?? dataFolder.path, ...more];
      if (appHost !== 'electron')
        return runStandIn({
          appPath,
          arguments: given,
          onPage,
          ...(options.standIn === undefined ? {} : { options: options.standIn }),
        });
      if (program === null) throw new Error('There is no Electron to start.');
      return startRealElectron({ program, appPath, arguments: given, onPage });
    };

    await use({
      dataFolder: dataFolder.path,
      log: () => {
        try {
          return readFileSync(path.join(dataFolder.path, 'logs/paywall-preview.log'), 'utf8');
        } catch {
          return '';
        }
      },
      inPage: (url) => (appHost === 'electron' ? url : toChromium(url)),
      start: async (options = {}) => {
        const pages = pagesOf();
        const app = await run(options, pages.add);
        started.push(app);
        const page = livePage(pages.last);
        return {
          ...app,
          page,
          window: appWindowOf(page),
          nextPage: pages.next,
          get recorder(): Recorder {
            if ('recorder' in app) return app.recorder;
            throw new Error('Only the stand-in tells what was asked of the system.');
          },
        };
      },
    });
    for (const app of started) await app.kill();
    for (const { context } of contexts) await context.close();
    dataFolder.remove();
  },
});

export { expect } from './host-test.ts';
