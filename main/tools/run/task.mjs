import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './error.mjs';
import { spawnAndWait } from './spawn.mjs';

/** Tasks whose file is not `main/tools/<task>.ts`. */
const ELSEWHERE = new Map([['scenario', 'main/scenario/cli.ts']]);

/**
 * @param {string} root
 * @param {string} name
 * @returns {string} the file that does the task
 */
export function findTask(root, name) {
  const relative = ELSEWHERE.get(name) ?? `main/tools/${name}.ts`;
  const file = path.join(root, relative);
  if (/^[a-z][a-z-]*$/.test(name) && existsSync(file)) return file;
  const asked = name === '' ? 'No task was named' : `There is no task \`${name}\``;
  throw new SetupError(`${asked}: the tasks are ${taskNames(root).join(', ')}.`);
}

/** @param {string} root */
function taskNames(root) {
  const tools = readdirSync(path.join(root, 'main', 'tools'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'));
  const elsewhere = [...ELSEWHERE].filter(([, file]) => existsSync(path.join(root, file)));
  return [...tools, ...elsewhere.map(([name]) => name)].sort();
}

/**
 * What every task gets: its tools by name, on the same Node, and no download behind its back.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} inherited
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(root, node, inherited) {
  const modules = path.join(root, 'node_modules');
  // Windows calls it `Path`; two spellings at once would be two variables.
  const pathName = Object.keys(inherited).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(node), path.join(modules, '.bin'), inherited[pathName]];
  return {
    ...inherited,
    [pathName]: folders.filter(Boolean).join(path.delimiter),
    // The mere import of the electron package starts to download its runtime unless this is set.
    ELECTRON_OVERRIDE_DIST_PATH:
      inherited['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(modules, 'electron', 'dist'),
  };
}

// undici announces its decompression as experimental; nobody who runs a task can act on that.
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning'];

/**
 * Runs the task in the place of this process: its status or signal becomes ours.
 * @param {string} node
 * @param {readonly string[]} nodeArguments
 * @param {NodeJS.ProcessEnv} env
 */
export async function runTask(node, nodeArguments, env) {
  const outcome = await spawnAndWait(node, [...NODE_FLAGS, ...nodeArguments], {
    env,
    stdio: 'inherit',
  }).catch(() => {
    throw new SetupError(
      `${node} does not start on this machine: install Node 24 from https://nodejs.org and run the command again.`,
    );
  });
  process.exitCode = outcome.status ?? 1;
  if (outcome.signal) process.kill(process.pid, outcome.signal);
}
