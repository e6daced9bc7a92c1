import type { BrowserWindow, Dialog } from 'electron';

/** Lets people choose a folder, or make a new one; null: they chose none. */
export const chooseFolder = async (
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | null,
): Promise<string | null> => {
  if (window === null) return null;
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
};
