import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

const build = async (...given: readonly string[]) => {
  const child = spawn(process.execPath, [path.join(root, 'main/tools/build.ts'), ...given]);
  let [out, errors] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (errors += String(data)));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, errors };
};

describe('npm run build', () => {
  it('builds once what several ask for at the same time', async () => {
    const file = path.join(root, 'dist/licences.json');
    rmSync(file, { force: true });
    const ended = await Promise.all([build('licences'), build('licences'), build('licences')]);
    expect({
      statuses: ended.map(({ status, errors }) => [status, errors]),
      lines: ended.map(({ out }) => out).sort(),
      isThere: existsSync(file),
      isLocked: existsSync(path.join(root, 'dist/.building')),
    }).toEqual({
      statuses: [
        [0, ''],
        [0, ''],
        [0, ''],
      ],
      lines: ['licences: built\n', 'licences: up to date\n', 'licences: up to date\n'],
      isThere: true,
      isLocked: false,
    });
  });

  it('says which parts there are', async () => {
    expect(await build('sing')).toEqual({
      status: 2,
      out: '',
      errors:
        'There is no part sing: the parts are window, preview, electron, preload, licences.\n',
    });
  });
});
