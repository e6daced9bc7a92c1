import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { getSystemErrorName } from 'node:util';
import { SetupError, StoppedError } from './error.mjs';
import { withLock } from './lock.mjs';
import { neededPackages, readProjectFile, requireLockInStep } from './manifest.mjs';
import { packagedNode } from './node.mjs';
import { spawnAndWait } from './spawn.mjs';

/**
 * `--ignore-scripts`: no package here needs one, and npm is going to block them by default.
 * `--include`: NODE_ENV=production or `omit` in somebody's settings would leave out Node 24 and
 * the tools. `--no-engine-strict`: some tools ask for a newer Node than the one npm runs on, but
 * they are only run on Node 24.
 */
const NPM_CI = Object.freeze([
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-engine-strict',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]);

/**
 * Installs what the lock file says, unless that is what is installed. Prints nothing then.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  const options = { onWait: () => say('Waiting for another process that is installing.') };
  await withLock(
    path.join(root, '.installing'),
    async () => {
      if (!isInstalled(root)) await install(root);
    },
    options,
  );
}

/**
 * Whether node_modules holds what the lock file says, for this kind of machine.
 * @param {string} root
 */
function isInstalled(root) {
  const marker = markerFile(root);
  return (
    existsSync(marker) && readFileSync(marker, 'utf8') === wantedState(root) && hasPackages(root)
  );
}

/**
 * Somebody may have deleted one: what the others need in turn is not looked at.
 * @param {string} root
 */
function hasPackages(root) {
  const node = packagedNode(process);
  return [...neededPackages(root), ...(node === undefined ? [] : [node])].every((name) =>
    existsSync(path.join(root, 'node_modules', name)),
  );
}

/** @param {string} root */
async function install(root) {
  const wanted = wantedState(root);
  requireLockInStep(root);
  say('Installing what package-lock.json says (npm ci).');
  let outcome = await npmCi(root);
  if (outcome.stoppedBy === null && wasDisturbed(outcome.status)) {
    say('Something else was still writing into node_modules: once more.');
    const modules = path.join(root, 'node_modules');
    // Where that fails, npm is going to say why.
    await rm(modules, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
    outcome = await npmCi(root);
  }
  if (outcome.stoppedBy !== null) throw new StoppedError(outcome.stoppedBy);
  if (outcome.status !== 0) {
    throw new SetupError(
      'npm ci failed, for the reason npm gives above: mend that (often the network or the registry that npm is told to use) and run the command again.',
    );
  }
  mkdirSync(path.dirname(markerFile(root)), { recursive: true });
  writeFileSync(markerFile(root), wanted);
}

/** @param {string} root */
async function npmCi(root) {
  const npm = findNpm(process, existsSync);
  return await spawnAndWait(npm.command, [...npm.leading, ...NPM_CI], {
    cwd: root,
    // Standard output belongs to the task: `npm run -s scenario -- --json` is read by programs.
    stdio: ['ignore', 2, 2],
    // A group of its own, which a signal can end as a whole; Windows would open a window for it.
    detached: process.platform !== 'win32',
  }).catch(() => {
    throw new SetupError(
      'npm was not found: install it (it comes with Node) and run the command again.',
    );
  });
}

/**
 * Whether files came and went under npm, whose status is the number of the system's error: an
 * install that was killed can leave an npm behind that goes on for a while.
 * @param {number | null} status
 */
function wasDisturbed(status) {
  if (process.platform === 'win32' || status === null || status < 128) return false;
  return ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(getSystemErrorName(status - 256));
}

/**
 * How to start npm: the one that started us, the one beside this Node, or the one on PATH. The
 * first two are scripts that Node runs, because Windows cannot spawn `npm.cmd` without a shell.
 * @param {{ readonly execPath: string, readonly env: NodeJS.ProcessEnv }} host
 * @param {(file: string) => boolean} exists
 * @returns {{ command: string, leading: readonly string[] }}
 */
export function findNpm(host, exists) {
  const besideNode = path.dirname(host.execPath);
  const started = host.env['npm_execpath'] ?? '';
  const candidates = [
    // Another package manager may have started us, and has no `ci`.
    ...(path.basename(started) === 'npm-cli.js' ? [started] : []),
    path.join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => exists(file));
  if (script === undefined) return { command: 'npm', leading: [] };
  return { command: host.execPath, leading: [script] };
}

/** @param {string} root */
function wantedState(root) {
  const lock = readProjectFile(root, 'package-lock.json');
  const hash = createHash('sha256').update(lock).digest('hex');
  // A folder that a container shares with its host holds the packages of one of the two.
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
function markerFile(root) {
  return path.join(root, 'node_modules', '.installed');
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
