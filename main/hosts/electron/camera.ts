import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, BrowserWindowConstructorOptions, NativeImage } from 'electron';
import type { Camera, CameraOffer, PreviewTab } from '../../app/pictures/camera.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import { previewOrigin } from './scheme.ts';
import { pageWalls } from './window.ts';

/**
 * Pictures are taken in windows that are drawn off screen and never shown. That is what gives them the
 * device's own scale, whatever the screen here has: `capturePage` of a hidden window has the scale of
 * the display, and a device emulation is cut off where the window ends.
 *
 * Not tried on a real Electron yet: that `offscreen.deviceScaleFactor` counts, that `invalidate` makes
 * it paint all anew, and that a window may be larger than the display on each system. Whatever comes
 * of it, a picture of another size than was asked for is told and not kept (`shoot.ts`).
 */
export const tabOptions = (pixelsPerPoint: number): BrowserWindowConstructorOptions => ({
  show: false,
  frame: false,
  useContentSize: true,
  // Only macOS keeps windows within the screen.
  enableLargerThanScreen: true,
  skipTaskbar: true,
  webPreferences: {
    ...pageWalls,
    // It has neither a preload nor developer tools.
    devTools: false,
    offscreen: { deviceScaleFactor: pixelsPerPoint },
    backgroundThrottling: false,
  },
});

/** How long a page may take to notice that it has another size. */
const noticeMs = 2_000;
const lookMs = 20;

type MakeWindow = (options: BrowserWindowConstructorOptions) => BrowserWindow;

/** JSON is no JavaScript: in there `__proto__` would mean something. */
const callOf = (asked: string, given: readonly unknown[]): string =>
  `preview.${asked}(...JSON.parse(${JSON.stringify(JSON.stringify(given))}))`;

/** All pixels that there are, and not as many as points. */
const pngOf = (image: NativeImage): Uint8Array =>
  image.toPNG({ scaleFactor: Math.max(1, ...image.getScaleFactors()) });

class HiddenTab implements PreviewTab {
  readonly #window: BrowserWindow;
  /** Rejects when there is nobody any more who could answer. */
  readonly #gone: Promise<never>;

  constructor(window: BrowserWindow) {
    this.#window = window;
    const { promise, reject } = Promise.withResolvers<never>();
    const end = (): void => {
      reject(new Error('The page that shows paywalls is gone.'));
    };
    window.webContents.on('render-process-gone', end);
    window.on('closed', end);
    promise.catch(() => undefined);
    this.#gone = promise;
  }

  async load(): Promise<void> {
    await this.#here(this.#window.loadURL(`${previewOrigin}/`));
  }

  async ask(asked: string, ...given: readonly unknown[]): Promise<never> {
    return (await this.#run(callOf(asked, given))) as never;
  }

  async resize({ width, height }: ScreenSize): Promise<void> {
    this.#window.setContentSize(width, height);
    const isNoticed = `innerWidth === ${width} && innerHeight === ${height}`;
    for (let waited = 0; waited < noticeMs; waited += lookMs) {
      if ((await this.#run(isNoticed)) === true) return;
      await wait(lookMs);
    }
  }

  async capture(): Promise<Uint8Array> {
    // The first may still be of what was there before.
    await this.#painted();
    return pngOf(await this.#painted());
  }

  close(): Promise<void> {
    if (!this.#window.isDestroyed()) this.#window.destroy();
    return Promise.resolve();
  }

  #painted(): Promise<NativeImage> {
    const { webContents } = this.#window;
    const { promise, resolve } = Promise.withResolvers<NativeImage>();
    webContents.once('paint', (_event, _area, image) => {
      resolve(image);
    });
    webContents.invalidate();
    return this.#here(promise);
  }

  #run(code: string): Promise<unknown> {
    return this.#here(this.#window.webContents.executeJavaScript(code) as Promise<unknown>);
  }

  #here<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.#gone]);
  }
}

/** Where pictures are taken, and an end to it: a window that nobody sees keeps the app running. */
export interface ElectronCamera {
  readonly offer: CameraOffer;
  closeAll(): void;
}

export const createCamera = (make: MakeWindow): ElectronCamera => {
  const tabs = new Set<HiddenTab>();

  const closeAll = (): void => {
    for (const tab of tabs) void tab.close();
    tabs.clear();
  };

  const openTab = async (pixelsPerPoint: number): Promise<PreviewTab> => {
    const tab = new HiddenTab(make(tabOptions(pixelsPerPoint)));
    tabs.add(tab);
    await tab.load();
    return tab;
  };

  const camera: Camera = Object.freeze({
    openTab,
    close: () => {
      closeAll();
      return Promise.resolve();
    },
  });
  return Object.freeze({ offer: { open: () => Promise.resolve(camera) }, closeAll });
};
