import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { spawnAndWait } from '../run/spawn.mjs';
import { schemes, openDrawing, pngOf, webpOf } from './raster.ts';

const framesPerSecond = 25;
const frameCount = 5 * framesPerSecond;
const quality = 0.93;

// One thread and no version in the file: the same frames give the same bytes on any machine.
const encoder =
  '-c:v libx264 -preset veryslow -crf 24 -threads 1 -pix_fmt yuv420p -an -fflags +bitexact -flags:v +bitexact -map_metadata -1 -movflags +faststart'.split(
    ' ',
  );

/** Whether the film can be encoded here. */
export const hasEncoder = (): boolean =>
  spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

const frameOf = async (page: Page, index: number): Promise<Buffer> => {
  const timeMs = (index * 1000) / framesPerSecond;
  await page.evaluate(
    `for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = ${timeMs};
    }`,
  );
  return await pngOf(page);
};

const framesOf = async (page: Page): Promise<[Buffer, ...Buffer[]]> => {
  const frames: [Buffer, ...Buffer[]] = [await frameOf(page, 0)];
  while (frames.length < frameCount) frames.push(await frameOf(page, frames.length));
  return frames;
};

const encode = async (frames: readonly Buffer[], file: string): Promise<void> => {
  const input = ['-f', 'image2pipe', '-framerate', String(framesPerSecond), '-i', '-'];
  const { status } = await spawnAndWait(
    'ffmpeg',
    ['-v', 'error', '-y', ...input, ...encoder, file],
    { stdio: ['pipe', 'inherit', 'inherit'] },
    ({ stdin }) => {
      // Where ffmpeg ends early, its status says so: the broken pipe is no news.
      stdin?.on('error', () => undefined).end(Buffer.concat(frames));
    },
  );
  if (status !== 0) throw new Error(`ffmpeg could not write ${file}.`);
};

/** Steps an animated drawing through its loop and writes it as films and posters; gives the files. */
export const drawFilm = async (browser: Browser, source: string, target: string) => {
  const svg = await readFile(source, 'utf8');
  const files: string[] = [];
  for (const scheme of schemes) {
    const page = await openDrawing(browser, svg, scheme);
    const frames = await framesOf(page);
    const film = path.join(target, scheme === 'light' ? 'film.mp4' : 'film-dark.mp4');
    const poster = path.join(target, `film-${scheme}.webp`);
    await encode(frames, film);
    await writeFile(poster, await webpOf(page, frames[0], { quality }));
    files.push(film, poster);
    await page.close();
  }
  return files;
};
