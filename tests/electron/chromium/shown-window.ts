import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright/test';
import { mapStrings, toChromium, toMain } from '../addresses.ts';
import type { ChromiumCalls, FrameSeen, Invoked, MainCalls, PageEvent } from '../calls.ts';
import { worldScript } from '../page/install-world.ts';
import type { Peer } from '../peer.ts';

const binding = '__ipc';

export interface ShownWindowOptions {
  readonly context: BrowserContext;
  readonly main: Peer<MainCalls>;
  readonly see: (frame: Frame) => FrameSeen | null;
  /** Told of each page that shows the window: after a crash it is another one. */
  readonly made: (window: ShownWindow, page: Page) => void;
  readonly asked: Parameters<ChromiumCalls['openWindow']>[0];
}

interface Told {
  readonly kind: 'invoke' | 'send' | 'open';
  readonly channel: string;
  readonly values: readonly unknown[];
}

/** A window of the stand-in: a page of Chromium, with what Electron adds to it. */
export class ShownWindow {
  readonly number: number;
  /** Until its page is prepared: closed before, it would leave Playwright in disorder. */
  settled: Promise<void> = Promise.resolve();
  readonly #options: ShownWindowOptions;
  readonly #key = randomUUID();
  #page: Page | null = null;
  #session: CDPSession | null = null;
  #mainFrameId = '';
  #colorScheme: ShownWindowOptions['asked']['colorScheme'];
  /** What the browser itself is about to show. */
  #expected: string | null = null;
  #url = 'about:blank';
  #isCrashed = false;
  /** Until the page that was told to crash has done so. */
  #ending: Promise<void> | null = null;

  constructor(options: ShownWindowOptions) {
    this.#options = options;
    this.number = options.asked.window;
    this.#colorScheme = options.asked.colorScheme;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('The window has no page yet.');
    return this.#page;
  }

  open(): Promise<void> {
    const opened = this.#open();
    this.settled = opened.catch(() => {});
    return opened;
  }

