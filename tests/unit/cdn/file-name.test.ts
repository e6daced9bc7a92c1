import { describe, expect, it } from 'vitest';
import { fileNameOf, isFileName, isTemporaryName } from '../../../main/cdn/file-name.ts';
import { sha256 } from '../../helpers/served.ts';

describe('the name of a file', () => {
  it('is a hash of address and announced hash, with the extension kept (R-15)', () => {
    expect(fileNameOf({ url: 'https://c.test/a.json?v=1', hash: 'ab' })).toBe(
      `${sha256('https://c.test/a.json?v=1\nab')}.json`,
    );
    expect(fileNameOf({ url: 'https://c.test/a.json?v=1', hash: null })).toBe(
      `${sha256('https://c.test/a.json?v=1\n')}.json`,
    );
  });

  it.each([
    ['https://c.test/a.PNG', '.png'],
    ['https://c.test/a.woff2#x', '.woff2'],
    ['https://c.test/a.b/c', ''],
    ['https://c.test/a.verylong', ''],
    ['https://c.test/a.p%2fg', ''],
    ['https://c.test/..', ''],
    ['https://c.test/a.js\u0000n', ''],
    ['no url', ''],
  ])('takes only a plain short extension: %j has %j', (url, extension) => {
    const name = fileNameOf({ url, hash: null });
    expect(name).toBe(`${sha256(`${url}\n`)}${extension}`);
    expect(isFileName(name)).toBe(true);
  });

  it('is never mistaken for one that is not ours', () => {
    expect(isFileName('README.md')).toBe(false);
    expect(isFileName(`${'a'.repeat(64)}.json.x.part`)).toBe(false);
    expect(isTemporaryName('notes.part')).toBe(false);
  });
});
