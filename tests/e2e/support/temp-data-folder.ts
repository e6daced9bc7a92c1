import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface DataFolder {
  readonly path: string;
  remove(): void;
}

/** A data folder for one spec. */
export const makeDataFolder = (): DataFolder => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paywall-preview-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
