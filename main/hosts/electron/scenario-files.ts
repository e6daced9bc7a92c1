import type { App, BrowserWindow, Dialog } from 'electron';
import { hasReportEnding, reportEnding } from '../../../shared/report/file.ts';
import { scenarioEndings } from '../../../shared/scenario/file.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { App as OpenedApp } from '../../app/app.ts';
import { texts } from './texts.ts';

type Open = (file: string) => void;

/** What people want to see opened, from wherever they say so. */
export interface ScenarioFiles {
  readonly open: Open;
  /** From now on it is opened by this; before, the last one waits. */
  serve(how: Open): void;
}

export const createScenarioFiles = (): ScenarioFiles => {
  let waiting: string | null = null;
  let act: Open = (file) => {
    waiting = file;
  };
  return Object.freeze({
    open: (file: string) => {
      act(file);
    },
    serve: (how: Open) => {
      act = how;
      if (waiting !== null) how(waiting);
    },
  });
};

/** As macOS tells what was double-clicked, also before the app is ready. */
export const onOpenFile = (app: Pick<App, 'on'>, open: Open): void => {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    open(file);
  });
};

/** Opens a file in the app; the window shows what is in it, or what is wrong with it. */
export const openScenarioWith =
  (
    app: Pick<OpenedApp, 'openScenario' | 'openReport'>,
    dialog: Pick<Dialog, 'showMessageBox'>,
  ): Open =>
  (file) => {
    const tell = (message: string, outcome: Outcome<null>): void => {
      if (outcome.ok) return;
      const { problem } = outcome;
      const buttons = [texts.ok];
      void dialog.showMessageBox({ title: texts.name, message, detail: problem.message, buttons });
    };
    if (hasReportEnding(file))
      void app.openReport(file).then((outcome) => tell(texts.reportNotOpened, outcome));
    else tell(texts.scenarioNotOpened, app.openScenario(file));
  };

/** Lets people choose the file to open. */
export const chooseScenario = async (
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
  open: Open,
): Promise<void> => {
  const extensions = [...scenarioEndings, reportEnding].map((ending) => ending.slice(1));
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: texts.scenarioFiles, extensions }],
  });
  for (const file of filePaths) open(file);
};
