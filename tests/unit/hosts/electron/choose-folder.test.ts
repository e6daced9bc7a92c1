import type { BrowserWindow } from 'electron';
import { expect, it, vi } from 'vitest';
import { chooseFolder } from '../../../../main/hosts/electron/choose-folder.ts';

const window = { id: 1 } as unknown as BrowserWindow;

it.each([
  ['the folder that was chosen', ['/home/ana/shop'], '/home/ana/shop'],
  ['none where nobody chose any', [], null],
])('a folder is chosen by the dialog of the system: %s', async (_, filePaths, chosen) => {
  const showOpenDialog = vi.fn(() => Promise.resolve({ canceled: false, filePaths }));
  expect(await chooseFolder({ showOpenDialog }, window)).toBe(chosen);
  expect(showOpenDialog).toHaveBeenCalledExactlyOnceWith(window, {
    properties: ['openDirectory', 'createDirectory'],
  });
});

it('nobody is asked where the window is closed', async () => {
  const showOpenDialog = vi.fn(() => Promise.reject(new Error('It is not asked.')));
  expect(await chooseFolder({ showOpenDialog }, null)).toBe(null);
});
