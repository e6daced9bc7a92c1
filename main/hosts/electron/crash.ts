import type { App, BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import type { Log } from '../../app/log.ts';
import { texts } from './texts.ts';

export type CrashedWindow = Pick<BrowserWindow, 'isDestroyed' | 'on' | 'reload'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'forcefullyCrashRenderer'>;
};

export interface CrashOptions {
  readonly log: Log;
  /** Asks people, in front of that window; the index of the button that was pressed. */
  readonly ask: (window: CrashedWindow, options: MessageBoxOptions) => Promise<number>;
  readonly quit: () => void;
}

/** What `ask` is in the app. */
export const askIn =
  (dialog: Pick<Dialog, 'showMessageBox'>) =>
  async (window: CrashedWindow, options: MessageBoxOptions): Promise<number> =>
    (await dialog.showMessageBox(window as BrowserWindow, options)).response;

const question = (
  message: string,
  detail: string,
  first: string,
  second: string,
): MessageBoxOptions => ({
  type: 'warning',
  title: texts.name,
  message,
  detail,
  buttons: [first, second],
  defaultId: 0,
  noLink: true,
});

const gone = question(texts.windowGone, texts.windowGoneDetail, texts.reload, texts.quit);
const hangs = question(texts.windowHangs, texts.windowHangsDetail, texts.wait, texts.reload);

const reload = (window: CrashedWindow): void => {
  if (!window.isDestroyed()) window.reload();
};

/** Offers a reload where the window's page ended or hangs; the session behind it still runs. */
export const watchWindow = (window: CrashedWindow, { log, ask, quit }: CrashOptions): void => {
  let isAsking = false;
  let isEnding = false;

  /** A page that is busy does not hear of a reload: it has to end first. */
  const endAndReload = (): void => {
    if (window.isDestroyed()) return;
    isEnding = true;
    window.webContents.forcefullyCrashRenderer();
    reload(window);
  };

  const askOnce = (options: MessageBoxOptions, act: (button: number) => void): void => {
    if (isAsking || window.isDestroyed()) return;
    isAsking = true;
    ask(window, options)
      .then(act)
      .catch((error: unknown) => log.write('crash', `Nobody could be asked: ${String(error)}`))
      .finally(() => {
        isAsking = false;
      });
  };

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.write('crash', `The window's page is gone: ${reason}, ${exitCode}.`);
    const isExpected = isEnding || reason === 'clean-exit';
    isEnding = false;
    if (isExpected) return;
    askOnce(gone, (button) => {
      if (button === 0) reload(window);
      else quit();
    });
  });
  window.on('unresponsive', () => {
    log.write('crash', 'The window does not answer.');
    askOnce(hangs, (button) => {
      if (button === 1) endAndReload();
    });
  });
  window.on('responsive', () => log.write('crash', 'The window answers again.'));
};

/** Notes what became of Chromium's other processes, which it starts again by itself. */
export const watchProcesses = (app: Pick<App, 'on'>, log: Log): void => {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    log.write('crash', `${name ?? type} is gone: ${reason}, ${exitCode}.`);
  });
};
