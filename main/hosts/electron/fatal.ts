import type { Dialog } from 'electron';
import { stackOf } from '../../../shared/error-text.ts';
import type { Log } from '../../app/log.ts';
import type { Leave } from './quit.ts';
import { texts } from './texts.ts';

export interface FatalOptions {
  readonly process: Pick<NodeJS.Process, 'on' | 'versions' | 'platform' | 'arch'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly log: Log;
  readonly logFolder: string;
  readonly version: string;
  readonly leave: Leave;
}

/** What somebody who looks for the fault has to know, and nothing of what people do. */
const reportOf = (error: unknown, { process, version }: FatalOptions): string => {
  const { electron, chrome, node } = process.versions;
  return [
    `Paywall Preview ${version} on ${process.platform} ${process.arch} has to close.`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    stackOf(error),
  ].join('\n');
};

/**
 * A fault that nobody caught: the report goes into the log, which hides secrets, and nowhere else;
 * people are told once, and the app ends as on any other day.
 */
export const watchFatal = (options: FatalOptions): void => {
  let isOver = false;

  const end = (error: unknown): void => {
    options.log.write('crash', reportOf(error, options));
    if (isOver) return;
    isOver = true;
    options.dialog.showErrorBox(texts.broken, texts.brokenDetail(options.logFolder));
    options.leave(1);
  };

  options.process.on('uncaughtException', end);
  options.process.on('unhandledRejection', end);
};
