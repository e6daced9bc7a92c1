import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const programs: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Where the electron package puts its runtime. */
const runtimeFolder = (root: string): string => path.join(root, 'node_modules', 'electron', 'dist');

const versionOf = (file: string): string | null =>
  existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;

const wantedVersion = (root: string): string => {
  const file = path.join(root, 'node_modules', 'electron', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
};

/**
 * The program that runs the app: of the folder that somebody named, or of the electron package,
 * where it is the version that the lock file says. Null: there is none.
 */
export const findElectron = (
  root: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): string | null => {
  const own = runtimeFolder(root);
  // Our tasks set it to the package's own folder, whether anything is there or not.
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] || own;
  const program = path.join(folder, programs[platform] ?? 'electron');
  if (statSync(program, { throwIfNoEntry: false })?.isFile() !== true) return null;
  if (path.resolve(folder) !== own) return program;
  return versionOf(path.join(own, 'version')) === wantedVersion(root) ? program : null;
};
