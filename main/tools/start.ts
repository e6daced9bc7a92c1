// `npm start`: opens the app, in a window where Electron can be had, else in a browser.
import path from 'node:path';
import { defaultDataFolder } from '../app/folder/default-data-folder.ts';
import { prepareDataFolder } from '../app/folder/prepare-data-folder.ts';
import { type BrowserHost, openBrowserHost } from '../hosts/browser/open-browser-host.ts';
import { createSystemOpener, hasDisplay } from '../hosts/browser/system-opener.ts';
import { complain, obey, say } from '../scenario/output.ts';
import { typedPath } from '../scenario/typed-in.ts';
import { pictureBrowser } from './browser/picture-browser.ts';
import { ensureBuilt } from './build/ensure-built.ts';
import { type PartName, parts } from './build/parts.ts';
import { isThere } from './build/stamp.ts';
import { type StartOptions, readStartArguments, startUsage } from './start/arguments.ts';
import { type HostChoice, chooseHost } from './start/choose-host.ts';
import { findElectron } from './start/electron-runtime.ts';
import { fetchElectron } from './start/fetch-electron.ts';
import { refusalIn } from './start/refusal.ts';
import { runElectron } from './start/run-electron.ts';
import { untilStopped } from './start/until-stopped.ts';

const task = 'start';
const root = path.resolve(import.meta.dirname, '..', '..');
const refusal = refusalIn(root, Date.now);

/** Paths and what else was asked for, as the hosts need it. */
interface Start {
  readonly options: StartOptions;
  readonly dataFolder: string;
  readonly projectFolder: string | null;
  readonly scenarioFile: string | null;
  readonly isOnScreen: boolean;
}

const startOf = (options: StartOptions): Start => {
  const { dataFolder, project, scenario, isHeadless } = options;
  return {
    options,
    dataFolder: dataFolder === null ? defaultDataFolder() : typedPath(task, dataFolder),
    projectFolder: project === null ? null : typedPath(task, project),
    scenarioFile: scenario === null ? null : typedPath(task, scenario),
    isOnScreen: !isHeadless && hasDisplay(process.env, process.platform),
  };
};

const choose = ({ options, isOnScreen }: Start): HostChoice =>
  chooseHost({
    isHeadless: options.isHeadless,
    hasPort: options.port !== null,
    hasDisplay: isOnScreen,
    isRootOnLinux: process.platform === 'linux' && process.getuid?.() === 0,
    hasElectronHost: isThere(root, parts.electron) && isThere(root, parts.preload),
    hasRuntime: findElectron(root, process.env) !== null,
    wasRefusedToday: refusal.wasToday(),
  });

/** Null: all that is needed is built. Otherwise why not. */
const build = async (names: readonly PartName[]): Promise<string | null> => {
  const built = await ensureBuilt(root, names, () => {
    say('Building what has changed.');
  });
  return built.ok ? null : built.message;
};

/** What could not be done ends the start, and is told in one sentence. */
const refuse = (message: string): 2 => {
  complain(message);
  return 2;
};

const startInElectron = async (start: Start, program: string): Promise<number> => {
  const problem = await build(['licences', 'window', 'preview', 'electron', 'preload']);
  if (problem !== null) return refuse(problem);
  const { dataFolder, projectFolder, scenarioFile } = start;
  return runElectron({ program, root, dataFolder, projectFolder, scenarioFile });
};

const tellAddress = async (host: BrowserHost, isOnScreen: boolean): Promise<void> => {
  say(`Paywall Preview is at ${host.address}`);
  say('The address is a key to the app: keep it to yourself. Ctrl-C ends it.');
  if (!isOnScreen) return;
  const problem = await createSystemOpener().openAddress(new URL(host.makeAddressForOnce()));
  if (problem !== null)
    say(`No browser was opened, because ${problem}: open the address yourself.`);
};

const startForBrowser = async (start: Start): Promise<number> => {
  const problem = await build(['licences', 'window', 'preview']);
  if (problem !== null) return refuse(problem);
  const { dataFolder, projectFolder, scenarioFile, isOnScreen, options } = start;
  const stopped = untilStopped();
  const opened = await openBrowserHost({
    root,
    dataFolder,
    projectFolder,
    scenarioFile,
    port: options.port ?? 0,
    opener: isOnScreen ? createSystemOpener() : null,
    pictureBrowser: pictureBrowser(process.env),
  });
  if (!opened.ok) return refuse(opened.message);
  await tellAddress(opened.host, isOnScreen);
  await stopped;
  await opened.host.close();
  return 0;
};

/** Null: it cannot be had. */
const getElectron = async (): Promise<string | null> => {
  say('Fetching Electron’s runtime, about 120 MB, once.');
  const isHere = await fetchElectron({
    root,
    env: process.env,
    onProgress: (percent) => {
      say(`  ${percent} %`);
    },
  });
  if (!isHere) refusal.remember();
  return isHere ? findElectron(root, process.env) : null;
};

const open = async (start: Start): Promise<number> => {
  const choice = choose(start);
  if (choice.host === 'browser') {
    if (choice.why !== null) say(choice.why);
    return startForBrowser(start);
  }
  const program =
    choice.host === 'electron' ? findElectron(root, process.env) : await getElectron();
  if (program !== null) return startInElectron(start, program);
  say(
    'Electron’s runtime cannot be had now, so the app runs for a browser; tomorrow it is tried again.',
  );
  return startForBrowser(start);
};

const run = async (options: StartOptions): Promise<number> => {
  const start = startOf(options);
  const problem = prepareDataFolder(start.dataFolder);
  return problem === null ? open(start) : refuse(problem);
};

await obey(readStartArguments(process.argv.slice(2)), startUsage, run);
