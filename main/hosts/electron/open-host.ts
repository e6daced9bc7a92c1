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
import type { KeyStore } from '../../app/keys/key-store.ts';
import { openApp } from '../../app/open-app.ts';
import type { OpenAsset } from '../pages/asset.ts';
import type { CameraOffer } from '../../app/pictures/camera.ts';
import { storedAppearance } from './appearance.ts';
import { createCamera } from './camera.ts';
import { askIn, watchWindow } from './crash.ts';
import { chooseFolder } from './choose-folder.ts';
import { type RecentProjects, createRecentProjects } from './recent-projects.ts';
import { choosePicturesFolder } from './folders.ts';
import { createForget } from './forget.ts';
import { createHostCall } from './host-call.ts';
import { type Ipc, connectIpc } from './ipc.ts';
import { openKeyStore } from './key-store.ts';
import { readLicences } from './licences.ts';
import { menuTemplate } from './menu.ts';
import { chooseScenario, openScenarioWith } from './scenario-files.ts';
import { serveApp } from './serve.ts';
import { createServices } from './services.ts';
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
  readonly openScenario: (file: string) => void;
}

export type OpenedHost =
  { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly problem: AppProblem };

const electronFolder = import.meta.dirname;
const builtFolder = path.join(electronFolder, '..');

/** The app's own files under its own scheme; sessions are shut as soon as they are made. */
const serveFiles = (openAsset: OpenAsset): void => {
  serveApp(protocol, { builtFolder, openAsset });
};

const openKeys = ({ dataFolder, log }: Start): KeyStore => {
  const folder = path.join(dataFolder, 'secrets');
  return openKeyStore({ safeStorage, platform: process.platform, folder, log });
};

const open = (
  { commandLine, dataFolder }: Start,
  keyStore: KeyStore,
  camera: CameraOffer,
  recent: RecentProjects,
  window: () => BrowserWindow | null,
): Promise<OpenedApp> => {
  const services = createServices({
    shell,
    keyStore,
    version: app.getVersion(),
    platform: process.platform,
    licences: () => readLicences(builtFolder, process.versions),
    picturesFolder: choosePicturesFolder(app, dataFolder),
    camera,
    showRecent: recent.show,
    chooseFolder: () => chooseFolder(dialog, window()),
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

const openProject = async (opened: App, id: string): Promise<void> => {
  const outcome = await opened.call('openProject', { id });
  if (!outcome.ok) dialog.showErrorBox(texts.projectNotOpened, outcome.problem.message);
};

type Recent = Parameters<Parameters<RecentProjects['follow']>[0]>[0];

const setMenu = ({ hasDevTools }: Start, host: Host, ipc: Ipc, recent: Recent): void => {
  const { app: opened, window, openScenario } = host;
  const template = menuTemplate({
    platform: process.platform,
    hasDevTools,
    recent: recent.map(({ id, name }) => ({ name, open: () => void openProject(opened, id) })),
    command: (command) => {
      const contents = window()?.webContents;
      if (contents !== undefined) ipc.command(contents, command);
    },
    openScenario: () => {
      const shown = window();
      if (shown !== null) void chooseScenario(dialog, shown, openScenario);
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

const show = (start: Start, opened: App, keyStore: KeyStore, recents: RecentProjects): Host => {
  const ipc = connectBridge(start, opened, keyStore);
  const shown = showWindow(start, ipc);
  const window = (): BrowserWindow | null => (shown.isDestroyed() ? null : shown);
  const openScenario = openScenarioWith(opened, dialog);
  const host: Host = Object.freeze({ app: opened, window, openScenario });
  recents.follow((recent) => setMenu(start, host, ipc, recent));
  watch(start, host, shown);
  return host;
};

/** Once Electron is ready: the app is opened, and shown in its window. */
export const openHost = async (start: Start): Promise<OpenedHost> => {
  const running: { app: App | null; host: Host | null } = { app: null, host: null };
  serveFiles(async (name) => (await running.app?.openAsset(name)) ?? null);
  const keyStore = openKeys(start);
  const camera = createCamera((options) => new BrowserWindow(options));
  const recents = createRecentProjects();
  const window = (): BrowserWindow | null => running.host?.window() ?? null;
  const opened = await open(start, keyStore, camera.offer, recents, window);
  if (!opened.ok) return opened;
  running.app = opened.app;
  nativeTheme.themeSource = storedAppearance(start.dataFolder);
  const host = show(start, opened.app, keyStore, recents);
  running.host = host;
  // The app ends with its last window, and those that nobody sees must not keep it.
  host.window()?.on('closed', () => {
    camera.closeAll();
  });
  return { ok: true, host };
};
