import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** The app's log file: for people who look for a fault, with nothing secret in it. */
export interface Log {
  write(part: string, message: string): void;
  /** From now on this text never enters the log. */
  hide(secret: string): void;
}

export const logName = 'paywall-preview.log';
const mostBytes = 1_000_000;
const mostLength = 20_000;

/** Keys as RevenueCat makes them, and what stands behind `Bearer` and in a token of an address. */
const secretShapes: readonly RegExp[] = [
  /\b(?:sk|appl|goog|amzn|rcb|strp|test|mac)_[A-Za-z0-9]{8,}/g,
  /(?<=\bBearer\s)[^\s"']+/gi,
  /(?<=[?&](?:token|key)=)[^\s&"']+/gi,
];

const hidden = '[hidden]';

const oneLine = (message: string): string =>
  message.slice(0, mostLength).replaceAll(/\r?\n/g, '\n    ');

/** Opens the log in that folder; a log that cannot be written never stops the app. */
export const openLog = (folder: string, now: () => number): Log => {
  const file = path.join(folder, logName);
  const secrets = new Set<string>();

  const redact = (text: string): string => {
    const known = [...secrets].reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
    return secretShapes.reduce((rest, shape) => rest.replaceAll(shape, hidden), known);
  };

  const makeRoom = (): void => {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > mostBytes) renameSync(file, `${file}.1`);
  };

  return Object.freeze({
    write: (part: string, message: string) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        makeRoom();
        const time = new Date(now()).toISOString();
        appendFileSync(file, `${time} ${part}: ${redact(oneLine(message))}\n`, { mode: 0o600 });
        chmodSync(file, 0o600);
      } catch {
        // There is nobody left to tell.
      }
    },
    hide: (secret: string) => {
      if (secret !== '') secrets.add(secret);
    },
  });
};
