import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { schemes, openDrawing, pngOf, webpOf } from './raster.ts';

const quality = 0.93;
const lowScale = 0.25;
const iconSize = 96;

/** What a drawing is called: its file without the ending. */
export const nameOf = (source: string): string => path.basename(source, '.svg');

const enlarged = (svg: string): string =>
  svg.replace('width="24" height="24"', `width="${iconSize}" height="${iconSize}"`);

/** Writes a picture by day and by night, and small ones for slow networks; gives its files. */
export const drawPicture = async (browser: Browser, source: string, target: string) => {
  const svg = await readFile(source, 'utf8');
  const files: string[] = [];
  for (const scheme of schemes) {
    const page = await openDrawing(browser, svg, scheme);
    const png = await pngOf(page);
    const stem = path.join(target, `${nameOf(source)}-${scheme}`);
    const [file, low] = [`${stem}.webp`, `${stem}-low.webp`];
    await writeFile(file, await webpOf(page, png, { quality }));
    await writeFile(low, await webpOf(page, png, { quality, scale: lowScale }));
    files.push(file, low);
    await page.close();
  }
  return files;
};

/** Writes an icon as it is and as two bitmaps, black on transparent; gives its files. */
export const drawIcon = async (browser: Browser, source: string, target: string) => {
  const svg = await readFile(source, 'utf8');
  const page = await openDrawing(browser, enlarged(svg), 'light');
  const png = await pngOf(page);
  const file = (ending: string) => path.join(target, `${nameOf(source)}.${ending}`);
  await writeFile(file('svg'), svg);
  await writeFile(file('png'), png);
  await writeFile(file('webp'), await webpOf(page, png, { quality: 1 }));
  await page.close();
  return [file('svg'), file('png'), file('webp')];
};

/** The drawings that lie in a folder itself, in the order of their names. */
export const drawingsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => path.join(folder, name));
};
