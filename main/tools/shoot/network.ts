import path from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright';

/** Where the page lies beside the assets: icons are masks, which only their own origin may use. */
const pagePath = '/preview/';

/** What may be asked for. */
export interface Surroundings {
  /** The bundled CDN's. */
  readonly origin: string;
  /** The built page. */
  readonly folder: string;
}

/** Something that went wrong besides what can be seen. */
export interface Trouble {
  readonly kind: 'page-error' | 'console-error' | 'request-failed' | 'request-outside';
  readonly text: string;
}

export const pageAddress = ({ origin }: Surroundings): string => `${origin}${pagePath}index.html`;

const answer = async (route: Route, around: Surroundings): Promise<'inside' | 'outside'> => {
  const { origin, pathname } = new URL(route.request().url());
  if (origin !== around.origin) {
    await route.abort('blockedbyclient');
    return 'outside';
  }
  if (pathname.startsWith(pagePath))
    await route.fulfill({ path: path.join(around.folder, pathname.slice(pagePath.length)) });
  else await route.continue();
  return 'inside';
};

/** Lets nothing out but to the backend, and gives the page its own files. */
export const guard = async (
  context: BrowserContext,
  around: Surroundings,
  report: (trouble: Trouble) => void,
): Promise<void> => {
  await context.route(
    () => true,
    async (route) => {
      const where = await answer(route, around);
      if (where === 'outside') report({ kind: 'request-outside', text: route.request().url() });
    },
  );
};

/** A page that goes on before something has come gives it up itself; what was blocked is known. */
const expectedFailures = ['net::ERR_ABORTED', 'net::ERR_BLOCKED_BY_CLIENT'];

/** Chromium says this of each failed request, too, and does not say which. */
const isAboutRequest = (text: string): boolean => text.startsWith('Failed to load resource');

/** Tells of everything that goes wrong in a page. */
export const listen = (page: Page, report: (trouble: Trouble) => void): void => {
  page.on('pageerror', ({ message }) => {
    report({ kind: 'page-error', text: message });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAboutRequest(message.text()))
      report({ kind: 'console-error', text: message.text() });
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason is known';
    if (!expectedFailures.includes(reason))
      report({ kind: 'request-failed', text: `${request.url()} (${reason})` });
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      report({ kind: 'request-failed', text: `${response.url()} (${response.status()})` });
  });
};
