import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temp-folder.ts';
import { askChild } from './children/run-child.ts';

it('the store neither looks for an Electron runtime nor fetches one in plain Node', async () => {
  const dist = path.join(import.meta.dirname, '../../../node_modules/electron/dist');
  const isThereBefore = existsSync(dist);
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: undefined };
  expect(await askChild('no-runtime.ts', [temporaryFolder()], { env })).toEqual({
    attempts: [],
    status: 'written',
  });
  expect(existsSync(dist)).toBe(isThereBefore);
});
