import { existsSync } from 'node:fs';
import { type ElectronApplication, type Page, _electron } from 'playwright/test';
import { findElectron } from '../../main/tools/start/electron-runtime.ts';
import type { RunningElectron } from './running-electron.ts';

export interface RealStart {
  /** Electron's own program. */
  readonly program: string;
  readonly appPath: string;
  readonly arguments: readonly string[];
  readonly onPage?: (page: Page) => void;
}

/** Electron's program, or why it is not run on this machine. */
export const findRealElectron = (
  root: string,
): { readonly program: string } | { readonly missing: string } => {
  const program = findElectron(root, process.env);
  if (program === null || !existsSync(program))
    return {
      missing:
        'There is no runtime of Electron on this machine: `npx install-electron` fetches it from GitHub, where that can be reached.',
    };
  const needsDisplay = process.platform === 'linux';
  if (needsDisplay && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { missing: 'There is no screen for a window of Electron: run it under xvfb-run.' };
  return { program };
};

const codeOf = (app: ElectronApplication): Promise<number | null> => {
  const child = app.process();
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve);
  });
};

/** Starts the app on the real Electron. */
export const startRealElectron = async ({
  program,
  appPath,
  arguments: given,
  onPage,
}: RealStart): Promise<RunningElectron> => {
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value]],
    ),
  );
  const app = await _electron.launch({ executablePath: program, args: [appPath, ...given], env });
  const ended = codeOf(app);
  const chunks: string[] = [];
  const child = app.process();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  if (onPage !== undefined) {
    for (const page of app.windows()) onPage(page);
    app.on('window', onPage);
  }
  return Object.freeze({
    firstPage: () => app.firstWindow(),
    // Playwright has its own types for what crosses.
    evaluate: <Value>(run: unknown, argument: unknown = null) =>
      app.evaluate<Value, unknown>(run as never, argument),
    ended,
    quit: async () => {
      await app.evaluate(({ app: main }) => {
        // Not in this turn: the answer would not come.
        setImmediate(() => main.quit());
      });
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    output: () => chunks.join(''),
  });
};
