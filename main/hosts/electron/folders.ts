import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { defaultDataFolder } from '../../app/folder/default-data-folder.ts';
import { describeProblem } from '../../store/problem.ts';
import type { CommandLine } from './command-line.ts';
import { texts } from './texts.ts';

type Paths = Pick<App, 'setPath' | 'commandLine'>;
type Pictures = Pick<App, 'getPath'>;

const browserFolder = 'browser';

export type ChosenFolder =
  { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly message: string };

/** Electron refuses a folder that is not there. */
const moveUserData = (app: Paths, folder: string): ChosenFolder => {
  try {
    const userData = path.join(folder, browserFolder);
    mkdirSync(userData, { recursive: true, mode: 0o700 });
    app.setPath('userData', userData);
    return { ok: true, folder };
  } catch (error) {
    return { ok: false, message: texts.badDataFolder(folder, describeProblem(error)) };
  }
};

/**
 * Where the app keeps what is its own, and beside it what Chromium writes: then that folder is what
 * the single instance is locked by, so that two apps on two folders run side by side, and two on one
 * do not, however each was installed.
 */
export const chooseDataFolder = (
  app: Paths,
  { dataFolder }: CommandLine,
  usual = defaultDataFolder(),
): ChosenFolder => {
  const folder = dataFolder ?? usual;
  // What was asked for by Chromium's own switch stays.
  if (app.commandLine.hasSwitch('user-data-dir')) return { ok: true, folder };
  return moveUserData(app, folder);
};

/** Where pictures go: to the person's own, and where the system knows of no such place, beside the rest. */
export const choosePicturesFolder = (app: Pictures, dataFolder: string): string => {
  try {
    return path.join(app.getPath('pictures'), texts.name);
  } catch {
    return path.join(dataFolder, 'pictures');
  }
};
