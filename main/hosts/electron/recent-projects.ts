import type { RecentProject } from '../../../shared/contract/documents.ts';

type Projects = readonly Pick<RecentProject, 'id' | 'name' | 'where'>[];

/** The projects that the menu of the app offers, which are told before there is a menu. */
export interface RecentProjects {
  readonly show: (projects: Projects) => void;
  /** Calls back now, and with every other list from now on. */
  readonly follow: (onChange: (projects: Projects) => void) => void;
}

const mostShown = 10;

const textOf = (projects: Projects): string =>
  JSON.stringify(projects.map(({ id, name }) => [id, name]));

export const createRecentProjects = (): RecentProjects => {
  let shown: Projects = [];
  let tell: (projects: Projects) => void = () => undefined;
  return Object.freeze({
    show: (projects: Projects) => {
      const next = projects.slice(0, mostShown);
      if (textOf(next) === textOf(shown)) return;
      shown = next;
      tell(shown);
    },
    follow: (onChange: (projects: Projects) => void) => {
      tell = onChange;
      onChange(shown);
    },
  });
};
