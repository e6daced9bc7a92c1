import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright/test';
import { openBrowserHost } from '../../../main/hosts/browser/open-browser-host.ts';
import { pictureBrowser } from '../../../main/tools/browser/picture-browser.ts';
import { startRealElectron } from '../../electron/real-electron.ts';
import type { RunningElectron } from '../../electron/running-electron.ts';
import { startStandIn } from '../../electron/stand-in-app.ts';
import type { Host } from './hosts.ts';

export const root = path.join(import.meta.dirname, '../../..');

export interface OpenOptions {
  readonly host: Host;
  readonly dataFolder: string;
  /** Null: the demo project. */
  readonly projectFolder: string | null;
  /** Launched when it is asked for: the real Electron needs none. */
  readonly browser: () => Promise<Browser>;
  /** Electron's program; null on every other host. */
  readonly program: string | null;
  readonly onPage: (page: Page) => void;
}

/** The app as it runs; it is started any number of times on the same disk. */
export interface RunningApp {
  readonly page: Page;
  close(): Promise<void>;
}

type Start = () => Promise<RunningApp>;

const inBrowser = (context: BrowserContext, options: OpenOptions): Start => {
  const { dataFolder, projectFolder, onPage } = options;
  context.on('page', onPage);
  return async () => {
    const opened = await openBrowserHost({
      root,
      dataFolder,
      projectFolder,
      opener: null,
      pictureBrowser: pictureBrowser(process.env),
    });
    if (!opened.ok) throw new Error(opened.message);
    const page = await context.newPage();
    await page.goto(opened.host.address);
    return {
      page,
      close: async () => {
        // First the page: what it says about a lost app is another spec's.
        await page.close();
        await opened.host.close();
      },
    };
  };
};

const quitting = (app: RunningElectron) => async (): Promise<void> => {
  await app.quit();
};

const givenTo = ({ dataFolder, projectFolder }: OpenOptions): readonly string[] => [
  ...['--data', dataFolder],
  ...(projectFolder === null ? [] : ['--project', projectFolder]),
];

const onStandIn =
  (context: BrowserContext, options: OpenOptions): Start =>
  async () => {
    const { onPage } = options;
    const given = givenTo(options);
    const app = await startStandIn({ appPath: root, arguments: given, context, onPage });
    const page = await app.firstPage();
    return { page, close: quitting(app) };
  };

const onElectron =
  (options: OpenOptions): Start =>
  async () => {
    const { program, onPage } = options;
    if (program === null) throw new Error('There is no Electron to start.');
    const given = givenTo(options);
    const app = await startRealElectron({ program, appPath: root, arguments: given, onPage });
    const page = await app.firstPage();
    return { page, close: quitting(app) };
  };

/** How the app is started on a host. */
export const startsOn = async (options: OpenOptions): Promise<Start> => {
  if (options.host === 'electron') return onElectron(options);
  const context = await (await options.browser()).newContext();
  return options.host === 'browser' ? inBrowser(context, options) : onStandIn(context, options);
};
