import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  fileNameFor,
  folderFor,
  isSheet,
  pictureFile,
  sheetFile,
} from '../../../../main/app/pictures/album.ts';

describe('the name of a file', () => {
  it.each([
    ['wf_welcome', 'wf_welcome'],
    ['2-Unlock  everything', '2-Unlock-everything'],
    [' 1-Größe ', '1-Größe'],
    ['مرحبا', 'مرحبا'],
    ['हिन्दी', 'हिन्दी'],
    ['console', 'console'],
    ['a.b', 'a.b'],
  ])('%j is %s', (id, expected) => {
    expect(fileNameFor(id)).toBe(expected);
  });

  it.each([
    ['', /^-[0-9a-f]{8}$/],
    ['.', /^_-/],
    ['..', /^__-/],
    ['../secret', /^_._secret-/],
    ['a/b\\c', /^a_b_c-/],
    ['a:b*c?', /^a_b_c_-/],
    ['ends.', /^ends_-/],
    ['nul', /^_nul-/],
    ['COM1.png', /^_COM1.png-/],
    ['a\0b\n', /^a_b-/],
    ['\ud800', /^_-/],
    ['\u202egnp', /^_gnp-/],
    ['50%', /^50_-/],
  ])('%j has a mark instead of what cannot be, and is told from others', (id, expected) => {
    expect(fileNameFor(id)).toMatch(expected);
  });

  it('is never longer than file systems take, and another for another id', () => {
    const [one = '', other = ''] = ['字'.repeat(5_000), `${'字'.repeat(4_999)}b`].map(fileNameFor);
    expect([Buffer.byteLength(one) < 255, one === other]).toEqual([true, false]);
  });
});

describe('an album', () => {
  it('has a folder for each paywall of a project, and in it one for each screen', () => {
    const folder = folderFor('/pictures', 'Demo', 'wf_welcome');
    expect([folder, pictureFile(folder, '1-Hello', 'iphone-en_US-dark')]).toEqual([
      path.join('/pictures', 'Demo', 'wf_welcome'),
      path.join('/pictures', 'Demo', 'wf_welcome', '1-Hello', 'iphone-en_US-dark.png'),
    ]);
  });

  it.each(['..', '/', '.', ''])('never leads out of its folder: %j', (id) => {
    const file = pictureFile(folderFor('/pictures', id, id), id, id);
    expect(path.relative('/pictures', file).split(path.sep)).toHaveLength(4);
  });

  it('knows its sheets', () => {
    const names = [0, 1].map((index) => path.basename(sheetFile('/a', index)));
    expect([names, names.map(isSheet), isSheet('sheet.png.bak')]).toEqual([
      ['sheet.png', 'sheet-2.png'],
      [true, true],
      false,
    ]);
  });
});
