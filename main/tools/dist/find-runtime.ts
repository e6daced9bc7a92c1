import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findElectron } from '../start/electron-runtime.ts';

export type FoundRuntime =
  { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly message: string };

const wantedVersion = (root: string): string => {
  const file = path.join(root, 'node_modules/electron/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
};

/** A runtime says of which version it is in a file of its own; null: it does not. */
const versionOf = (folder: string): string | null => {
  try {
    return readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
};

/** The folder with the runtime that is packaged with the app, which has to be the one it is made for. */
export const findRuntime = (root: string, asked: string | null): FoundRuntime => {
  const folder = asked ?? path.join(root, 'node_modules/electron/dist');
  const [there, wanted] = [versionOf(folder), wantedVersion(root)];
  if (there !== null && there !== wanted)
    return {
      ok: false,
      message: `The runtime in ${folder} is Electron ${there}, and the app is made for ${wanted}.`,
    };
  if (findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: folder }) !== null)
    return { ok: true, folder };
  const how =
    asked === null ? ': run `npx install-electron`, or name a folder that has it by --runtime' : '';
  return { ok: false, message: `Electron's runtime is not in ${folder}${how}.` };
};
