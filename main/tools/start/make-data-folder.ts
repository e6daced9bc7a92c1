import { makeFolder } from '../../store/disk-folder.ts';
import { describeProblem, systemCode } from '../../store/problem.ts';

/** Makes a folder that a person named, and says why it cannot be had; null where it is there. */
export const makeDataFolder = (folder: string): string | null => {
  try {
    makeFolder(folder);
    return null;
  } catch (error) {
    const reason =
      systemCode(error) === 'ENOENT' ? 'nothing can be made there' : describeProblem(error);
    return `The data folder ${folder} cannot be made: ${reason}.`;
  }
};
