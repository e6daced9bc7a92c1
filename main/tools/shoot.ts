// `npm run -s shoot`: pictures of every screen of a project, and what is wrong with them.
import path from 'node:path';
import type { Browser } from 'playwright';
import type { ServedProject } from '../backend/backend.ts';
import { loadDemoProject } from '../project/demo.ts';
import { loadProjectFolder } from '../project/load-folder.ts';
import { complain, obey, say } from '../scenario/output.ts';
import { typedPath } from '../scenario/typed-in.ts';
import { describeProblem } from '../store/problem.ts';
import { launch } from './browser/launch.ts';
import { ensureBuilt } from './build/ensure-built.ts';
import { distIn, parts } from './build/parts.ts';
import { type ShootOptions, readArguments, usage } from './shoot/arguments.ts';
import type { Surroundings } from './shoot/network.ts';
import { openPreviewPage } from './shoot/preview-page.ts';
import { type ScreenGroup, screensOf } from './shoot/screens.ts';
import { serve } from './shoot/served.ts';
import { type Shot, shootGroup, viewsOf } from './shoot/shoot-group.ts';

const task = 'shoot';
const root = path.resolve(import.meta.dirname, '..', '..');

/** Much of the time a page waits: for its next frame, for a picture to be written. */
const pageCount = 4;

/** Ends the run with a sentence for whoever asked for it. */
class UnusableError extends Error {}

const folderOf = ({ out }: ShootOptions): string =>
  out === undefined ? path.join(distIn(root), 'shots') : typedPath(task, out);

const load = ({ project }: ShootOptions): ServedProject => {
  if (project === undefined) return loadDemoProject();
  const loaded = loadProjectFolder(typedPath(task, project));
  if (!loaded.ok) throw new UnusableError(loaded.problem.message);
  return loaded.project;
};

const chosen = (all: readonly ScreenGroup[], options: ShootOptions): readonly ScreenGroup[] => {
  const ids = all.map(({ id }) => id);
  const stranger = options.groups.find((id) => !ids.includes(id));
  if (stranger !== undefined)
    throw new UnusableError(`There is no workflow ${stranger}: there are ${ids.join(', ')}.`);
  const groups = all.filter(({ id }) => options.groups.length === 0 || options.groups.includes(id));
  const views = groups.flatMap(({ screens }) => screens.flatMap((each) => viewsOf(each, options)));
  if (views.length === 0) {
    const wanted = options.locales.length === 0 ? '' : ` in ${options.locales.join(' or ')}`;
    throw new UnusableError(`There is no screen to photograph${wanted}.`);
  }
  return groups;
};

const tell = ({ file, found, unmeasured }: Shot): void => {
  const notes =
    unmeasured.length === 0
      ? ''
      : ` (contrast of ${unmeasured.length} gradient texts not measured)`;
  say(`${file}: ${found.length === 0 ? 'ok' : found.join('; ')}${notes}`);
};

const summary = (shots: readonly Shot[], folder: string): string => {
  const flawed = shots.filter(({ found }) => found.length > 0).length;
  return `${shots.length} pictures in ${folder}, something was found in ${flawed}.`;
};

/** The folder of the page that shows paywalls. */
const buildPreview = async (): Promise<string> => {
  const built = await ensureBuilt(root, ['preview']);
  if (!built.ok) throw new UnusableError(built.message);
  return path.join(distIn(root), parts.preview.output);
};

const start = async (): Promise<Browser> => {
  const launched = await launch(process.env);
  if (launched.ok) return launched.browser;
  throw new UnusableError(launched.message);
};

const shootAll = async (
  groups: readonly ScreenGroup[],
  around: Surroundings,
  options: ShootOptions,
): Promise<readonly Shot[]> => {
  const browser = await start();
  try {
    const form = { size: { width: 390, height: 844 }, pixelsPerPoint: 2 };
    const previews = await Promise.all(
      Array.from({ length: pageCount }, () => openPreviewPage(browser, around, form)),
    );
    const folder = folderOf(options);
    const shots: Shot[] = [];
    for (const group of groups) {
      const taken = await shootGroup({ previews, folder, options }, group);
      taken.forEach(tell);
      shots.push(...taken);
    }
    await Promise.all(previews.map((preview) => preview.close()));
    return shots;
  } finally {
    await browser.close();
  }
};

const shootProject = async (options: ShootOptions): Promise<0 | 1> => {
  const project = load(options);
  const backend = await serve(project);
  try {
    const groups = chosen(screensOf(project, backend.origins), options);
    const around = { origin: backend.origins.cdn, folder: await buildPreview() };
    const shots = await shootAll(groups, around, options);
    say(summary(shots, folderOf(options)));
    return shots.every(({ found }) => found.length === 0) ? 0 : 1;
  } finally {
    await backend.close();
  }
};

const run = async (options: ShootOptions): Promise<0 | 1 | 2> => {
  try {
    return await shootProject(options);
  } catch (error) {
    if (error instanceof UnusableError) complain(error.message);
    else complain(`The pictures could not be taken: ${describeProblem(error)}.`);
    return 2;
  }
};

await obey(readArguments(process.argv.slice(2)), usage, run);
