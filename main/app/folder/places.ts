import { createHash } from 'node:crypto';
import path from 'node:path';

/** Where the app keeps what; all of it lies below the data folder. */
export interface Places {
  readonly root: string;
  readonly logs: string;
  /** Where events are written to for people to take away. */
  readonly exports: string;
  /** Scenarios that people recorded. */
  readonly scenarios: string;
  /** The caches of one project and what was set up in it last; null: the demo. */
  project(folder: string | null): string;
}

const folderKey = (folder: string): string =>
  `folder-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;

export const placesIn = (root: string): Places =>
  Object.freeze({
    root,
    logs: path.join(root, 'logs'),
    exports: path.join(root, 'exports'),
    scenarios: path.join(root, 'scenarios'),
    project: (folder: string | null) =>
      path.join(root, 'projects', folder === null ? 'demo' : folderKey(folder)),
  });
