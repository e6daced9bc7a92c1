import type { Browser, Page } from 'playwright';
import type { Camera, CameraOffer, PreviewTab } from '../../app/pictures/camera.ts';
import type { ScreenSize } from '../../../shared/stage/devices.ts';
import { askPreview } from './ask-preview.ts';

/** A Chromium that pictures can be taken with, or why there is none, in one sentence. */
export type PictureBrowser =
  | { readonly launch: () => Promise<{ readonly ok: true; readonly browser: Browser } | Refused> }
  | { readonly hindrance: string };

interface Refused {
  readonly ok: false;
  readonly message: string;
}

const tabOf = (page: Page): PreviewTab =>
  Object.freeze<PreviewTab>({
    ask: (asked, ...given) => askPreview(page, asked, given),
    resize: ({ width, height }: ScreenSize) => page.setViewportSize({ width, height }),
    capture: () => page.screenshot(),
    close: () => page.context().close(),
  });

const cameraOf = (browser: Browser, previewAddress: string): Camera => {
  const { origin } = new URL(previewAddress);
  return Object.freeze({
    openTab: async (pixelsPerPoint: number) => {
      const context = await browser.newContext({ deviceScaleFactor: pixelsPerPoint });
      // Its own files are all that a paywall reaches, here as in the window.
      await context.route(
        (url) => url.origin !== origin,
        (route) => route.abort('blockedbyclient'),
      );
      const page = await context.newPage();
      await page.goto(`${previewAddress}/`);
      return tabOf(page);
    },
    close: () => browser.close(),
  });
};

/** Takes pictures in a Chromium of its own, on the preview that this host serves. */
export const createCamera = (chromium: PictureBrowser, previewAddress: string): CameraOffer =>
  'hindrance' in chromium
    ? chromium
    : {
        open: async () => {
          const launched = await chromium.launch();
          if (!launched.ok) throw new Error(launched.message);
          return cameraOf(launched.browser, previewAddress);
        },
      };
