import { Buffer } from 'node:buffer';
import type { BrowserContext, Page, Request, Route } from 'playwright/test';
import { mapStrings, toChromium, toMain } from '../addresses.ts';
import type { Answered, ChromiumCalls, MainCalls, Recorded } from '../calls.ts';
import { type Channel, type Peer, connectPeer } from '../peer.ts';
import { createFrameBook } from './frames.ts';
import { chromiumNamesOf } from './permissions.ts';
import { frameOfRequest, seeRequest } from './see-request.ts';
import { ShownWindow } from './shown-window.ts';

export interface ChromiumSideOptions {
  /** What Chromium keeps for the app stays in it, over any number of starts. */
  readonly context: BrowserContext;
  readonly channel: Channel;
  readonly onPage: (page: Page) => void;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly press: ChromiumCalls['press'];
  readonly choose: ChromiumCalls['choose'];
}

export interface ChromiumSide {
  readonly main: Peer<MainCalls>;
  close(): Promise<void>;
}

const fulfil = async (route: Route, answered: Answered): Promise<void> => {
  switch (answered.kind) {
    case 'refused':
      // An aborted navigation would leave an error page.
      await route.fulfill({ status: 204 });
      return;
    case 'cancelled':
      await route.abort('blockedbyclient');
      return;
    case 'passed':
      await route.continue();
      return;
    case 'answered': {
      const headers = mapStrings(answered.headers, toChromium) as Record<string, string>;
      await route.fulfill({ status: answered.status, headers, body: Buffer.from(answered.body) });
    }
  }
};

/** Drives Chromium for one run of the app: its windows, and whatever their pages ask for. */
export const openChromiumSide = async (options: ChromiumSideOptions): Promise<ChromiumSide> => {
  const { context, channel, onPage, onRecorded, press, choose } = options;
  const windows = new Map<number, ShownWindow>();
  const opened: ShownWindow[] = [];
  const numbers = new Map<Page, number>();
  const see = createFrameBook((page) => numbers.get(page) ?? null);

  let isClosed = false;

  const windowAt = (number: number): ShownWindow => {
    const window = windows.get(number);
    if (window === undefined) throw new Error(`There is no window ${number}.`);
    return window;
  };

  const local = {
    openWindow: async (asked) => {
      await context.grantPermissions(chromiumNamesOf(asked.granted));
      if (isClosed) throw new Error('The app is gone.');
      const made = (window: ShownWindow, page: Page): void => {
        numbers.set(page, window.number);
        onPage(page);
      };
      const window = new ShownWindow({ context, main, see, made, asked });
      windows.set(asked.window, window);
      opened.push(window);
      await window.open();
    },
    load: ({ window, url }) => windowAt(window).load(url),
    reload: ({ window }) => windowAt(window).reload(),
    close: async ({ window }) => {
      const { page } = windowAt(window);
      windows.delete(window);
      await page.close();
    },
    resize: ({ window, size }) => windowAt(window).page.setViewportSize({ ...size }),
    send: ({ window, channel: name, values }) => windowAt(window).send(name, values),
    crash: ({ window }) => windowAt(window).crash(),
    capture: async ({ window }) => windowAt(window).capture(),
    run: ({ window, code }) => windowAt(window).page.evaluate(code),
    setColorScheme: async ({ colorScheme }) => {
      for (const window of windows.values()) await window.setColorScheme(colorScheme);
    },
    clearStorage: async () => {
      for (const window of windows.values()) await window.clearStorage();
    },
    record: onRecorded,
    press,
    choose,
  } satisfies ChromiumCalls;

  const main: Peer<MainCalls> = connectPeer<MainCalls, ChromiumCalls>(channel, local);

  /** A window that a link opens is there before anybody can say no: it is closed unseen. */
  const refuseWindow = async (request: Request, page: Page | null): Promise<Answered> => {
    const opener = (await page?.opener()) ?? null;
    const window = (opener && numbers.get(opener)) ?? [...windows.keys()][0];
    if (window !== undefined) {
      const url = toMain(request.url());
      await main.call('newWindow', { window, url, frameName: '', features: '' });
    }
    void page?.close();
    return { kind: 'cancelled' };
  };

  const decide = async (request: Request): Promise<Answered> => {
    const frame = frameOfRequest(request);
    const page = frame?.page() ?? null;
    const number = page === null ? undefined : numbers.get(page);
    if (number === undefined) return refuseWindow(request, page);
    const isMain = request.isNavigationRequest() && frame?.parentFrame() === null;
    const isByBrowser = isMain && windowAt(number).takeExpected(request.url());
    return main.call('request', seeRequest(request, isByBrowser, see));
  };

  await context.route(
    () => true,
    async (route) => {
      try {
        await fulfil(route, await decide(route.request()));
      } catch {
        // The app or the page is gone meanwhile, and nobody waits for an answer any more.
        await route.abort().catch(() => {});
      }
    },
  );

  return Object.freeze({
    main,
    close: async () => {
      isClosed = true;
      main.end();
      await Promise.all(opened.map(({ settled }) => settled));
      // First the pages: while one of them closes, nothing can be changed for all of them.
      await Promise.all(context.pages().map((page) => page.close()));
      await context.unrouteAll({ behavior: 'ignoreErrors' });
    },
  });
};
