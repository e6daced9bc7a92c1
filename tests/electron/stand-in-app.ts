import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright/test';
import { type StandInOptions, optionsVariable } from './calls.ts';
import { type ChromiumSide, openChromiumSide } from './chromium/chromium-side.ts';
import { Recorder } from './recorder.ts';
import type { RunningElectron } from './running-electron.ts';

export interface StandInStart {
  /** Absolute; a folder with a package.json, or the main module itself. */
  readonly appPath: string;
  readonly arguments: readonly string[];
  /** What Chromium keeps for the app; the same one for each start of an app that is to be the same. */
  readonly context: BrowserContext;
  readonly options?: Partial<StandInOptions>;
  readonly onPage?: (page: Page) => void;
}

export interface StandInApp extends RunningElectron {
  readonly recorder: Recorder;
}

const startModule = path.join(import.meta.dirname, 'stand-in/start.ts');

const startProcess = ({ appPath, arguments: given, options = {} }: StandInStart): ChildProcess =>
  fork(startModule, [appPath, ...given], {
    // Nothing of the test runner's: the app runs in a plain Node.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: undefined, [optionsVariable]: JSON.stringify(options) },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });

const keepOutput = (child: ChildProcess): (() => string) => {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return () => chunks.join('');
};

const endOf = async (child: ChildProcess, side: ChromiumSide): Promise<number | null> => {
  const [code] = (await once(child, 'close')) as [number | null];
  await side.close();
  return code;
};

const isMessage = (heard: unknown): boolean =>
  typeof heard === 'object' && heard !== null && 'id' in heard;

/** Starts the app on the stand-in. */
export const startStandIn = async (start: StandInStart): Promise<StandInApp> => {
  const { context, onPage } = start;
  const recorder = new Recorder();
  const first = Promise.withResolvers<Page>();
  const child = startProcess(start);
  const output = keepOutput(child);
  const side = await openChromiumSide({
    context,
    channel: {
      send: (message) => {
        if (child.connected) child.send(message as object, () => {});
      },
      onMessage: (hear) => {
        child.on('message', (heard) => {
          if (isMessage(heard)) hear(heard);
        });
      },
    },
    onPage: (page) => {
      onPage?.(page);
      first.resolve(page);
    },
    onRecorded: recorder.record,
    press: recorder.ask,
    choose: recorder.askForFiles,
  });
  const ended = endOf(child, side);
  ended.then((code) => {
    const said = [output(), ...recorder.of('showErrorBox').map((box) => JSON.stringify(box))];
    first.reject(new Error(`The app ended with ${code ?? 'a signal'}: ${said.join(' ')}`));
  }, first.reject);
  first.promise.catch(() => {});

  return Object.freeze({
    recorder,
    firstPage: () => first.promise,
    evaluate: ((run: unknown, argument: unknown = null) =>
      side.main.call('evaluate', {
        source: String(run),
        argument,
      })) as RunningElectron['evaluate'],
    ended,
    quit: () => {
      side.main.tell('evaluate', { source: '({ app }) => void app.quit()', argument: null });
      return ended;
    },
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
    output,
  });
};
