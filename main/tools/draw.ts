// `npm run draw [-- NAME...]`: makes the pictures, icons and film of the demo project from their
// drawings; with names, only these.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright';
import { complain, endWithOutput, say } from '../scenario/output.ts';
import { launch } from './browser/launch.ts';
import { drawFilm, hasEncoder } from './draw/film.ts';
import { drawIcon, drawPicture, drawingsIn, nameOf } from './draw/still.ts';

type Draw = (browser: Browser, source: string, target: string) => Promise<readonly string[]>;

const project = path.resolve(import.meta.dirname, '..', 'project');
const drawings = path.join(project, 'drawings');
const assets = path.join(project, 'demo', 'assets');
const names = process.argv.slice(2);

/** The same pixels on every machine. */
const steady = ['--force-color-profile=srgb', '--disable-gpu'];

const isAskedFor = (source: string): boolean =>
  names.length === 0 || names.includes(nameOf(source));

const unknownNames = async (): Promise<readonly string[]> => {
  const folders = ['.', 'icons', 'film'].map((folder) => path.join(drawings, folder));
  const sources = (await Promise.all(folders.map(drawingsIn))).flat();
  const known = new Set(sources.map(nameOf));
  return names.filter((name) => !known.has(name));
};

const drawFolder = async (
  browser: Browser,
  from: string,
  to: string,
  draw: Draw,
): Promise<void> => {
  const target = path.join(assets, to);
  await mkdir(target, { recursive: true });
  const sources = await drawingsIn(path.join(drawings, from));
  for (const source of sources.filter(isAskedFor))
    for (const file of await draw(browser, source, target)) {
      const { size } = await stat(file);
      say(`${path.relative(assets, file)}  ${(size / 1000).toFixed(1)} kB`);
    }
};

const drawAll = async (browser: Browser): Promise<void> => {
  await drawFolder(browser, '.', 'pictures', drawPicture);
  await drawFolder(browser, 'icons', 'icons', drawIcon);
  if (hasEncoder()) await drawFolder(browser, 'film', 'film', drawFilm);
  else say('There is no ffmpeg here: the film is left as it is.');
};

const main = async (): Promise<0 | 2> => {
  const unknown = await unknownNames();
  if (unknown.length > 0) {
    complain(`No drawing in ${drawings} is called ${unknown.join(' or ')}.`);
    return 2;
  }
  const launched = await launch(process.env, ...steady);
  if (!launched.ok) {
    complain(launched.message);
    return 2;
  }
  try {
    await drawAll(launched.browser);
  } finally {
    await launched.browser.close();
  }
  return 0;
};

endWithOutput();
process.exitCode = await main();
