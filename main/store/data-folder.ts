import { closeToOthers, makeFolder, namesIn, requireWritable } from './disk-folder.ts';
import { describeProblem, systemCode } from './problem.ts';

/** Makes the app's data folder, for nobody else to look into; null, or why it cannot be used. */
export const openDataFolder = (folder: string): string | null => {
  try {
    makeFolder(folder);
    closeToOthers(folder);
    requireWritable(folder);
    namesIn(folder);
    return null;
  } catch (error) {
    // As /proc answers whoever wants to make something.
    const why =
      systemCode(error) === 'ENOENT' ? 'nothing can be made there' : describeProblem(error);
    return `The data folder ${folder} cannot be used: ${why}.`;
  }
};
