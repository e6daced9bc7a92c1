import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import type { Clock } from '../clock/clock.ts';
import { listFile, offeringsFile, workflowsFolder } from './read-folder.ts';

/** Tells of what is written to a project's folder, until it is closed. */
export interface FolderWatch {
  close(): Promise<void>;
}

export type WatchFolder = (
  folder: string,
  /** Hears the path, relative and with slashes; empty: anything may be another one. */
  onWrite: (file: string) => void,
) => FolderWatch;

const lookEveryMs = 700;
const assetsFolder = 'assets';
const watchedNames: readonly string[] = [offeringsFile, listFile, workflowsFolder, assetsFolder];

const relativeTo = (folder: string, file: string): string =>
  path.relative(folder, file).split(path.sep).join('/');

const isIn = (folder: string, at: string): boolean =>
  `${at}${path.sep}`.startsWith(folder + path.sep);

/** What a link leads to outside of the folder is not served, and around a circle there is no end. */
const leadsAway = (folder: string, file: string): boolean => {
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
    const real = realpathSync(file);
    return !isIn(realpathSync(folder), real) || isIn(real, realpathSync(path.dirname(file)));
  } catch {
    // It leads nowhere, or is gone by now.
    return false;
  }
};

/** A folder of projects, or a checkout, has much in it that is none of ours. */
const isIgnored = (folder: string, file: string): boolean => {
  const [name = '', below] = relativeTo(folder, file).split('/');
  if (name === '' || name === '..') return false;
  if (!watchedNames.includes(name)) return true;
  return name === assetsFolder && below !== undefined && leadsAway(folder, file);
};

/** Where a name leads now, and to what. */
const placeOf = (at: string): string => {
  try {
    const real = realpathSync(at);
    const found = statSync(real, { bigint: true });
    return found.isDirectory() ? `${real} ${String(found.dev)} ${String(found.ino)}` : real;
  } catch {
    return '';
  }
};

/** Another one when a folder is put in the place of another, or a link leads elsewhere. */
const placesOf = (folder: string): string =>
  ['.', ...watchedNames].map((name) => placeOf(path.join(folder, name))).join('\n');

/**
 * Watches by what the system tells, and looks by itself whether the folder is still the same one:
 * who watches what was removed, or what a link led to before, hears nothing any more.
 */
export const watchFolder =
  (clock: Clock): WatchFolder =>
  (folder, onWrite) => {
    let isClosed = false;
    let places = placesOf(folder);

    const start = (): FSWatcher =>
      watch(folder, { ignoreInitial: true, ignored: (file) => isIgnored(folder, file) })
        .on('all', (_, file) => onWrite(relativeTo(folder, file)))
        // What was written while it looked around for the first time was told by nobody.
        .on('ready', () => onWrite(''))
        // The look at the places goes on; what cannot be watched is told when it is read.
        .on('error', () => onWrite(''));

    let watcher = start();

    const look = (): void => {
      const now = placesOf(folder);
      if (now !== places) {
        places = now;
        void watcher.close();
        watcher = start();
        onWrite('');
      }
      timer = clock.setTimer(lookEveryMs, look);
    };

    let timer = clock.setTimer(lookEveryMs, look);
    return Object.freeze({
      close: async () => {
        if (isClosed) return;
        isClosed = true;
        timer.cancel();
        await watcher.close();
      },
    });
  };
