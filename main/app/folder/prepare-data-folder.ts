import { openDataFolder } from '../../store/data-folder.ts';
import { whyNotOurs } from './own-folder.ts';

/** Makes the data folder, for nobody else to look into; null, or why it is not used. */
export const prepareDataFolder = (folder: string): string | null =>
  whyNotOurs(folder) ?? openDataFolder(folder);
