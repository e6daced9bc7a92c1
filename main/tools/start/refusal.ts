import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Remembers for a day that Electron's runtime could not be fetched, so that nobody waits twice. */
export interface Refusal {
  wasToday(): boolean;
  remember(): void;
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const refusalIn = (root: string, now: () => number): Refusal => {
  const folder = path.join(root, 'node_modules', '.cache', 'paywall-preview');
  const file = path.join(folder, 'electron-not-fetched');
  return Object.freeze({
    wasToday: () => existsSync(file) && readFileSync(file, 'utf8').trim() === dayOf(now()),
    remember: () => {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, `${dayOf(now())}\n`);
      } catch {
        // Then it is tried again at the next start.
      }
    },
  });
};
