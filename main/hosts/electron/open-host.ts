import path from 'node:path';
import {
  BrowserWindow,
  Menu,
  app,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import type { App, AppProblem, OpenedApp } from '../../app/app.ts';
import { openApp } from '../../app/open-app.ts';
import { storedAppearance } from './appearance.ts';
import { askIn, watchWindow } from './crash.ts';
import { createForget } from './forget.ts';
import { createHostCall } from './host-call.ts';
import { type Ipc, connectIpc } from './ipc.ts';
import { type KeyStore, openKeyStore } from './key-store.ts';
import { readLicences } from './licences.ts';
import { menuTemplate } from './menu.ts';
import { serveApp } from './serve.ts';
import { createServices } from './services.ts';
import { guardSession } from './session-guard.ts';
import type { Start } from './start.ts';
import { texts } from './texts.ts';
import { watchForeground } from './watch-foreground.ts';
import { openWindowState, placementOf } from './window-state.ts';
import { openWindow } from './window.ts';

/** The app as it runs, in its window. */
export interface Host {
  readonly app: App;
  /** Null: it is closed, and the app is about to end. */
  readonly window: () => BrowserWindow | null;
}

export type OpenedHost =
  { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly problem: AppProblem };

const electronFolder = import.meta.dirname;
const builtFolder = path.join(electronFolder, '..');

/** The app's own files under its own scheme, and nothing from anywhere else. */
const shutIn = ({ hasDevTools, log }: Start): void => {
  guardSession(session.defaultSession, { hasDevTools, log });
  serveApp(protocol, {
    builtFolder,
    // No paywall's files are shown yet.
    readAsset: () => Promise.resolve(null),
  });
};

const openKeys = ({ dataFolder, log }: Start): KeyStore => {
  const folder = path.join(dataFolder, 'secrets');
  return openKeyStore({ safeStorage, platform: process.platform, folder, log });
};

const open = ({ commandLine, dataFolder }: Start, keyStore: KeyStore): Promise<OpenedApp> => {
  const services = createServices({
    shell,
    keyStore,
    version: app.getVersion(),
    platform: process.platform,
    licences: () => readLicences(builtFolder, process.versions),
  });
  const { projectFolder } = commandLine;
  return openApp({ dataFolder, projectFolder, services, windowAddress: null });
};

const connectBridge = ({ log }: Start, opened: App, keyStore: KeyStore): Ipc => {
  const forget = createForget({ keyStore, session: session.defaultSession });
  const call = createHostCall({ app: opened, theme: nativeTheme, forget });
  return connectIpc({ ipcMain, log, app: { call, listen: (send) => opened.listen(send) } });
};

const workAreas = () => {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
};

const showWindow = ({ dataFolder, hasDevTools, log }: Start, ipc: Ipc): BrowserWindow => {
  const state = openWindowState(dataFolder);
  const placement = placementOf(state.read().bounds, workAreas());
  const isDark = nativeTheme.shouldUseDarkColors;
  return openWindow({
    make: (options) => new BrowserWindow(options),
    made: ({ webContents }) => ipc.admit(webContents),
    options: { electronFolder, placement, isDark, hasDevTools },
    state,
    log,
  });
};

const showLogs = async (opened: App): Promise<void> => {
  const outcome = await opened.call('showLogs', null);
  if (!outcome.ok) dialog.showErrorBox(texts.name, outcome.problem.message);
};

const setMenu = ({ hasDevTools }: Start, { app: opened, window }: Host, ipc: Ipc): void => {
  const template = menuTemplate({
    platform: process.platform,
    hasDevTools,
    command: (command) => {
      const contents = window()?.webContents;
      if (contents !== undefined) ipc.command(contents, command);
    },
    showLogs: () => void showLogs(opened),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};

const watch = ({ log }: Start, { app: opened, window }: Host, shown: BrowserWindow): void => {
  watchWindow(shown, { log, ask: askIn(dialog), quit: () => app.quit() });
  const foreground = watchForeground(powerMonitor, (isForeground) => {
    if (window() !== null) opened.setForeground(isForeground);
  });
  foreground.watch(shown);
};

const show = (start: Start, opened: App, keyStore: KeyStore): Host => {
  const ipc = connectBridge(start, opened, keyStore);
  const shown = showWindow(start, ipc);
  const window = (): BrowserWindow | null => (shown.isDestroyed() ? null : shown);
  const host: Host = Object.freeze({ app: opened, window });
  setMenu(start, host, ipc);
  watch(start, host, shown);
  return host;
};

/** Once Electron is ready: the app is opened, and shown in its window. */
export const openHost = async (start: Start): Promise<OpenedHost> => {
  shutIn(start);
  const keyStore = openKeys(start);
  const opened = await open(start, keyStore);
  if (!opened.ok) return opened;
  nativeTheme.themeSource = storedAppearance(start.dataFolder);
  return { ok: true, host: show(start, opened.app, keyStore) };
};
