import path from 'node:path';
import { spawnAndWait } from '../run/spawn.mjs';

export interface ElectronRun {
  readonly program: string;
  readonly root: string;
  /** Absolute. */
  readonly dataFolder: string;
  readonly projectFolder: string | null;
}

/** Runs the app in Electron until its window is closed, and gives its status. */
export const runElectron = async (run: ElectronRun): Promise<number> => {
  const project = run.projectFolder === null ? [] : ['--project', run.projectFolder];
  const main = path.join(run.root, 'dist', 'electron', 'main.js');
  // With the variable, it would be a Node without windows.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const { status, stoppedBy } = await spawnAndWait(
    run.program,
    [main, '--data', run.dataFolder, ...project],
    { env, stdio: 'inherit' },
  );
  return stoppedBy === null ? (status ?? 1) : 0;
};
