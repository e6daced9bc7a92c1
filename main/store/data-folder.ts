import { closeToOthers, makeFolder, namesIn, requireWritable } from './disk-folder.ts';
import { describeProblem } from './problem.ts';

/** Makes the app's data folder, for nobody else to look into; null, or why it cannot be used. */
export const openDataFolder = (folder: string): string | null => {
  try {
    makeFolder(folder);
    closeToOthers(folder);
    requireWritable(folder);
    namesIn(folder);
    return null;
  } catch (error) {
    return `The data folder ${folder} cannot be used: ${describeProblem(error)}.`;
  }
};
