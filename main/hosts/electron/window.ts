import path from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Log } from '../../app/log.ts';
import type { SettingsFile } from '../../store/settings-file.ts';
import { windowOrigin } from './scheme.ts';
import { texts } from './texts.ts';
import { type Placement, type WindowState, smallest, stateOfWindow } from './window-state.ts';

export interface WindowOptions {
  /** Absolute; where the built host and preload lie. */
  readonly electronFolder: string;
  readonly placement: Placement;
  readonly isDark: boolean;
  readonly hasDevTools: boolean;
}

/** The window's own, so that nothing flashes before it draws. */
const background = { dark: '#17181a', light: '#fbfbfa' } as const;

/** Written out also where it is the default: these are the walls, and they are tested. */
export const pageWalls = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

export const windowOptions = ({
  electronFolder,
  placement,
  isDark,
  hasDevTools,
}: WindowOptions): BrowserWindowConstructorOptions => ({
  ...placement,
  minWidth: smallest.width,
  minHeight: smallest.height,
  title: texts.name,
  show: false,
  backgroundColor: isDark ? background.dark : background.light,
  webPreferences: {
    preload: path.join(electronFolder, 'preload.cjs'),
    ...pageWalls,
    devTools: hasDevTools,
  },
});

/** Keeps how the window is left; a place that cannot be written is no reason to bother people. */
const rememberState = (window: BrowserWindow, file: SettingsFile<WindowState>, log: Log): void => {
  let state = file.read();
  const look = (): void => {
    state = stateOfWindow(window, state);
  };
  const keep = (): void => {
    look();
    const problem = file.write(state);
    if (problem !== null) log.write('window', `The window's place was not kept: ${problem}`);
  };
  // One name at a time: each event is an overload of its own.
  window.on('resize', look).on('move', look).on('maximize', look).on('unmaximize', look);
  window.on('close', keep).on('session-end', keep);
};

export interface OpenWindow {
  readonly make: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** Told of the window before its page loads. */
  readonly made: (window: BrowserWindow) => void;
  readonly options: WindowOptions;
  readonly state: SettingsFile<WindowState>;
  readonly log: Log;
}

/** Opens the window, to be shown when it has something to show. */
export const openWindow = ({ make, made, options, state, log }: OpenWindow): BrowserWindow => {
  const { isMaximized, isFullScreen } = state.read();
  const window = make(windowOptions(options));
  rememberState(window, state, log);
  made(window);
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    window.show();
    if (isFullScreen) window.setFullScreen(true);
  });
  window.loadURL(`${windowOrigin}/`).catch((error: unknown) => {
    log.write('window', `The window's page did not load: ${String(error)}`);
  });
  return window;
};
