import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { spawnAndWait } from '../run/spawn.mjs';
import { SCHEMES, openDrawing, pngOf, webpOf } from './raster.ts';

const FRAMES_PER_SECOND = 25;
const FRAMES = 5 * FRAMES_PER_SECOND;
const QUALITY = 0.93;

// One thread and no version in the file: the same frames give the same bytes on any machine.
const ENCODER =
  '-c:v libx264 -preset veryslow -crf 24 -threads 1 -pix_fmt yuv420p -an -fflags +bitexact -flags:v +bitexact -map_metadata -1 -movflags +faststart'.split(
    ' ',
  );

/** Whether the film can be encoded here. */
export const hasEncoder = (): boolean =>
  spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Steps an animated drawing through its loop and writes it as films and posters; gives the files. */
export async function drawFilm(browser: Browser, source: string, target: string) {
  const svg = await readFile(source, 'utf8');
  const files: string[] = [];
  for (const scheme of SCHEMES) {
    const page = await openDrawing(browser, svg, scheme);
    const frames = await framesOf(page);
    const film = path.join(target, scheme === 'light' ? 'film.mp4' : 'film-dark.mp4');
    const poster = path.join(target, `film-${scheme}.webp`);
    await encode(frames, film);
    await writeFile(poster, await webpOf(page, frames[0], { quality: QUALITY }));
    files.push(film, poster);
    await page.close();
  }
  return files;
}

async function framesOf(page: Page): Promise<[Buffer, ...Buffer[]]> {
  const frames: [Buffer, ...Buffer[]] = [await frameOf(page, 0)];
  while (frames.length < FRAMES) frames.push(await frameOf(page, frames.length));
  return frames;
}

async function frameOf(page: Page, index: number): Promise<Buffer> {
  const timeMs = (index * 1000) / FRAMES_PER_SECOND;
  await page.evaluate(
    `for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = ${timeMs};
    }`,
  );
  return await pngOf(page);
}

async function encode(frames: readonly Buffer[], file: string): Promise<void> {
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_PER_SECOND), '-i', '-'];
  const { status } = await spawnAndWait(
    'ffmpeg',
    ['-v', 'error', '-y', ...input, ...ENCODER, file],
    { stdio: ['pipe', 'inherit', 'inherit'] },
    ({ stdin }) => {
      // Where ffmpeg ends early, its status says so: the broken pipe is no news.
      stdin?.on('error', () => undefined).end(Buffer.concat(frames));
    },
  );
  if (status !== 0) throw new Error(`ffmpeg could not write ${file}.`);
}
