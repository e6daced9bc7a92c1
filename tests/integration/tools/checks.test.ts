import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runChecks } from '../../../main/tools/test/checks.ts';
import { failure, NOTHING, sum } from '../../../main/tools/test/result.ts';
import { temporaryFolder } from '../../helpers/temp-folder.ts';

/** Runs the first script and then one that leaves a file behind. */
async function runTwo(first: string) {
  const root = temporaryFolder();
  writeFileSync(path.join(root, 'first.cjs'), first);
  writeFileSync(path.join(root, 'second.cjs'), `require('node:fs').writeFileSync('ran', '')`);
  const check = (name: string) => ({ name, script: `${name}.cjs`, arguments: [] });
  const result = await runChecks({ root, env: process.env }, [check('first'), check('second')]);
  return { result, hasRunBoth: existsSync(path.join(root, 'ran')) };
}

it('runs the next check after one that does not hold', async () => {
  expect(await runTwo('process.exitCode = 1')).toEqual({
    result: sum([failure('first: see above.'), { ...NOTHING, passed: 1 }]),
    hasRunBoth: true,
  });
});

it('runs no check after one that a signal ended', async (context) => {
  context.skip(process.platform === 'win32', 'Windows has no signals');
  expect(await runTwo(`process.kill(process.pid, 'SIGINT')`)).toEqual({
    result: failure('first: was stopped by a signal.'),
    hasRunBoth: false,
  });
});
