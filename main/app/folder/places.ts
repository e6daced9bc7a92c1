import path from 'node:path';

/** Where the app keeps what; all of it lies below the data folder. */
export interface Places {
  readonly root: string;
  readonly logs: string;
  /** Where events are written to for people to take away. */
  readonly exports: string;
  /** Scenarios that people recorded. */
  readonly scenarios: string;
  /** Of all projects. */
  readonly projects: string;
  /** The caches of one project and what was set up in it last, by its id. */
  project(id: string): string;
}

export const placesIn = (root: string): Places =>
  Object.freeze({
    root,
    logs: path.join(root, 'logs'),
    exports: path.join(root, 'exports'),
    scenarios: path.join(root, 'scenarios'),
    projects: path.join(root, 'projects'),
    project: (id: string) => path.join(root, 'projects', id),
  });
