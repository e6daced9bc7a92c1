import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs it where there is no Chromium, which is needed last. */
const shoot = (...given: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'main/tools/shoot.ts'), ...given],
    { encoding: 'utf8', env: { ...process.env, CHROMIUM_PATH: '/no/chromium' } },
  );
  return { status, stdout, stderr };
};

const refusal = (stderr: string) => ({ status: 2, stdout: '', stderr });

it('tells how it is used', () => {
  const { status, stdout, stderr } = shoot('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('npm run -s shoot -- [OPTION...]');
});

it('refuses a project that cannot be used', () => {
  const folder = temporaryFolder();
  expect(shoot('--project', folder)).toEqual(
    refusal(
      `${folder} is not a project folder: there is no offerings.json and no workflows.json.\n`,
    ),
  );
});

it('refuses a workflow that is not there, and names those that are', () => {
  const { status, stderr } = shoot('--workflow', 'wf_none');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no workflow wf_none: there are wf_.*, offerings\.\n$/);
});

it('says what to do where there is no Chromium', () => {
  expect(shoot('--workflow', 'offerings')).toEqual(
    refusal(
      'There is no Chromium here: install one (on Debian: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the one that is there.\n',
    ),
  );
});
