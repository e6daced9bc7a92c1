import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { openDrawing, pngOf } from '../../draw/raster.ts';
import { icnsOf, icnsSizes } from './icns.ts';
import { icoOf } from './ico.ts';
import type { SquarePng } from './png.ts';

/** What themes of Linux look for; 1024 is for macOS. */
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** A picture that is an icon, in all sizes. */
interface Icon {
  /** Of its files, below the folder. */
  readonly name: string;
  /** The folder of its PNG files, named as electron-builder looks for them. */
  readonly folder: string;
  readonly source: (size: number) => string;
}

/** The app's, simpler where it is tiny, and that of the files that belong to it. */
const icons: readonly Icon[] = [
  {
    name: 'icon',
    folder: 'icons',
    source: (size) => (size <= 32 ? 'icon-small.svg' : 'icon.svg'),
  },
  { name: 'scenario', folder: 'scenario-icons', source: () => 'scenario.svg' },
];

const scaled = (svg: string, size: number): string =>
  svg.replace(/ width="\d+" height="\d+"/, ` width="${size}" height="${size}"`);

const draw = async (browser: Browser, file: string, size: number): Promise<SquarePng> => {
  const page = await openDrawing(browser, scaled(await readFile(file, 'utf8'), size), 'light');
  const bytes = await pngOf(page);
  await page.close();
  return { size, bytes };
};

const drawIcon = async (browser: Browser, folder: string, icon: Icon): Promise<void> => {
  const sizes = [...new Set([...linuxSizes, ...icnsSizes])].sort((one, other) => one - other);
  const pictures: SquarePng[] = [];
  for (const size of sizes)
    pictures.push(await draw(browser, path.join(folder, icon.source(size)), size));
  const ofSizes = (wanted: readonly number[]): readonly SquarePng[] =>
    pictures.filter(({ size }) => wanted.includes(size));
  await mkdir(path.join(folder, icon.folder), { recursive: true });
  for (const { size, bytes } of ofSizes(linuxSizes))
    await writeFile(path.join(folder, icon.folder, `${size}x${size}.png`), bytes);
  await writeFile(path.join(folder, `${icon.name}.ico`), icoOf(ofSizes(icoSizes)));
  await writeFile(path.join(folder, `${icon.name}.icns`), icnsOf(ofSizes(icnsSizes)));
};

/** Makes every icon of the packages from its drawing, in the folder that has the drawings. */
export const drawIcons = async (browser: Browser, folder: string): Promise<void> => {
  for (const icon of icons) await drawIcon(browser, folder, icon);
};
