import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROWS } from '../../../main/tools/bench/rows.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

const bench = (...given: readonly string[]) => {
  const folder = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'main/tools/bench.ts'), ...given],
    { encoding: 'utf8', env: { ...process.env, TMPDIR: folder } },
  );
  return { status, stdout, stderr, left: readdirSync(folder) };
};

describe('npm run bench', () => {
  it.each(ROWS.map(({ name, figures }) => [name, figures.length] as const))(
    'still measures %s, and leaves nothing behind',
    (name, figures) => {
      const { status, stdout, stderr, left } = bench(name, '--quick', '--json');
      expect({ status, stderr, left }).toEqual({ status: 0, stderr: '', left: [] });
      const lines = stdout.trimEnd().split('\n');
      expect(lines).toHaveLength(figures);
      for (const line of lines) {
        const result: unknown = JSON.parse(line);
        const number = expect.any(Number);
        expect(result).toMatchObject({ name, ours: number, against: number, rounds: 1 });
      }
    },
    60_000,
  );

  it('refuses a row that there is not, and names those that there are', () => {
    const { status, stdout, stderr } = bench('fresh-hits');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^There is no row fresh-hits; did you mean `fresh-hit`\? The rows are /);
  });

  it('names its rows', () => {
    const { status, stdout } = bench('--list');
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ', 1)[0]);
    expect({ status, names }).toEqual({ status: 0, names: ROWS.map(({ name }) => name) });
  });

  it('says how it is used', () => {
    const { status, stdout } = bench('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run -s bench -- [NAME...] [OPTION...]');
  });

  it('says why a row could not be measured, and ends with 2', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'main/tools/bench.ts'), 'persist', '--quick', '--json'],
      { encoding: 'utf8', env: { ...process.env, TMPDIR: '/proc' } },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^persist could not be measured: .*\n$/);
  });
});
