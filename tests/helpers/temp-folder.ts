import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is there until the test that asked for it has finished. */
export const temporaryFolder = (base = tmpdir()): string => {
  const folder = mkdtempSync(path.join(base, 'paywall-preview-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

const memory = '/dev/shm';

/** A disk in memory where there is one: for thousands of durable writes whose speed tells nothing. */
export const fastBase = existsSync(memory) ? memory : tmpdir();
