import type { Log } from '../../app/log.ts';
import type { CommandLine } from './command-line.ts';

/** What is known before Electron is ready, and what everything after that is made from. */
export interface Start {
  readonly commandLine: CommandLine;
  readonly dataFolder: string;
  readonly hasDevTools: boolean;
  readonly log: Log;
}
