import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './error.mjs';

const KINDS = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies']);

/** @typedef {{ readonly [kind in typeof KINDS[number]]?: Readonly<Record<string, string>> }} Manifest */

/**
 * The packages that package.json names and every machine has to have; the optional ones are for
 * one platform each.
 * @param {string} root
 */
export function neededPackages(root) {
  const { dependencies, devDependencies } = readManifest(root);
  return Object.keys({ ...dependencies, ...devDependencies });
}

/**
 * Refuses, before npm does so with a page of its usage, a lock file that npm cannot follow.
 * @param {string} root
 */
export function requireLockInStep(root) {
  const lock = /** @type {{ packages?: Record<string, Manifest> } | null} */ (
    readJson(root, 'package-lock.json')
  );
  const name = differingPackage(readManifest(root), lock?.packages?.[''] ?? {});
  if (name === undefined) return;
  throw new SetupError(
    `package.json and package-lock.json do not agree about ${name}: run \`npm install --package-lock-only\` if package.json was changed on purpose, else \`git checkout package.json package-lock.json\`, and run the command again.`,
  );
}

/**
 * @param {string} root
 * @param {string} name
 */
export function readProjectFile(root, name) {
  const file = path.join(root, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new SetupError(`${name} is missing: ${restoring(name)}.`);
}

/**
 * @param {Manifest} left
 * @param {Manifest} right
 */
function differingPackage(left, right) {
  return KINDS.flatMap((kind) => {
    const [ours = {}, locked = {}] = [left[kind], right[kind]];
    return Object.keys({ ...ours, ...locked }).filter((name) => ours[name] !== locked[name]);
  })[0];
}

/** @param {string} root */
function readManifest(root) {
  return /** @type {Manifest} */ (readJson(root, 'package.json') ?? {});
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {unknown}
 */
function readJson(root, name) {
  const text = readProjectFile(root, name);
  try {
    return JSON.parse(text);
  } catch {
    throw new SetupError(`${name} is not valid JSON: ${restoring(name)}.`);
  }
}

/** @param {string} name */
function restoring(name) {
  return `restore it with \`git checkout ${name}\` and run the command again`;
}
