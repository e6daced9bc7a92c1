import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { within } from '../../clock/within.ts';
import { isSheet, pictureFile, sheetFile } from './album.ts';
import type { Camera, PreviewTab } from './camera.ts';
import type { Frame } from './plan.ts';
import { CameraError } from './png.ts';
import { type SheetPrint, printOf, sheetPictures } from './sheets.ts';
import { shoot } from './shoot.ts';

export interface PictureJob {
  /** For the preview; the same for all frames. */
  readonly json: string;
  readonly frames: readonly Frame[];
  /** Absolute. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onTaken: () => void;
}

/** A picture that could not be taken, because its screen could not be shown. */
export interface Missed {
  readonly screen: string;
  readonly message: string;
}

/** Nothing takes as long but what hangs: a page gives up what does not load after five seconds. */
const patienceMs = 30_000;

const inTime = <T>(work: Promise<T>): Promise<T> =>
  within(patienceMs, work, () => new CameraError('the page that shows paywalls does not answer'));

const write = async (file: string, png: Uint8Array): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, png, { mode: 0o600 });
};

const takeOne = async (
  tab: PreviewTab,
  frame: Frame,
  { folder }: PictureJob,
): Promise<SheetPrint | Missed> => {
  const shot = await shoot(tab, frame);
  if (!shot.ok) return { screen: frame.screen, message: shot.message };
  await write(pictureFile(folder, frame.screen, frame.look), shot.png);
  return printOf(tab, frame, shot.png);
};

const isMissed = (taken: SheetPrint | Missed): taken is Missed => 'message' in taken;

/** Those of other pictures say nothing any more. */
const forgetSheets = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  await Promise.all(names.filter(isSheet).map((name) => rm(path.join(folder, name))));
};

const writeSheets = async (
  tab: PreviewTab,
  prints: readonly SheetPrint[],
  { folder }: PictureJob,
): Promise<void> => {
  const sheets = await inTime(sheetPictures(tab, prints));
  await forgetSheets(folder);
  for (const [index, png] of sheets.entries()) await write(sheetFile(folder, index), png);
};

/** Takes pictures one after the other until all are taken, or nobody wants them any more. */
export const takePictures = async (camera: Camera, job: PictureJob): Promise<readonly Missed[]> => {
  const { json, frames, signal, onTaken } = job;
  const isGivenUp = (): boolean => signal.aborted;
  const taken = new Map<Frame, SheetPrint | Missed>();
  let tab: PreviewTab | null = null;
  // A page has one scale for its whole life.
  for (const [scale, together] of Map.groupBy(frames, ({ pixelsPerPoint }) => pixelsPerPoint)) {
    if (isGivenUp()) return [];
    await tab?.close();
    tab = await inTime(camera.openTab(scale));
    await inTime(tab.ask('load', json));
    for (const frame of together) {
      if (isGivenUp()) return [];
      taken.set(frame, await inTime(takeOne(tab, frame, job)));
      onTaken();
    }
  }
  if (isGivenUp()) return [];
  const all = frames.flatMap((frame) => taken.get(frame) ?? []);
  const prints = all.flatMap((one) => (isMissed(one) ? [] : [one]));
  if (tab !== null && prints.length > 1) await writeSheets(tab, prints, job);
  return all.filter(isMissed);
};
