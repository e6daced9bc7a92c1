import type { Server } from 'node:http';
import { type FrameLocator, type Page, expect, test as base } from 'playwright/test';
import { closeServer, listenOnLoopback } from '../../../main/hosts/browser/listen.ts';
import { type Origins, originsOf } from '../../../main/hosts/browser/origins.ts';
import { createPageServer } from '../../../main/hosts/browser/page-server.ts';
import { type FindFile, filesIn } from '../../../main/hosts/browser/static-files.ts';
import { type Headers, previewHeaders, windowHeaders } from '../../../main/hosts/pages/headers.ts';
import { servedBytes } from '../../../main/hosts/pages/served-file.ts';
import {
  type FromFrame,
  type ToFrame,
  fromFrameSchema,
} from '../../../shared/stage/frame-messages.ts';
import { previewFolder } from './preview-test.ts';

type Kind = FromFrame['kind'];
export type News<K extends Kind> = Extract<FromFrame, { readonly kind: K }>;

/** A window that does nothing but show the preview in its frame. */
export interface Framed {
  readonly page: Page;
  readonly frame: FrameLocator;
  tell(...messages: readonly ToFrame[]): Promise<void>;
  /** Puts a page of another origin beside the frame, which runs this with the frame as `victim`. */
  addNeighbour(script: string): Promise<void>;
  /** All that the frame has said, each checked. */
  news(): Promise<readonly FromFrame[]>;
  /** The first of its kind, once it is there. */
  next<K extends Kind>(kind: K, turn?: number): Promise<News<K>>;
  /** What was asked for outside of the page's own servers. */
  readonly outside: readonly string[];
  /** What broke, or was stopped by a content security policy. */
  readonly complaints: readonly string[];
}

const windowPage = `<!doctype html><meta charset="utf-8"><title>Window</title>
<link rel="stylesheet" href="/window.css">
<button id="before">Before</button>
<iframe sandbox="allow-scripts allow-same-origin"></iframe>
<button id="after">After</button><script type="module" src="/window.js"></script>`;

const windowStyle =
  'body { margin: 0 } iframe { display: block; border: 0; width: 390px; height: 700px }';

const windowScript = `const frame = document.querySelector('iframe');
const { origin } = new URL(location.hash.slice(1));
window.news = [];
addEventListener('message', (event) => {
  if (event.source === frame.contentWindow && event.origin === origin) window.news.push(event.data);
});
window.tell = (message) => frame.contentWindow.postMessage(message, origin);
frame.src = location.hash.slice(1);`;

const files =
  (texts: Readonly<Record<string, readonly [type: string, text: string]>>): FindFile =>
  async (pathname) => {
    const found = texts[pathname];
    return found === undefined ? null : servedBytes(found[0], Buffer.from(found[1]));
  };

/** The smallest picture: it stands for every file of the cache. */
const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#335577"/></svg>';

const withDot =
  (find: FindFile): FindFile =>
  async (pathname) =>
    pathname === '/assets/dot.svg'
      ? servedBytes('image/svg+xml', Buffer.from(dot))
      : find(pathname);

interface Site {
  readonly origins: Origins;
  readonly server: Server;
}

const open = async (find: FindFile, headers: () => Headers): Promise<Site> => {
  let origins: Origins | null = null;
  const server = createPageServer(() => origins && { origins, find, headers });
  const listening = await listenOnLoopback(server, 0);
  if (!listening.ok) throw new Error(listening.message);
  origins = originsOf(listening.port);
  return { origins, server };
};

interface Sites {
  readonly window: Site;
  readonly preview: Site;
  readonly neighbour: Site;
  readonly neighbourScript: { text: string };
}

const openSites = async (): Promise<Sites> => {
  const neighbourScript = { text: '' };
  const ancestors: string[] = [];
  const preview = await open(withDot(filesIn(previewFolder)), () => previewHeaders(ancestors));
  const neighbour = await open(
    async (pathname) =>
      files({
        '/index.html': ['text/html', '<!doctype html><script src="/script.js"></script>'],
        '/script.js': [
          'text/javascript',
          `const victim = parent.frames[0];${neighbourScript.text}`,
        ],
      })(pathname),
    () => ({}),
  );
  const shown = `${preview.origins.main} ${neighbour.origins.main}`;
  const window = await open(
    files({
      '/index.html': ['text/html; charset=utf-8', windowPage],
      '/favicon.ico': ['image/x-icon', ''],
      '/window.css': ['text/css', windowStyle],
      '/window.js': ['text/javascript', windowScript],
    }),
    () => windowHeaders("'none'", shown),
  );
  ancestors.push(...window.origins.all);
  return { window, preview, neighbour, neighbourScript };
};

interface WindowPage {
  readonly news: unknown[];
  readonly tell: (message: unknown) => void;
}

const isTurn = (message: FromFrame, turn: number | undefined): boolean =>
  turn === undefined || ('turn' in message && message.turn === turn);

interface WorkerFixtures {
  readonly sites: Sites;
}

/** Tests with the preview in the frame of a window, each on a port of its own, as the app serves it. */
export const test = base.extend<{ readonly framed: Framed }, WorkerFixtures>({
  sites: [
    async ({}, use) => {
      const sites = await openSites();
      await use(sites);
      const servers = [sites.window, sites.preview, sites.neighbour].map(({ server }) => server);
      await Promise.all(servers.map(closeServer));
    },
    { scope: 'worker' },
  ],
  framed: async ({ page, sites }, use) => {
    const { window, preview, neighbour, neighbourScript } = sites;
    const outside: string[] = [];
    const complaints: string[] = [];
    const own = [window, preview, neighbour].map(({ origins }) => origins.main);
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && !own.includes(origin)) outside.push(request.url());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${window.origins.main}/#${preview.origins.main}/`);

    const news = async (): Promise<readonly FromFrame[]> => {
      const all = await page.evaluate(() => (globalThis as unknown as WindowPage).news);
      return all.map((each) => fromFrameSchema.parse(each));
    };
    const find = async (kind: Kind, turn?: number): Promise<FromFrame | undefined> =>
      (await news()).find((message) => message.kind === kind && isTurn(message, turn));

    const framed: Framed = {
      page,
      frame: page.locator('iframe').first().contentFrame(),
      outside,
      complaints,
      news,
      tell: (...messages) =>
        page.evaluate((all) => {
          for (const message of all) (globalThis as unknown as WindowPage).tell(message);
        }, messages),
      addNeighbour: async (script) => {
        neighbourScript.text = script;
        await page.evaluate(
          `new Promise((loaded) => {
            const frame = document.createElement('iframe');
            frame.addEventListener('load', loaded);
            frame.src = '${neighbour.origins.main}/';
            document.body.append(frame);
          })`,
        );
      },
      next: async <K extends Kind>(kind: K, turn?: number) => {
        await expect.poll(() => find(kind, turn), { timeout: 60_000 }).toBeDefined();
        return (await find(kind, turn)) as News<K>;
      },
    };
    await framed.next('ready');
    await use(framed);
  },
});

/** The kinds of what the frame has said in a turn. */
export const kindsOf = async ({ news }: Framed, turn: number): Promise<readonly string[]> =>
  (await news()).flatMap((each) => ('turn' in each && each.turn === turn ? [each.kind] : []));

/** Lets the frame say whatever it still has to say. */
export const answered = async (framed: Framed, turn: number): Promise<void> => {
  await framed.tell({ kind: 'ping', turn });
  await framed.next('pong', turn);
};

export { expect };
