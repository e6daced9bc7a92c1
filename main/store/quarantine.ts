import { cpSync, renameSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, namesIn, remove } from './disk-folder.ts';

/** How many damaged documents are kept for a person to look at. */
export const quarantineLimit = 100;

/** Where damaged documents are moved, so that what went wrong can be seen. */
export interface Quarantine {
  /** False: it could not be moved, and is where it was. */
  take(file: string): boolean;
  count(): number;
  /** The folder is gone, and what was in it. */
  forget(): void;
}

/** Names sort by age, so that the oldest is known without looking at files. */
const nameFor = (number: number, file: string): string =>
  [
    String(number).padStart(10, '0'),
    path.basename(path.dirname(file)).slice(0, 32),
    path.basename(file),
  ].join('-');

const numberOf = (name: string): number => Number(/^\d{10}(?=-)/.exec(name)?.[0] ?? 0);

const copyAndRemove = (file: string, target: string): boolean => {
  try {
    cpSync(file, target, { recursive: true, verbatimSymlinks: true });
    if (remove(file)) return true;
  } catch {
    // Neither moved nor copied: what came of the copy goes, so that it is not counted.
  }
  remove(target);
  return false;
};

const move = (file: string, target: string): boolean => {
  try {
    makeFolder(path.dirname(target));
    renameSync(file, target);
    return true;
  } catch {
    return copyAndRemove(file, target);
  }
};

/** Opens the quarantine in that folder, which is made when it is first needed. */
export const openQuarantine = (folder: string): Quarantine => {
  let names = namesIn(folder).toSorted();
  let lastNumber = Math.max(0, ...names.map(numberOf));

  const dropOldest = (): void => {
    const surplus = names.slice(0, Math.max(0, names.length - quarantineLimit));
    for (const name of surplus) remove(path.join(folder, name));
    names = names.slice(surplus.length);
  };

  return Object.freeze({
    take: (file: string) => {
      const name = nameFor(lastNumber + 1, file);
      if (!move(file, path.join(folder, name))) return false;
      lastNumber += 1;
      names.push(name);
      dropOldest();
      return true;
    },
    count: () => names.length,
    forget: () => {
      names = [];
    },
  });
};
