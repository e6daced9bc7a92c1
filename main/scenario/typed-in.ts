import path from 'node:path';

/**
 * The folder that a path on the command line is meant from. npm starts a task in the package's
 * folder and says where the person stands; without npm, that is the working folder.
 */
export const typedIn = (task: string): string =>
  (process.env['npm_lifecycle_event'] === task ? process.env['INIT_CWD'] : undefined) ??
  process.cwd();

/** A path as the person who typed it means it. */
export const typedPath = (task: string, argument: string): string =>
  path.resolve(typedIn(task), argument);
