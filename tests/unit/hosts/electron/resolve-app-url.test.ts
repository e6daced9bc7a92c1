import { describe, expect, it } from 'vitest';
import { resolveAppUrl } from '../../../../main/hosts/electron/resolve-app-url.ts';

const hash = 'a'.repeat(64);
const script = 'text/javascript; charset=utf-8';
const page = 'text/html; charset=utf-8';
const file = (part: string, contentType: string, ...path: string[]) => ({
  kind: 'file',
  part,
  path,
  contentType,
});

describe('an address of the app', () => {
  it.each([
    ['app://window', file('window', page, 'index.html')],
    ['app://window/', file('window', page, 'index.html')],
    ['app://window/?a=1#b', file('window', page, 'index.html')],
    ['app://window/index.html', file('window', page, 'index.html')],
    ['app://preview/', file('preview', page, 'index.html')],
    ['app://window/assets/i-C_o.js', file('window', script, 'assets', 'i-C_o.js')],
    ['app://window/assets/in%64ex.js', file('window', script, 'assets', 'index.js')],
    ['app://window/a.b/c.svg', file('window', 'image/svg+xml; charset=utf-8', 'a.b', 'c.svg')],
    ['app://preview/assets/f.woff2', file('preview', 'font/woff2', 'assets', 'f.woff2')],
    // The dots are gone before anybody looks, as in every address.
    ['app://window/x/../index.html', file('window', page, 'index.html')],
    ['app://window/../../index.html', file('window', page, 'index.html')],
    [`app://preview/assets/${hash}`, { kind: 'asset', name: hash }],
    [`app://preview/assets/${hash}.png`, { kind: 'asset', name: `${hash}.png` }],
    [`app://preview/assets/${hash}.woff2?a#b`, { kind: 'asset', name: `${hash}.woff2` }],
    [`app://preview/assets/x/../${hash}.png`, { kind: 'asset', name: `${hash}.png` }],
  ])('%s is served', (url, expected) => {
    expect(resolveAppUrl(url)).toEqual(expected);
  });

  it.each([
    '',
    'window/index.html',
    'file:///etc/passwd',
    'https://window/index.html',
    'https://app/window/index.html',
    'APP2://window/index.html',
    'app:window/index.html',
    'app:///index.html',
    'app://other/index.html',
    'app://window.evil/index.html',
    'app://window:80/index.html',
    'app://ana@window/index.html',
    'app://ana:secret@window/index.html',
    'app://window/electron/main.js/',
    'app://window//index.html',
    'app://window/assets//index.js',
    'app://window/./.inputs',
    'app://window/.inputs',
    'app://window/assets/.hidden.js',
    'app://window/..%2f..%2fpackage.json',
    'app://window/%2e%2e%2fpackage.json',
    'app://window/%2E%2E/%2E%2E%2Fetc/passwd',
    'app://window/assets/..%5c..%5cpackage.json',
    'app://window/assets\\..\\index.js',
    'app://window/%252e%252e/package.json',
    'app://window/%2fetc%2fpasswd.js',
    'app://window/C:/windows/x.js',
    'app://window/C%3a%5cx.js',
    'app://window/index.html%00.js',
    'app://window/index\u0000.js',
    'app://window/index%ff.js',
    'app://window/%',
    'app://window/index.js%0a',
    'app://window/ index.js',
    'app://window/index.js::$DATA',
    'app://window/\u202ejs.index',
    'app://window/main',
    'app://window/main.map',
    'app://window/main.constructor',
    'app://window/main.ts',
    `app://window/assets/${hash}`,
    `app://preview/${hash}`,
    `app://preview/assets/${hash}/x`,
    `app://preview/assets/${hash.slice(1)}`,
    `app://preview/assets/${hash.toUpperCase()}`,
    `app://preview/assets/%2e%2e%2f${hash}`,
    `app://preview/assets/${hash}.png%00`,
    `app://preview/assets/${hash}.png/`,
    `app://preview/assets/${hash}.PNG`,
    `app://preview/assets/${hash}.png.part`,
    `app://preview/assets/..%5c${hash}.png`,
    `app://preview/assets/%2f${hash}.png`,
    `app://preview/assets/assets/${hash}`,
    `app://window/assets/${hash}.abcdef`,
  ])('%j is nothing', (url) => {
    expect(resolveAppUrl(url)).toEqual({ kind: 'none' });
  });

  it.each([1_500, 10_000, 1_000_000])('of %i folders is nothing', (depth) => {
    expect(resolveAppUrl(`app://window/${'a/'.repeat(depth)}index.js`)).toEqual({ kind: 'none' });
  });

  it('with a name of three thousand letters is nothing', () => {
    expect(resolveAppUrl(`app://window/${'a'.repeat(3_000)}.js`)).toEqual({ kind: 'none' });
  });
});
