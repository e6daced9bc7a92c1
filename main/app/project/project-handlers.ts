import type { Handlers, Result } from '../../../shared/contract/calls.ts';
import { type Outcome, done, problem } from '../../../shared/contract/outcome.ts';
import { demoFolder } from '../../project/demo.ts';
import { saveProjectFolder } from '../../project/save-project.ts';
import { type SavedProject, takeServed } from '../../project/saved-project.ts';
import type { Desk } from '../handlers.ts';
import { listFolders } from './list-folders.ts';
import type { OpenProject } from './open-project.ts';
import { takeCached } from './take-cached.ts';
import { typedPath } from './typed-path.ts';
import { whyNotThere } from './where-to-save.ts';

interface Taken {
  readonly project: SavedProject;
  /** Workflows that are listed, and that nobody has. */
  readonly missing: number;
}

const noPath = (typed: string): Outcome<never> =>
  problem('refused', `${typed} is not a whole path: begin with the root of the disk, or with ~.`);

/** Where its files are; null: nowhere. */
const filesOf = ({ identity }: OpenProject): string | null =>
  identity.kind === 'demo' ? demoFolder : identity.folder;

/** Of a live project, what was fetched of it. */
const take = async (open: OpenProject): Promise<Taken | null> => {
  const { answers, running } = open;
  if (answers.kind !== 'served') return takeCached(running.session);
  return { project: await takeServed(answers.project, filesOf(open)), missing: 0 };
};

const save = async (
  open: OpenProject,
  folder: string,
  dataFolder: string,
): Promise<Outcome<Result<'saveProject'>>> => {
  const forbidden = whyNotThere(folder, { dataFolder, own: filesOf(open) });
  if (forbidden !== null) return problem('refused', forbidden);
  const taken = await take(open);
  if (taken === null)
    return problem('refused', 'Nothing of it was fetched yet: ask for its offerings first.');
  const { project, missing } = taken;
  const why = await saveProjectFolder(folder, project);
  return why === null ? done({ folder, missing }) : problem('system', why);
};

/** What a window may do with projects. */
export const projectHandlers = ({ projects, services, places }: Desk) =>
  ({
    openProjectFolder: ({ path: typed }) => {
      const folder = typedPath(typed);
      return folder === null ? noPath(typed) : projects.openFolder(folder);
    },
    openProject: ({ id }) => projects.openAgain(id),
    openJson: ({ name, text }) => projects.openJson(name, text),
    saveProject: ({ path: typed }) => {
      const folder = typedPath(typed);
      return folder === null ? noPath(typed) : save(projects.current(), folder, places.root);
    },
    chooseFolder: async () =>
      services.chooseFolder === undefined
        ? problem('refused', 'There is no dialog for folders here: type the path.')
        : done({ folder: await services.chooseFolder() }),
    listFolders: async ({ path: typed }) => done(await listFolders(typed)),
    forgetProject: ({ id }) => projects.forget(id),
  }) satisfies Partial<Handlers>;
