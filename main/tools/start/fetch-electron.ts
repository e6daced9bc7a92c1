import { spawn } from 'node:child_process';
import path from 'node:path';

/** Without a word from the other side for so long, nothing is going to come. */
const silenceMs = 10_000;

export interface FetchOptions {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Hears how far it is, in steps of ten percent. */
  readonly onProgress: (percent: number) => void;
  readonly patienceMs?: number;
}

interface Step {
  readonly script: string;
  /** Undefined: as long as it takes. */
  readonly patienceMs?: number;
  readonly onOutput: (text: string) => void;
}

/** True: the program ended well. */
const run = ({ root, env }: FetchOptions, step: Step): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [step.script], {
      cwd: root,
      env: withoutOverride(env),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const watch = (): NodeJS.Timeout | undefined =>
      step.patienceMs === undefined ? undefined : setTimeout(() => child.kill(), step.patienceMs);
    let timer = watch();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      clearTimeout(timer);
      timer = watch();
      step.onOutput(text);
    });
    child.once('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve(status === 0);
    });
  });

/** With it, the installer would look for the runtime elsewhere than where it puts it. */
const withoutOverride = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  ELECTRON_OVERRIDE_DIST_PATH: undefined,
});

/** Tells each step of ten percent once, of lines that come in pieces. */
const inSteps = (onProgress: (percent: number) => void): ((text: string) => void) => {
  let told = 0;
  return (text) => {
    const percent = Number(text.trim().split('\n').at(-1));
    if (!(percent >= told + 10)) return;
    told = percent - (percent % 10);
    onProgress(told);
  };
};

/** Gets Electron's runtime from where the electron package has it from. True: it is there now. */
export const fetchElectron = async (options: FetchOptions): Promise<boolean> => {
  const isHere = await run(options, {
    script: path.join(import.meta.dirname, 'download-electron.ts'),
    patienceMs: options.patienceMs ?? silenceMs,
    onOutput: inSteps(options.onProgress),
  });
  if (!isHere) return false;
  // Finds it in the cache, and unpacks it into its own folder.
  return run(options, {
    script: path.join(options.root, 'node_modules', 'electron', 'install.js'),
    onOutput: () => undefined,
  });
};
