import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright/test';

/** A page of another origin that is built with RevenueCat's own web SDK, and asks the app. */
export interface WebShop {
  readonly page: Page;
  /** The paths that it asked the app for, without their queries. */
  readonly asked: readonly string[];
  /** The current offering when it is asked for anew, or what the SDK says instead. */
  offerings(): Promise<string>;
  /** Loads what the SDK wants beside the offerings; whose customer it is. */
  customer(): Promise<string>;
  /** True: the user was made by that. */
  identify(user: string): Promise<boolean>;
  /** Shows the paywall of the current offering. */
  present(): Promise<void>;
  close(): Promise<void>;
}

/** What the SDK must never hand on to anybody but the app. */
export const shopKey = 'rcb_canary_key';

const sdk = readFileSync(createRequire(import.meta.url).resolve('@revenuecat/purchases-js'));

const html = (proxyURL: string): string => `<!doctype html>
<meta charset="utf-8">
<title>Shop</title>
<script src="/sdk.js"></script>
<main id="paywall"></main>
<script>
  const shop = Purchases.Purchases.configure({
    apiKey: '${shopKey}',
    appUserId: 'bo',
    httpConfig: { proxyURL: '${proxyURL}' },
  });
  const offerings = () => {
    shop.invalidateOfferingsCache();
    return shop.getOfferings().then(({ current }) => current?.identifier ?? 'none', String);
  };
  const customer = async () => {
    await shop.preload();
    return (await shop.getCustomerInfo()).originalAppUserId;
  };
  const identify = async (user) => (await shop.identifyUser(user)).wasCreated;
  const present = () => {
    void shop.presentPaywall({ htmlTarget: document.querySelector('#paywall') });
  };
</script>
`;

const serve = async (proxyURL: string) => {
  const server = createServer(({ url }, response) => {
    const isSdk = url === '/sdk.js';
    response.setHeader('Content-Type', isSdk ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isSdk ? sdk : html(proxyURL));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

export const openWebShop = async (browser: Browser, proxyURL: string): Promise<WebShop> => {
  const server = await serve(proxyURL);
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === proxyURL) asked.push(pathname);
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return Object.freeze({
    page,
    asked,
    offerings: () => page.evaluate<string>('offerings()'),
    customer: () => page.evaluate<string>('customer()'),
    identify: (user: string) => page.evaluate<boolean>(`identify(${JSON.stringify(user)})`),
    present: () => page.evaluate<undefined>('present()'),
    close: async () => {
      await page.context().close();
      server.closeAllConnections();
      server.close();
    },
  });
};