  async #open(): Promise<void> {
    const { context, made } = this.#options;
    const page = await context.newPage();
    this.#page = page;
    this.#isCrashed = false;
    this.#ending = null;
    made(this, page);
    await this.#prepare(page);
  }

  async load(url: string): Promise<void> {
    this.#url = toChromium(url);
    await this.#browse(this.#url, () => this.page.goto(this.#url));
  }

  async reload(): Promise<void> {
    await this.#ending;
    if (!this.#isCrashed) {
      const url = this.page.url();
      await this.#browse(url, () => this.page.reload());
      return;
    }
    const former = this.page;
    await this.open();
    await former.close();
    await this.load(toMain(this.#url));
  }

  /** Whether it is the browser itself that shows this now; true once for each time. */
  takeExpected(url: string): boolean {
    const isExpected = this.#expected === url;
    if (isExpected) this.#expected = null;
    return isExpected;
  }

  send(channel: string, values: readonly unknown[]): void {
    const message = mapStrings([channel, values], toChromium) as [string, readonly unknown[]];
    this.page
      .evaluate(
        ([key, to, what]) => {
          const receive = Reflect.get(globalThis, key) as
            ((channel: string, values: readonly unknown[]) => void) | undefined;
          receive?.(to, what);
        },
        [this.#key, ...message] as const,
      )
      // A page that is gone hears nothing.
      .catch(() => {});
  }

  crash(): void {
    // Who loads it again at once must not find the page that is about to end.
    this.#ending = new Promise((resolve) => this.page.once('crash', () => resolve()));
    // It never answers.
    this.#session?.send('Page.crash').catch(() => {});
  }

  async capture(): Promise<Uint8Array> {
    const { scale } = this.#options.asked;
    if (scale === 1) return new Uint8Array(await this.page.screenshot());
    const size = this.page.viewportSize() ?? this.#options.asked.size;
    const clip = { x: 0, y: 0, width: size.width, height: size.height, scale };
    const taken = await this.#session?.send('Page.captureScreenshot', { format: 'png', clip });
    return Buffer.from(taken?.data ?? '', 'base64');
  }

  async setColorScheme(colorScheme: ShownWindowOptions['asked']['colorScheme']): Promise<void> {
    this.#colorScheme = colorScheme;
    await this.page.emulateMedia({ colorScheme });
  }

  async clearStorage(): Promise<void> {
    const origins = new Set(this.page.frames().map((frame) => URL.parse(frame.url())?.origin));
    for (const origin of origins)
      if (origin !== undefined && origin !== 'null')
        await this.#session?.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }

  async #browse(url: string, go: () => Promise<unknown>): Promise<void> {
    this.#expected = url;
    try {
      await go();
    } finally {
      this.#expected = null;
    }
  }

  async #prepare(page: Page): Promise<void> {
    const { asked } = this.#options;
    await page.setViewportSize({ ...asked.size });
    await page.emulateMedia({ colorScheme: this.#colorScheme });
    await page.exposeBinding(binding, ({ frame }, told: Told) => this.#hear(frame, told));
    await page.addInitScript({ content: worldScript({ key: this.#key, binding }, asked.preload) });
    await this.#watch(page);
  }

  #hear(frame: Frame, told: Told): unknown {
    const { main, see } = this.#options;
    const seen = see(frame);
    if (seen === null) return undefined;
    const values = mapStrings(told.values, toMain) as readonly unknown[];
    switch (told.kind) {
      case 'open': {
        const [url, frameName, features] = values.map(String);
        main.tell('newWindow', {
          window: this.number,
          url: url ?? '',
          frameName: frameName ?? '',
          features: features ?? '',
        });
        return undefined;
      }
      case 'send':
        main.tell('send', { frame: seen, channel: told.channel, values });
        return undefined;
      case 'invoke':
        return main
          .call('invoke', { frame: seen, channel: told.channel, values })
          .then((answer) => mapStrings(answer, toChromium) as Invoked);
    }
  }

  #tell(event: PageEvent): void {
    this.#options.main.tell('page', { window: this.number, event });
  }

  async #watch(page: Page): Promise<void> {
    page.on('domcontentloaded', () => this.#tell({ kind: 'dom-ready' }));
    page.on('load', () => this.#tell({ kind: 'loaded' }));
    page.on('crash', () => {
      this.#isCrashed = true;
      this.#tell({ kind: 'crashed' });
    });
    page.on('download', (download) => {
      const [url, name] = [toMain(download.url()), download.suggestedFilename()];
      this.#options.main
        .call('download', { window: this.number, url, name })
        .then((mayGoOn) => (mayGoOn ? undefined : download.cancel()))
        .catch(() => {});
    });
    page.on('framenavigated', (frame) => {
      if (frame.parentFrame() !== null) this.#navigated(frame, false);
    });
    await this.#watchMainFrame(page);
  }

  /** Chromium's own events: Playwright's say neither what was painted nor what stayed as it was. */
  async #watchMainFrame(page: Page): Promise<void> {
    const session = await page.context().newCDPSession(page);
    this.#session = session;
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#navigated(page.mainFrame(), false, frame.url);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.#mainFrameId) this.#navigated(page.mainFrame(), true, url);
    });
    session.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === this.#mainFrameId && name === 'firstContentfulPaint')
        this.#tell({ kind: 'painted' });
    });
    await session.send('Page.enable');
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    this.#mainFrameId = (await session.send('Page.getFrameTree')).frameTree.frame.id;
  }

  #navigated(frame: Frame, isSameDocument: boolean, url = frame.url()): void {
    const seen = this.#options.see(frame);
    if (seen === null) return;
    this.#tell({ kind: 'navigated', frame: { ...seen, url: toMain(url) }, isSameDocument });
  }
}
