import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { hasScenarioEnding, scenarioEndings } from '../../shared/scenario/file.ts';
import { hint } from '../../shared/scenario/say.ts';
import { describeProblem } from '../store/problem.ts';

/** A scenario file, and how messages call it. */
export interface ScenarioFile {
  readonly path: string;
  readonly shownAs: string;
}

export type FoundFiles =
  | { readonly ok: true; readonly files: readonly ScenarioFile[] }
  | { readonly ok: false; readonly message: string };

/** A folder that the app can open as a project: its JSON files are that project's. */
const isProject = (folder: string): boolean =>
  ['offerings.json', 'workflows.json'].every((file) => existsSync(path.join(folder, file)));

const isFile = (entry: Dirent, file: string): boolean =>
  entry.isFile() ||
  (entry.isSymbolicLink() && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false));

const filesBelow = (folder: string, isInProject: boolean): readonly string[] => {
  const skipsJson = isInProject || isProject(folder);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'node_modules' ? [] : filesBelow(file, skipsJson);
    const ending = path.extname(entry.name).toLowerCase();
    const isWanted = hasScenarioEnding(entry.name) && !(skipsJson && ending === '.json');
    return isWanted && isFile(entry, file) ? [file] : [];
  });
};

const inOrder = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** Both are looked at: who calls npm from elsewhere may mean the package's folder all the same. */
const resolveInput = (argument: string, typedIn: string): string => {
  const meant = path.resolve(typedIn, argument);
  return existsSync(meant) ? meant : path.resolve(argument);
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const found = (root: string, shownAs: string): readonly ScenarioFile[] => {
  if (!statSync(root).isDirectory()) return [{ path: root, shownAs }];
  return filesBelow(root, false)
    .toSorted(inOrder)
    .map((file) => ({ path: file, shownAs: path.join(shownAs, path.relative(root, file)) }));
};

/** What lies beside it may have been meant. */
const notThere = (root: string, argument: string): string => {
  const meant = hint(path.basename(root), namesIn(path.dirname(root)));
  return `There is no file or folder ${argument}${meant || '.'}`;
};

/** The scenario files that an argument of the command line means. */
export const findScenarioFiles = (argument: string, typedIn: string): FoundFiles => {
  const root = resolveInput(argument, typedIn);
  if (!existsSync(root)) return { ok: false, message: notThere(root, argument) };
  try {
    const files = found(root, argument);
    if (files.length > 0) return { ok: true, files };
    return {
      ok: false,
      message: `There is no scenario in ${argument}: their files end in ${scenarioEndings.join(', ')}.`,
    };
  } catch (error) {
    return { ok: false, message: `${argument} cannot be searched: ${describeProblem(error)}.` };
  }
};
