import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { SCHEMES, openDrawing, pngOf, webpOf } from './raster.ts';

const QUALITY = 0.93;
const LOW_SCALE = 0.25;
const ICON_SIZE = 96;

/** Writes a picture by day and by night, and small ones for slow networks; gives its files. */
export async function drawPicture(browser: Browser, source: string, target: string) {
  const svg = await readFile(source, 'utf8');
  const files: string[] = [];
  for (const scheme of SCHEMES) {
    const page = await openDrawing(browser, svg, scheme);
    const png = await pngOf(page);
    const stem = path.join(target, `${nameOf(source)}-${scheme}`);
    const [file, low] = [`${stem}.webp`, `${stem}-low.webp`];
    await writeFile(file, await webpOf(page, png, { quality: QUALITY }));
    await writeFile(low, await webpOf(page, png, { quality: QUALITY, scale: LOW_SCALE }));
    files.push(file, low);
    await page.close();
  }
  return files;
}

/** Writes an icon as it is and as two bitmaps, black on transparent; gives its files. */
export async function drawIcon(browser: Browser, source: string, target: string) {
  const svg = await readFile(source, 'utf8');
  const page = await openDrawing(browser, enlarged(svg), 'light');
  const png = await pngOf(page);
  const file = (ending: string) => path.join(target, `${nameOf(source)}.${ending}`);
  await writeFile(file('svg'), svg);
  await writeFile(file('png'), png);
  await writeFile(file('webp'), await webpOf(page, png, { quality: 1 }));
  await page.close();
  return [file('svg'), file('png'), file('webp')];
}

/** The drawings that lie in a folder itself, in the order of their names. */
export async function drawingsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** What a drawing is called: its file without the ending. */
export const nameOf = (source: string): string => path.basename(source, '.svg');

const enlarged = (svg: string): string =>
  svg.replace('width="24" height="24"', `width="${ICON_SIZE}" height="${ICON_SIZE}"`);
