import { createHash } from 'node:crypto';
import path from 'node:path';

/** In letters; each may take four bytes, and file systems take 255. */
const longestName = 60;

/** What Windows has devices for, whatever follows the dot. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

const shortened = (name: string): string => Array.from(name).slice(0, longestName).join('');

/**
 * An id may hold what a file name cannot, be a name that leads elsewhere, or be without end. People
 * read the names, so they stay as they are as far as that can be.
 */
export const fileNameFor = (id: string): string => {
  const spaced = id.toWellFormed().normalize().trim().replaceAll(/ +/g, '-');
  const plain = shortened(spaced)
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/^\./, '_')
    .replace(/\.$/, '_')
    .replace(deviceName, (name) => `_${name}`);
  // What was left out may be all that two ids differ by.
  return plain === spaced && plain !== '' ? plain : `${plain}-${digestOf(id)}`;
};

/** Where the pictures of one paywall go. */
export const folderFor = (pictures: string, project: string, paywall: string): string =>
  path.join(pictures, fileNameFor(project), fileNameFor(paywall));

export const pictureFile = (folder: string, screen: string, look: string): string =>
  path.join(folder, fileNameFor(screen), `${fileNameFor(look)}.png`);

const sheetNames = /^sheet(?:-\d+)?\.png$/;
export const isSheet = (name: string): boolean => sheetNames.test(name);

/** The first is just that, since mostly there is no other. */
export const sheetFile = (folder: string, index: number): string =>
  path.join(folder, index === 0 ? 'sheet.png' : `sheet-${index + 1}.png`);
