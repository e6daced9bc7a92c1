import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from '../../../main/tools/run/lock.mjs';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'paywall-preview-lock-'));
  folder = path.join(parent, 'lock');
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

it('lets one action at a time have the lock', async () => {
  let running = 0;
  let most = 0;
  const action = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all([1, 2, 3, 4].map(() => withLock(folder, action, { pollMs: 1 })));
  expect([most, existsSync(folder)]).toEqual([1, false]);
});

it('gives the lock back when the action fails', async () => {
  const action = () => Promise.reject(new Error('no network'));
  await expect(withLock(folder, action)).rejects.toThrow('no network');
  expect(existsSync(folder)).toBe(false);
});

it('takes over from a holder that has fallen silent, after telling once that it waits', async () => {
  await mkdir(folder);
  let told = 0;
  const options = { pollMs: 1, staleMs: 20, onWait: () => (told += 1) };
  expect(await withLock(folder, async () => 'done', options)).toBe('done');
  expect(told).toBeLessThanOrEqual(1);
});
