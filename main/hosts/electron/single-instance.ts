import type { App, BrowserWindow, Dialog } from 'electron';
import { z } from 'zod';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import { type ParsedCommandLine, parseCommandLine } from './command-line.ts';
import { texts } from './texts.ts';

type Lock = Pick<App, 'requestSingleInstanceLock' | 'on'>;

/** The arguments as they were typed: the list that Electron hands over itself is in another order. */
const handedOverSchema = z.object({ argv: z.array(z.string()), folder: z.string() });

/** False: another instance has the data folder, and was told what this one was asked for. */
export const isFirstInstance = (app: Lock, argv: readonly string[], folder: string): boolean =>
  app.requestSingleInstanceLock({ argv: [...argv], folder });

/** What a second instance was asked for, read like our own arguments. */
export const readHandedOver = (data: unknown): ParsedCommandLine => {
  const parsed = handedOverSchema.safeParse(data);
  return parsed.success
    ? parseCommandLine(parsed.data.argv, parsed.data.folder)
    : { ok: false, message: 'A second start of the app did not say what it was asked for.' };
};

export const onSecondInstance = (app: Lock, act: (asked: ParsedCommandLine) => void): void => {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    act(readHandedOver(data));
  });
};

/** Opens a folder in the place of the project that is open. */
type OpenProject = (folder: string) => Promise<Outcome<unknown>>;

type Window = Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>;

/** Somebody started the app again, maybe for another project: this window is the one that they get. */
export const comeForward = (
  window: Window,
  dialog: Pick<Dialog, 'showMessageBox'>,
  open: OpenProject,
  asked: ParsedCommandLine,
): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  const folder = asked.ok ? asked.commandLine.projectFolder : null;
  if (folder === null) return;
  void open(folder).then((outcome) => {
    if (outcome.ok) return;
    void dialog.showMessageBox({
      title: texts.name,
      message: texts.projectNotOpened,
      detail: outcome.problem.message,
      buttons: [texts.ok],
    });
  });
};
