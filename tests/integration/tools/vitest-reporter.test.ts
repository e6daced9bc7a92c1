import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readReport } from '../../../main/tools/test/report-file.ts';
import type { PartResult } from '../../../main/tools/test/result.ts';
import { NOTHING } from '../../../main/tools/test/result.ts';
import { REPORT_FILE_VARIABLE } from '../../../main/tools/test/vitest-reporter.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'tests/fixtures/tools/vitest');

/** What our reporter counts in one of the fixtures, run by a vitest of its own. */
async function reportOf(fixture: string): Promise<PartResult> {
  return await readReport(async (file) => {
    const reporter = path.join(root, 'main/tools/test/vitest-reporter.ts');
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        `--root=${fixtures}`,
        '--passWithNoTests',
        `--reporter=${reporter}`,
        fixture,
      ],
      { stdio: 'ignore', env: { ...process.env, [REPORT_FILE_VARIABLE]: file } },
    );
    await once(child, 'close');
    return (report) => JSON.parse(report ?? 'null') as PartResult;
  });
}

it('counts what passed and failed, and keeps the reasons of what was skipped', async () => {
  expect(await reportOf('counted')).toEqual({
    passed: 2,
    failed: 1,
    skipped: [
      { name: 'is skipped with a reason', reason: 'there is no moon tonight' },
      { name: 'is skipped without a reason', reason: null },
      { name: 'is only planned', reason: null },
    ],
    problems: [],
  });
});

it('counts a file that cannot be loaded as a failure', async () => {
  expect(await reportOf('broken.spec')).toEqual({
    ...NOTHING,
    failed: 1,
    problems: ['broken.spec.ts failed outside of its tests.'],
  });
});

it('counts a group that cannot be prepared as a failure', async () => {
  const report = await reportOf('broken-group');
  expect(report.passed).toBe(0);
  expect(report.problems).toEqual([
    'broken-group.spec.ts > a group that cannot be prepared failed outside of its tests.',
  ]);
});

it('counts an error that nobody caught as a failure', async () => {
  expect(await reportOf('late')).toEqual({
    ...NOTHING,
    passed: 1,
    failed: 1,
    problems: ['An error nobody caught: Nobody caught this.'],
  });
});

it('reports a run of no tests as one', async () => {
  expect(await reportOf('no-such-file')).toEqual(NOTHING);
});
