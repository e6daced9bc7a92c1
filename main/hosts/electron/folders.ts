import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { describeProblem } from '../../store/problem.ts';
import type { CommandLine } from './command-line.ts';
import { texts } from './texts.ts';

type Paths = Pick<App, 'getPath' | 'setPath' | 'commandLine'>;

const browserFolder = 'browser';
const ownFolder = 'data';

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
 * Where the app keeps what is its own. With a data folder of its own, an app keeps there what
 * Chromium writes, too: then that folder is what the single instance is locked by, and two apps on
 * two folders run side by side.
 */
export const chooseDataFolder = (app: Paths, { dataFolder }: CommandLine): ChosenFolder => {
  if (dataFolder === null)
    return { ok: true, folder: path.join(app.getPath('userData'), ownFolder) };
  // What was asked for by Chromium's own switch stays.
  if (app.commandLine.hasSwitch('user-data-dir')) return { ok: true, folder: dataFolder };
  return moveUserData(app, dataFolder);
};
