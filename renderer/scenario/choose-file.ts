import type { WindowParts } from '../app/window-context.ts';
import { openFiles } from './use-open-files.ts';

/** Lets somebody choose a file to open, by the dialog of the browser or of the system. */
export const chooseFile = (parts: WindowParts, endings: string): void => {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = endings;
  input.addEventListener('change', () => {
    void openFiles(parts, [...(input.files ?? [])]);
  });
  input.click();
};
