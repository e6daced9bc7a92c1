import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, protocol } from 'electron';
import type { AppProblem } from '../../app/app.ts';
import { openLog } from '../../app/log.ts';
import { placesIn } from '../../app/folder/places.ts';
import { type CommandLine, type ParsedCommandLine, parseCommandLine } from './command-line.ts';
import { watchProcesses } from './crash.ts';
import { watchFatal } from './fatal.ts';
import { chooseDataFolder } from './folders.ts';
import { guardNavigation } from './navigation.ts';
import { type Host, openHost } from './open-host.ts';
import { quitOrderly } from './quit.ts';
import { whyNotSandboxed } from './sandbox.ts';
import { createScenarioFiles, onOpenFile } from './scenario-files.ts';
import { registerScheme } from './scheme.ts';
import { cutOffChromium, guardNewSessions } from './session-guard.ts';
import { comeForward, isFirstInstance, onSecondInstance } from './single-instance.ts';
import type { Start } from './start.ts';
import { texts } from './texts.ts';

const longestCloseMs = 3_000;
const exitCodes = { project: 2, 'data-folder': 1, port: 1, 'command-line': 2, sandbox: 1 } as const;

/** Null: it is not open yet. */
let host: Host | null = null;
const scenarioFiles = createScenarioFiles();

const refuse = (code: AppProblem['code'] | 'command-line' | 'sandbox', message: string): void => {
  // Before, Linux would show nothing, and only tell a terminal.
  void app.whenReady().then(() => {
    dialog.showErrorBox(texts.cannotStart, message);
    app.exit(exitCodes[code]);
  });
};

const watchEnds = ({ log, dataFolder }: Start): void => {
  const close = async (): Promise<void> => host?.app.close();
  const leave = quitOrderly({ app, log, close, limit: () => wait(longestCloseMs) });
  const logFolder = placesIn(dataFolder).logs;
  watchFatal({ process, dialog, log, logFolder, version: app.getVersion(), leave });
  watchProcesses(app, log);
};

const openAsked = (asked: ParsedCommandLine): void => {
  const file = asked.ok ? asked.commandLine.scenarioFile : null;
  if (file !== null) scenarioFiles.open(file);
};

const watchSecondStarts = (): void => {
  onSecondInstance(app, (asked) => {
    const window = host?.window() ?? null;
    const opened = host?.app ?? null;
    if (window !== null && opened !== null)
      comeForward(window, dialog, (path) => opened.call('openProjectFolder', { path }), asked);
    openAsked(asked);
  });
};

const run = async (start: Start): Promise<void> => {
  const opened = await openHost(start);
  if (!opened.ok) {
    refuse(opened.problem.code, opened.problem.message);
    return;
  }
  host = opened.host;
  scenarioFiles.serve(host.openScenario);
};

/** Everything that must be in place before Electron is ready, and then the app. */
const prepare = (commandLine: CommandLine, dataFolder: string): void => {
  const log = openLog(placesIn(dataFolder).logs, () => Date.now());
  const hasDevTools = !app.isPackaged || commandLine.hasDevTools;
  const start: Start = { commandLine, dataFolder, hasDevTools, log };
  watchEnds(start);
  watchSecondStarts();
  guardNavigation(app, log);
  guardNewSessions(app, { hasDevTools, log });
  // Never awaited here: Electron is ready only after this module is done.
  void app.whenReady().then(() => run(start));
};

const begin = (commandLine: CommandLine): void => {
  const unsafe = whyNotSandboxed(app, process.platform);
  if (unsafe !== null) {
    refuse('sandbox', unsafe);
    return;
  }
  const chosen = chooseDataFolder(app, commandLine);
  if (!chosen.ok) refuse('data-folder', chosen.message);
  else if (isFirstInstance(app, process.argv, process.cwd())) prepare(commandLine, chosen.folder);
  else app.exit(0);
};

app.enableSandbox();
registerScheme(protocol);
cutOffChromium(app.commandLine);
onOpenFile(app, scenarioFiles.open);
const parsed = parseCommandLine(process.argv, process.cwd());
openAsked(parsed);
if (parsed.ok) begin(parsed.commandLine);
else refuse('command-line', texts.badCommandLine(parsed.message));
