import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {object} LockOptions
 * @property {number} [pollMs] how often a waiting process looks again
 * @property {number} [heartbeatMs] how often the holder says that it is still there
 * @property {number} [staleMs] after how long a silent holder counts as dead
 * @property {() => void} [onWait] called once when there is something to wait for
 */

/**
 * Runs `action` while this process alone holds the lock folder. A holder that was killed stops
 * touching its folder, so a waiting process takes it over instead of hanging for ever.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} action
 * @param {LockOptions} [options]
 * @returns {Promise<T>}
 */
export async function withLock(folder, action, options = {}) {
  const { pollMs = 200, heartbeatMs = 2_000, staleMs = 20_000, onWait } = options;
  await acquire(folder, { pollMs, staleMs, onWait });
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(folder, now, now).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {{ pollMs: number, staleMs: number, onWait: (() => void) | undefined }} options
 */
async function acquire(folder, { pollMs, staleMs, onWait }) {
  let hasWaited = false;
  while (!(await tryCreate(folder))) {
    if (await isStale(folder, staleMs)) {
      await remove(folder);
      continue;
    }
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await wait(pollMs);
  }
}

/** @param {string} folder */
async function tryCreate(folder) {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {number} staleMs
 */
async function isStale(folder, staleMs) {
  try {
    return Date.now() - (await stat(folder)).mtimeMs > staleMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Renamed before it is removed: of two processes that find it stale, one gets it.
 * @param {string} folder
 */
async function remove(folder) {
  const aside = `${folder}-${String(process.pid)}`;
  try {
    await rename(folder, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
