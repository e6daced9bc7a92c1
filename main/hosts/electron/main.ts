import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, protocol } from 'electron';
import type { AppProblem } from '../../app/app.ts';
import { openLog } from '../../app/log.ts';
import { placesIn } from '../../app/places.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { watchProcesses } from './crash.ts';
import { watchFatal } from './fatal.ts';
import { chooseDataFolder } from './folders.ts';
import { guardNavigation } from './navigation.ts';
import { type Host, openHost } from './open-host.ts';
import { quitOrderly } from './quit.ts';
import { registerScheme } from './scheme.ts';
import { cutOffChromium, guardNewSessions } from './session-guard.ts';
import { comeForward, isFirstInstance, onSecondInstance } from './single-instance.ts';
import type { Start } from './start.ts';
import { texts } from './texts.ts';

const longestCloseMs = 3_000;
const exitCodes = { project: 2, 'data-folder': 1, port: 1, 'command-line': 2 } as const;

/** Null: it is not open yet. */
let host: Host | null = null;

const refuse = (code: AppProblem['code'] | 'command-line', message: string): void => {
  dialog.showErrorBox(texts.cannotStart, message);
  app.exit(exitCodes[code]);
};

const watchEnds = ({ log, dataFolder }: Start): void => {
  const close = async (): Promise<void> => host?.app.close();
  const leave = quitOrderly({ app, log, close, limit: () => wait(longestCloseMs) });
  const logFolder = placesIn(dataFolder).logs;
  watchFatal({ process, dialog, log, logFolder, version: app.getVersion(), leave });
  watchProcesses(app, log);
};

const watchSecondStarts = ({ commandLine }: Start): void => {
  onSecondInstance(app, (asked) => {
    const window = host?.window() ?? null;
    if (window !== null) comeForward(window, dialog, commandLine, asked);
  });
};

const run = async (start: Start): Promise<void> => {
  const opened = await openHost(start);
  if (opened.ok) host = opened.host;
  else refuse(opened.problem.code, opened.problem.message);
};

/** Everything that must be in place before Electron is ready, and then the app. */
const prepare = (commandLine: CommandLine, dataFolder: string): void => {
  const log = openLog(placesIn(dataFolder).logs, () => Date.now());
  const hasDevTools = !app.isPackaged || commandLine.hasDevTools;
  const start: Start = { commandLine, dataFolder, hasDevTools, log };
  watchEnds(start);
  watchSecondStarts(start);
  guardNavigation(app, log);
  guardNewSessions(app, { hasDevTools, log });
  // Never awaited here: Electron is ready only after this module is done.
  void app.whenReady().then(() => run(start));
};

const begin = (commandLine: CommandLine): void => {
  const chosen = chooseDataFolder(app, commandLine);
  if (!chosen.ok) refuse('data-folder', chosen.message);
  else if (isFirstInstance(app, process.argv, process.cwd())) prepare(commandLine, chosen.folder);
  else app.exit(0);
};

app.enableSandbox();
registerScheme(protocol);
cutOffChromium(app.commandLine);
const parsed = parseCommandLine(process.argv, process.cwd());
if (parsed.ok) begin(parsed.commandLine);
else refuse('command-line', texts.badCommandLine(parsed.message));
