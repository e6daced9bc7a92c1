import {
  appendFileSync,
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
} from 'node:fs';
import path from 'node:path';
import { secretShapes } from './secret-shapes.ts';

/** The app's log file: for people who look for a fault, with nothing secret in it. */
export interface Log {
  write(part: string, message: string): void;
  /** From now on this text never enters the log. */
  hide(secret: string): void;
  /** The text without what was hidden. */
  withoutHidden(text: string): string;
}

export const logName = 'paywall-preview.log';
const mostBytes = 1_000_000;
const mostLength = 20_000;

const hidden = '[hidden]';

/** What would begin a line that is none of ours, or steer the terminal that shows the log. */
const unshown = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const oneLine = (message: string): string =>
  message.slice(0, mostLength).replaceAll(/\r?\n/g, '\n    ').replaceAll(unshown, escaped);

/** A link in the log's place is not followed, and nobody is waited for at the other end of a pipe. */
const appending =
  constants.O_APPEND |
  constants.O_CREAT |
  constants.O_WRONLY |
  (process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK);

const append = (file: string, text: string): void => {
  const handle = openSync(file, appending, 0o600);
  try {
    fchmodSync(handle, 0o600);
    appendFileSync(handle, text);
  } finally {
    closeSync(handle);
  }
};

/** Opens the log in that folder; a log that cannot be written never stops the app. */
export const openLog = (folder: string, now: () => number): Log => {
  const file = path.join(folder, logName);
  const secrets = new Set<string>();

  const withoutHidden = (text: string): string =>
    [...secrets].reduce((rest, secret) => rest.replaceAll(secret, hidden), text);

  const redact = (text: string): string =>
    secretShapes.reduce((rest, shape) => rest.replaceAll(shape, hidden), withoutHidden(text));

  const makeRoom = (): void => {
    const size = lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > mostBytes) renameSync(file, `${file}.1`);
  };

  return Object.freeze({
    write: (part: string, message: string) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        makeRoom();
        const time = new Date(now()).toISOString();
        // Before it is cut: half of a secret would not be known any more.
        append(file, `${time} ${part}: ${oneLine(redact(message))}\n`);
      } catch {
        // There is nobody left to tell.
      }
    },
    hide: (secret: string) => {
      if (secret !== '') secrets.add(secret);
    },
    withoutHidden,
  });
};
