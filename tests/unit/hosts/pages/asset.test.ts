import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../main/cdn/opened-file.ts';
import { findAsset, isAssetName } from '../../../../main/hosts/pages/asset.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const hash = 'a'.repeat(64);

const put = (name: string, bytes: string | Uint8Array) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, name), bytes);
  return (asked: string) => openFile(path.join(folder, asked));
};

const typeOf = async (name: string, bytes: string | Uint8Array): Promise<string | null> => {
  const found = await findAsset(put(name, bytes), name);
  await found?.close();
  return found?.type ?? null;
};

describe('a file of the cache', () => {
  it.each([
    ['.png', 'image/png'],
    ['.jpg', 'image/jpeg'],
    ['.jpeg', 'image/jpeg'],
    ['.gif', 'image/gif'],
    ['.webp', 'image/webp'],
    ['.avif', 'image/avif'],
    ['.svg', 'image/svg+xml'],
    ['.woff', 'font/woff'],
    ['.woff2', 'font/woff2'],
    ['.ttf', 'font/ttf'],
    ['.otf', 'font/otf'],
    ['.mp4', 'video/mp4'],
    ['.webm', 'video/webm'],
  ])('whose name ends with %s is served as %s', async (extension, type) => {
    expect(await typeOf(`${hash}${extension}`, 'x')).toBe(type);
  });

  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe0', 'hex')],
    ['image/gif', 'GIF89a…'],
    ['image/webp', 'RIFF....WEBPVP8L'],
    ['image/avif', '\0\0\0\x1cftypavif....'],
    ['video/mp4', '\0\0\0\x1cftypisom....'],
    ['video/quicktime', '\0\0\0\x14ftypqt  ....'],
    ['video/webm', Buffer.from('1a45dfa3', 'hex')],
    ['font/woff', 'wOFF'],
    ['font/woff2', 'wOF2'],
    ['font/otf', 'OTTO'],
    ['font/ttf', Buffer.from('00010000', 'hex')],
  ])('without an extension is served as %s by its first bytes', async (type, bytes) => {
    expect(await typeOf(hash, bytes)).toBe(type);
  });

  it.each([
    ['.json', '{}'],
    ['.js', 'void 0'],
    ['.mjs', 'void 0'],
    ['.css', 'body {}'],
    ['.html', '<p>'],
    ['.htm', '<p>'],
    ['.xml', '<a/>'],
    ['.xhtml', '<a/>'],
    ['.pdf', '%PDF-'],
    ['.wasm', '\0asm'],
    ['.x', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('whose name ends with %s is not served, whatever is in it', async (extension, bytes) => {
    expect(await typeOf(`${hash}${extension}`, bytes)).toBe(null);
  });

  it.each([
    ['a compiled workflow', '{"id":"wf_a","screens":{}}'],
    ['a page', '<!doctype html><script>1</script>'],
    ['a drawing that could be a page', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a script', 'alert(1)'],
    ['nothing', ''],
  ])('without an extension that is %s is not served', async (_what, bytes) => {
    expect(await typeOf(hash, bytes)).toBe(null);
  });

  it('is nothing but a regular file', async () => {
    const folder = temporaryFolder();
    const open = (name: string) => openFile(path.join(folder, name));
    writeFileSync(path.join(folder, 'secret.png'), 'secret');
    symlinkSync('secret.png', path.join(folder, `${hash}.png`));
    mkdirSync(path.join(folder, `${hash}.gif`));
    symlinkSync(folder, path.join(folder, `${hash}.jpg`));
    const found = await Promise.all(
      ['png', 'gif', 'jpg', 'webp'].map((extension) => findAsset(open, `${hash}.${extension}`)),
    );
    expect(found).toEqual([null, null, null, null]);
  });

  it('is read bit by bit', async () => {
    const found = await findAsset(put(`${hash}.mp4`, '0123456789'), `${hash}.mp4`);
    const read = found?.read({ first: 3, last: 5 });
    expect(read instanceof Uint8Array || read === undefined ? null : await text(read)).toBe('345');
  });
});

describe('a name', () => {
  it.each([
    '',
    '.',
    '..',
    'a.png',
    `${hash.slice(1)}.png`,
    `${hash}a.png`,
    `${hash.toUpperCase()}.png`,
    `${hash}.PNG`,
    `${hash}.png/`,
    `/${hash}.png`,
    `../${hash}.png`,
    `..\\${hash}.png`,
    `${hash}.png\0`,
    `${hash}\0.png`,
    `${hash}.png\n`,
    `${hash}.png.part`,
    `${hash}.png::$DATA`,
    `${hash}.p%6eg`,
    `${hash}.pngpng`,
    `${hash}.${'a'.repeat(100_000)}`,
    'a'.repeat(100_000),
  ])('%j is no file of the cache', (name) => {
    expect(isAssetName(name)).toBe(false);
  });
});
