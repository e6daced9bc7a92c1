import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, goodFiles, problemIn, problemOf } from './project-files.ts';

const nobody = 65_534;

/** Permissions do not bind root: for that time the folder and the process are another user's. */
const asOrdinaryUser = <T>(folder: string, run: () => T): T => {
  if (process.getuid?.() !== 0) return run();
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(path.join(folder, name), nobody, nobody);
  process.seteuid?.(nobody);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
};

/** A good folder in which something else than a file has the name of one. */
const withInstead = (file: string, put: (at: string) => void): string => {
  const folder = folderWith({ ...goodFiles, 'workflows/other.json': '{}', [file]: undefined });
  put(path.join(folder, file));
  return problemIn(folder).message;
};

describe('a project folder with a file that cannot be read', () => {
  it('says so where a file is empty, no text, or no object', () => {
    const utf16 = Buffer.from('\ufeff{"workflows": []}', 'utf16le');
    const message = (content: unknown): string => problemOf({ 'workflows.json': content }).message;
    expect([
      message(''),
      message(' \r\n'),
      message('[]'),
      message('null'),
      message(utf16),
      message(utf16.subarray(2)),
      message(Buffer.from(utf16).swap16()),
      message(Buffer.from('{\n"a": "Grüße"}', 'latin1')),
    ]).toEqual([
      'workflows.json is empty.',
      'workflows.json is empty.',
      'workflows.json is not a JSON object: it must begin with {.',
      'workflows.json is not a JSON object: it must begin with {.',
      'workflows.json is not UTF-8 text but UTF-16: save it as UTF-8.',
      'workflows.json is not UTF-8 text but UTF-16: save it as UTF-8.',
      'workflows.json is not UTF-8 text but UTF-16: save it as UTF-8.',
      'workflows.json is not UTF-8 text in line 2: save it as UTF-8.',
    ]);
  });

  it.each(['offerings.json', 'workflows.json', 'workflows/wf_a.json'])(
    'says so where something else than a file has the name %s',
    (file) => {
      expect([
        withInstead(file, (at) => mkdirSync(at)),
        withInstead(file, (at) => {
          symlinkSync('nowhere', at);
        }),
        withInstead(file, (at) => {
          symlinkSync(path.basename(at), at);
        }),
        // To open a pipe would wait for ever.
        withInstead(file, (at) => void execFileSync('mkfifo', [at])),
      ]).toEqual([
        `${file} is a folder, not a file.`,
        `${file} is a link to what is not there.`,
        `${file} cannot be read: its links lead in circles.`,
        `${file} is not a file.`,
      ]);
    },
  );

  it('refuses a file that is too large to be read', () => {
    const folder = folderWith(goodFiles);
    truncateSync(path.join(folder, 'offerings.json'), 100_000_001);
    expect(problemIn(folder).message).toBe('offerings.json is larger than 100 MB.');
  });

  it('says so where something may not be read', (context) => {
    context.skip(process.platform === 'win32', 'Windows has no permissions of this kind.');
    const message = (what: string): string => {
      const folder = folderWith(goodFiles);
      chmodSync(path.join(folder, what), 0o000);
      const found = asOrdinaryUser(folder, () => problemIn(folder).message);
      chmodSync(path.join(folder, what), 0o700);
      return found.replace(folder, 'the folder');
    };
    expect(['.', 'offerings.json', 'workflows', 'workflows/wf_a.json'].map(message)).toEqual(
      ['the folder', 'offerings.json', 'workflows', 'workflows/wf_a.json'].map(
        (what) => `${what} cannot be read: the system does not allow it.`,
      ),
    );
  });
});
