import type { Page } from 'playwright/test';
import type { StartedElectron } from './electron-test.ts';

// What runs in a page is text here: the compiler knows nothing of the DOM.

/** Runs code in a page. */
export const run = <Value>(page: Page, code: string): Promise<Value> => page.evaluate<Value>(code);

/** The page of an app that has started, with its first answers in it. */
export const ready = async (app: StartedElectron): Promise<Page> => {
  await app.firstPage();
  await app.window.expectStatus('default', 'fresh');
  return app.page;
};

/** Puts the preview into the window, as the app does, and gives its frame. */
export const framePreview = async (page: Page, url: string) => {
  await run(
    page,
    `new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(url)};
      frame.addEventListener('load', () => resolve(null), { once: true });
      document.body.append(frame);
    })`,
  );
  const frame = page.frame({ url });
  if (frame === null) throw new Error('The preview is not framed.');
  return frame;
};
