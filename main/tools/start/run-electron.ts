import { spawnAndWait } from '../run/spawn.mjs';

export interface ElectronRun {
  readonly program: string;
  readonly root: string;
  /** Absolute. */
  readonly dataFolder: string;
  readonly projectFolder: string | null;
  readonly scenarioFile: string | null;
}

/** Runs the app in Electron until its window is closed, and gives its status. */
export const runElectron = async (run: ElectronRun): Promise<number> => {
  const project = run.projectFolder === null ? [] : ['--project', run.projectFolder];
  const scenario = run.scenarioFile === null ? [] : [run.scenarioFile];
  // With the variable, it would be a Node without windows.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const { status, stoppedBy } = await spawnAndWait(
    run.program,
    // The folder, not the main module in it: only then is the version that of the package.
    [run.root, '--data', run.dataFolder, ...project, ...scenario],
    { env, stdio: 'inherit' },
  );
  return stoppedBy === null ? (status ?? 1) : 0;
};
