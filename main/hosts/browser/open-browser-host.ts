import type { Server } from 'node:http';
import path from 'node:path';
import type { App } from '../../app/app.ts';
import { hasReportEnding } from '../../../shared/report/file.ts';
import { openApp } from '../../app/open-app.ts';
import { serveBridge } from './bridge-server.ts';
import { previewHeaders, windowHeaders } from '../pages/headers.ts';
import { type PictureBrowser, createCamera } from './camera.ts';
import { createHostServices, versionIn } from './host-services.ts';
import { closeServer, listenOnLoopback } from './listen.ts';
import { type Origins, originsOf } from './origins.ts';
import { type Keys, createKeys } from './keys.ts';
import { type Pages, createPageServer } from './page-server.ts';
import { makeSecret } from './secret.ts';
import { filesIn, under, withAssets } from './static-files.ts';
import type { SystemOpener } from './system-opener.ts';

export interface BrowserHostOptions {
  /** The project's own folder, with what was built in `dist`. */
  readonly root: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: the demo project. */
  readonly projectFolder: string | null;
  /** Absolute; what the window shows first. */
  readonly scenarioFile?: string | null;
  /** The window's; left out, any that is free. */
  readonly port?: number;
  /** Null: there is no screen to open anything on. */
  readonly opener: SystemOpener | null;
  readonly pictureBrowser: PictureBrowser;
}

/** The app, served to browsers on this machine. */
export interface BrowserHost {
  /** Opens the window; whoever has it has the app, so it is for one person's eyes. */
  readonly address: string;
  /**
   * The same for one window that is opened soon. Whoever else uses the machine can see with what a
   * browser was started, so that must not open the app again.
   */
  makeAddressForOnce(): string;
  readonly windowOrigin: string;
  /** Where paywalls are drawn, under a secret that is not the window's. */
  readonly previewAddress: string;
  close(): Promise<void>;
}

export type OpenedBrowserHost =
  | { readonly ok: true; readonly host: BrowserHost }
  | { readonly ok: false; readonly message: string };

/** Both servers as they are put together; what they serve is known once they listen. */
class BrowserServers {
  readonly keys: Keys = createKeys(Date.now);
  readonly #dist: string;
  readonly #previewPath = `/${makeSecret()}`;
  readonly #window: Server;
  readonly #preview: Server;
  readonly #bridge: { close(): void };
  #windowOrigins: Origins | null = null;
  #previewOrigins: Origins | null = null;
  #app: App | null = null;
  readonly #openAsset = async (name: string) => (await this.#app?.openAsset(name)) ?? null;

  constructor(root: string) {
    this.#dist = path.join(root, 'dist');
    this.#window = createPageServer(() => this.#windowPages());
    this.#preview = createPageServer(() => this.#previewPages());
    this.#bridge = serveBridge(this.#window, {
      keys: this.keys,
      origins: () => this.#windowOrigins,
      app: () => this.#app,
    });
  }

  /** Null: both listen. Otherwise why one does not. */
  async listen(port: number) {
    const first = await listenOnLoopback(this.#window, port);
    if (!first.ok) return first.message;
    const second = await listenOnLoopback(this.#preview, 0);
    if (!second.ok) return second.message;
    this.#windowOrigins = originsOf(first.port);
    this.#previewOrigins = originsOf(second.port);
    return null;
  }

  get windowOrigin(): string {
    return this.#windowOrigins?.main ?? '';
  }

  get previewAddress(): string {
    return `${this.#previewOrigins?.main ?? ''}${this.#previewPath}`;
  }

  /** From now on windows get in. */
  serve(app: App): void {
    this.#app = app;
  }

  async close(): Promise<void> {
    this.#bridge.close();
    const servers = [this.#window, this.#preview];
    await Promise.all(servers.filter(({ listening }) => listening).map(closeServer));
    await this.#app?.close();
  }

  #windowPages(): Pages | null {
    if (this.#windowOrigins === null || this.#previewOrigins === null) return null;
    const preview = this.#previewOrigins.main;
    return {
      origins: this.#windowOrigins,
      find: filesIn(path.join(this.#dist, 'window')),
      headers: (asked) => windowHeaders(asked.replace(/^http/, 'ws'), preview),
    };
  }

  #previewPages(): Pages | null {
    if (this.#windowOrigins === null || this.#previewOrigins === null) return null;
    const ancestors = this.#windowOrigins.all;
    const built = filesIn(path.join(this.#dist, 'preview'));
    return {
      origins: this.#previewOrigins,
      find: under(this.#previewPath, withAssets(this.#openAsset, built)),
      headers: () => previewHeaders(ancestors),
    };
  }
}

const open = (options: BrowserHostOptions, { windowOrigin, previewAddress }: BrowserServers) =>
  openApp({
    dataFolder: options.dataFolder,
    projectFolder: options.projectFolder,
    windowAddress: windowOrigin,
    services: createHostServices({
      version: versionIn(path.join(options.root, 'package.json')),
      previewAddress,
      licencesFile: path.join(options.root, 'dist', 'licences.json'),
      opener: options.opener,
      picturesFolder: path.join(options.dataFolder, 'pictures'),
      camera: createCamera(options.pictureBrowser, previewAddress),
    }),
  });

/** Null: windows show it, and what is wrong with a scenario. Otherwise why nothing is shown. */
const openFirst = async (app: App, file: string | null): Promise<string | null> => {
  if (file === null) return null;
  const outcome = hasReportEnding(file) ? await app.openReport(file) : app.openScenario(file);
  return outcome.ok ? null : outcome.problem.message;
};

const start = async (
  servers: BrowserServers,
  options: BrowserHostOptions,
): Promise<OpenedBrowserHost> => {
  const problem = await servers.listen(options.port ?? 0);
  if (problem !== null) return { ok: false, message: problem };
  const { windowOrigin, previewAddress, keys } = servers;
  // What stands behind the # is never sent, and so is in no log and no referrer.
  const addressWith = (secret: string): string => `${windowOrigin}/#token=${secret}`;
  const opened = await open(options, servers);
  if (!opened.ok) return { ok: false, message: opened.problem.message };
  const unusable = await openFirst(opened.app, options.scenarioFile ?? null);
  if (unusable !== null) {
    await opened.app.close();
    return { ok: false, message: unusable };
  }
  servers.serve(opened.app);
  const host: BrowserHost = {
    address: addressWith(keys.token),
    makeAddressForOnce: () => addressWith(keys.makeTicket()),
    windowOrigin,
    previewAddress,
    close: () => servers.close(),
  };
  return { ok: true, host: Object.freeze(host) };
};

/** Starts the app and serves its window on loopback; what hinders it is told in one sentence. */
export const openBrowserHost = async (options: BrowserHostOptions): Promise<OpenedBrowserHost> => {
  const servers = new BrowserServers(options.root);
  let isOpen = false;
  try {
    const opened = await start(servers, options);
    isOpen = opened.ok;
    return opened;
  } finally {
    if (!isOpen) await servers.close();
  }
};
