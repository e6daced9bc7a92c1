import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNotOurs } from '../../../../main/app/folder/own-folder.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const folderWith = (...names: readonly string[]): string => {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
  return folder;
};

describe('a data folder', () => {
  it.each([
    [[]],
    [['settings.json', 'running.json', 'window.json', 'logs/a', 'quarantine/a', 'browser/a']],
    [['pictures/demo/wf_a/sheet.png']],
    [['projects/demo/set-up.json', 'projects/folder-0123456789abcdef/set-up.json']],
    [['.DS_Store', 'projects/.DS_Store', 'staged.next', 'settings.json.tmp-0123456789ab']],
  ])('may hold what the app and the system put there: %j', (names) => {
    expect(whyNotOurs(folderWith(...names))).toBe(null);
  });

  it('may not be there yet, or be no folder, which is told when it is used', () => {
    const folder = folderWith('file');
    expect([whyNotOurs(path.join(folder, 'none')), whyNotOurs(path.join(folder, 'file'))]).toEqual([
      null,
      null,
    ]);
  });

  it.each([['.bashrc'], ['thesis.txt'], ['projects/thesis/a'], ['projects/folder-1/a']])(
    'is not one that holds %s',
    (name) => {
      expect(whyNotOurs(folderWith('logs/a', name))).toContain("that is not the app's");
    },
  );

  it.each([['projects'], ['logs'], ['secrets'], ['projects/demo']])(
    'is not one in which %s is a link',
    (name) => {
      const folder = folderWith(path.join(name, '..', '.DS_Store'));
      symlinkSync(temporaryFolder(), path.join(folder, name), 'junction');
      expect(whyNotOurs(folder)).toContain('is a link');
    },
  );
});
