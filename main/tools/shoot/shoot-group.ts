import { type SheetPrint, printOf, sheetPictures } from '../../app/pictures/sheets.ts';
import {
  type PictureFiles,
  forgetPicture,
  pictureFiles,
  sheetFile,
  writePicture,
} from './album.ts';
import type { ShootOptions } from './arguments.ts';
import { look } from './look.ts';
import { type View, paperOf, viewName } from './paper.ts';
import type { PreviewPage } from './preview-page.ts';
import type { ProjectScreen, ScreenGroup } from './screens.ts';
import { sentencesOf } from './sentences.ts';

/** What became of one picture. */
export interface Shot {
  readonly file: string;
  readonly found: readonly string[];
  readonly unmeasured: readonly string[];
}

/** What the pictures of all groups have in common. */
export interface Shoot {
  /** Pages to work with side by side. */
  readonly previews: readonly PreviewPage[];
  readonly folder: string;
  readonly options: ShootOptions;
}

/** Everything about a screen that is photographed. */
export const viewsOf = (
  { locales }: ProjectScreen,
  {
    locales: wanted,
    colorModes,
    glasses,
  }: Pick<ShootOptions, 'locales' | 'colorModes' | 'glasses'>,
): readonly View[] =>
  glasses.flatMap((glass) =>
    locales
      .filter((locale) => wanted.length === 0 || wanted.includes(locale))
      .flatMap((locale) => colorModes.map((colorMode) => ({ locale, colorMode, glass }))),
  );

interface Job {
  readonly screen: ProjectScreen;
  readonly view: View;
  readonly files: PictureFiles;
}

interface Taken {
  readonly shot: Shot;
  readonly print: SheetPrint;
}

const jobsOf = ({ folder, options }: Shoot, { id, screens }: ScreenGroup): readonly Job[] =>
  screens.flatMap((screen) =>
    viewsOf(screen, options).map((view) => ({
      screen,
      view,
      files: pictureFiles(folder, id, screen.name, view),
    })),
  );

const take = async (preview: PreviewPage, job: Job): Promise<Taken> => {
  const { screen, view, files } = job;
  const paper = paperOf(screen, view);
  let png: Buffer = Buffer.alloc(0);
  forgetPicture(files.full);
  const seen = await look(
    preview,
    () => preview.present(paper),
    async (which) => {
      png = await preview.page.screenshot();
      writePicture(files[which], png);
    },
    view.glass.size,
  );
  const found = sentencesOf(seen);
  return {
    shot: { file: files.shownAs, found, unmeasured: seen.unmeasured },
    print: await printOf(
      preview,
      { screen: screen.name, look: viewName(view) },
      png,
      found.length > 0,
    ),
  };
};

const takeAll = async (
  previews: readonly PreviewPage[],
  jobs: readonly Job[],
): Promise<readonly Taken[]> => {
  const taken = new Map<Job, Taken>();
  const waiting = [...jobs];
  const work = async (preview: PreviewPage): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift())
      taken.set(job, await take(preview, job));
  };
  await Promise.all(previews.map(work));
  return jobs.flatMap((job) => taken.get(job) ?? []);
};

/** Photographs the screens of a group and puts them on a sheet. */
export const shootGroup = async (shoot: Shoot, group: ScreenGroup): Promise<readonly Shot[]> => {
  const taken = await takeAll(shoot.previews, jobsOf(shoot, group));
  const [preview] = shoot.previews;
  const prints = taken.map(({ print }) => print);
  const sheets = preview === undefined ? [] : await sheetPictures(preview, prints);
  for (const [index, png] of sheets.entries())
    writePicture(sheetFile(shoot.folder, group.id, index), png);
  return taken.map(({ shot }) => shot);
};
