import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sheetFile as sheetIn } from '../../app/pictures/album.ts';
import { type View, viewName } from './paper.ts';

/** Where the pictures of a screen go. */
export interface PictureFiles {
  /** As it is told to people, below the folder of all pictures. */
  readonly shownAs: string;
  readonly screen: string;
  readonly full: string;
}

/** An id may hold what a file name cannot, or be a name that leads elsewhere. */
const fileName = (id: string): string =>
  encodeURIComponent(id).replaceAll('*', '%2A').replace(/^\./, '%2E');

export const pictureFiles = (
  folder: string,
  group: string,
  screen: string,
  view: View,
): PictureFiles => {
  const below = path.posix.join(fileName(group), fileName(screen), fileName(viewName(view)));
  return {
    shownAs: `${below}.png`,
    screen: path.join(folder, `${below}.png`),
    full: path.join(folder, `${below}-full.png`),
  };
};

/** The first is just that, since mostly there is no other. */
export const sheetFile = (folder: string, group: string, index = 0): string =>
  sheetIn(path.join(folder, fileName(group)), index);

export const writePicture = (file: string, png: Uint8Array): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, png);
};

/** The screen may have been taller when it was photographed last. */
export const forgetPicture = (file: string): void => {
  rmSync(file, { force: true });
};
