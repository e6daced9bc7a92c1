import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { makeTemporaryFolder, removeLeftFolders } from '../../../main/scenario/temporary-folder.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

it('removes what a run that was killed left among the temporary folders, and nothing else', async () => {
  const [parent, elsewhere] = [temporaryFolder(), temporaryFolder()];
  vi.stubEnv('TMPDIR', parent);
  vi.stubEnv('TEMP', parent);
  const over = spawnSync(process.execPath, ['--eval', '']).pid;
  writeFileSync(path.join(elsewhere, 'thesis.txt'), 'mine');
  const left = path.join(parent, `paywall-preview-${String(over)}-AbCdEf`);
  mkdirSync(left);
  writeFileSync(path.join(left, 'a'), 'a');
  symlinkSync(elsewhere, path.join(left, 'link'), 'junction');
  const others = ['paywall-preview-notes', `paywall-preview-${String(over)}`, `${String(over)}-a`];
  for (const name of others) mkdirSync(path.join(parent, name));
  const made = makeTemporaryFolder(false);
  if (!made.ok) throw new Error(made.message);
  onTestFinished(() => made.folder.remove());
  await removeLeftFolders();
  expect(readdirSync(parent).toSorted()).toEqual(
    [...others, path.basename(made.folder.path)].toSorted(),
  );
  expect(readdirSync(elsewhere)).toEqual(['thesis.txt']);
});
