import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { headersFor } from '../../../../main/hosts/electron/headers.ts';
import { type Served, createAnswer, mayAsk } from '../../../../main/hosts/electron/serve.ts';
import { temporaryFolder } from '../../../helpers/temp-folder.ts';

const hash = 'b'.repeat(64);
let builtFolder = '';
let asset: Served | Error | null = null;

const ask = (
  url: string,
  { initiator = '', ...init }: RequestInit & { initiator?: string | null } = {},
) => {
  const answer = createAnswer({
    builtFolder,
    readAsset: () => (asset instanceof Error ? Promise.reject(asset) : Promise.resolve(asset)),
  });
  const request = new Request(url, init);
  // As Electron adds it to what the web defines.
  if (initiator !== '') Object.defineProperty(request, 'initiatorOrigin', { value: initiator });
  return answer(request);
};

const seen = async (response: Response) => ({
  status: response.status,
  body: await response.text(),
  type: response.headers.get('content-type'),
});

beforeEach(() => {
  asset = null;
  const root = temporaryFolder();
  builtFolder = path.join(root, 'dist');
  mkdirSync(path.join(builtFolder, 'window', 'assets'), { recursive: true });
  mkdirSync(path.join(builtFolder, 'preview'));
  writeFileSync(path.join(root, 'secret.js'), 'secret');
  writeFileSync(path.join(builtFolder, 'secret.js'), 'secret');
  writeFileSync(path.join(builtFolder, 'window', 'index.html'), '<p>window</p>');
  writeFileSync(path.join(builtFolder, 'window', 'assets', 'a.js'), '0123456789');
  writeFileSync(path.join(builtFolder, 'preview', 'index.html'), '<p>preview</p>');
});

describe('the scheme of the app', () => {
  it('serves the files of each part with its headers', async () => {
    const response = await ask('app://window/');
    expect(Object.fromEntries(response.headers)).toEqual({
      ...Object.fromEntries(new Headers(headersFor('window'))),
      'accept-ranges': 'bytes',
      'content-length': '13',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(await seen(response)).toMatchObject({ status: 200, body: '<p>window</p>' });
    expect(await seen(await ask('app://preview/'))).toMatchObject({ body: '<p>preview</p>' });
  });

  it('serves a part of a file to who seeks in it', async () => {
    const response = await ask('app://window/assets/a.js', { headers: { Range: 'bytes=2-4' } });
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await seen(response)).toMatchObject({ status: 206, body: '234' });
  });

  it('says where a range ends', async () => {
    const response = await ask('app://window/assets/a.js', { headers: { Range: 'bytes=99-' } });
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(await seen(response)).toMatchObject({ status: 416, body: '' });
  });

  it('answers HEAD without a body, and nothing that writes', async () => {
    const head = await ask('app://window/', { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe('13');
    expect(await seen(head)).toMatchObject({ status: 200, body: '' });
    expect((await ask('app://window/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it.each([
    'app://window/none.js',
    'app://window/assets',
    'app://window/assets/index.html',
    'app://window/..%2fsecret.js',
    'app://other/index.html',
    `app://preview/assets/${hash}`,
  ])('has nothing under %s', async (url) => {
    expect(await seen(await ask(url))).toEqual({ status: 404, body: '', type: null });
  });

  it('follows no link that leads out of its folder', async () => {
    const window = path.join(builtFolder, 'window');
    symlinkSync(path.join(builtFolder, 'secret.js'), path.join(window, 'file.js'));
    symlinkSync(builtFolder, path.join(window, 'folder'));
    symlinkSync(path.join(window, 'assets', 'a.js'), path.join(window, 'inside.js'));
    expect((await ask('app://window/file.js')).status).toBe(404);
    expect((await ask('app://window/folder/secret.js')).status).toBe(404);
    expect((await ask('app://window/inside.js')).status).toBe(200);
  });

  it("serves a paywall's files once the cache has them", async () => {
    asset = { bytes: new Uint8Array([1, 2]), contentType: 'image/png' };
    const response = await ask(`app://preview/assets/${hash}`, { initiator: 'app://preview' });
    expect(response.headers.get('content-security-policy')).toContain(
      'frame-ancestors app://window',
    );
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });

  it('has nothing where the cache fails', async () => {
    asset = new Error('EIO');
    expect((await ask(`app://preview/assets/${hash}`)).status).toBe(404);
  });

  it("gives the preview nothing of the window's", async () => {
    expect((await ask('app://window/', { initiator: 'app://preview' })).status).toBe(404);
    expect((await ask('app://window/', { initiator: 'app://window' })).status).toBe(200);
  });

  it('gives nothing to a page without an origin, in whichever way Electron says so', async () => {
    const statuses = await Promise.all(
      ['null', null].map(async (initiator) => (await ask('app://window/', { initiator })).status),
    );
    expect(statuses).toEqual([404, 404]);
  });

  it.each([
    [null, 'window', true],
    [null, 'preview', true],
    ['app://window', 'window', true],
    ['app://window', 'preview', true],
    ['app://preview', 'preview', true],
    ['app://preview', 'window', false],
    ['null', 'window', false],
    ['null', 'preview', false],
    ['https://example.com', 'window', false],
    ['https://example.com', 'preview', false],
  ] as const)('lets %s ask for files of the %s: %s', (initiator, part, expected) => {
    expect(mayAsk(initiator, part)).toBe(expected);
  });
});
